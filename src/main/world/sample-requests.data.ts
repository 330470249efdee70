/** What made-up enterprises ask for; each is used by several of them. */
export const askedFor = [
  {
    subject: '首台套保险补偿资金兑现进度查询',
    category: 'policy',
    body: '去年申报的首台套保险补偿已公示，尚未收到资金，请告知拨付时间。',
    answer: '资金计划已下达，月底前拨付到账，并已电话告知企业财务负责人。',
  },
  {
    subject: '厂区东门道路破损影响货车通行',
    category: 'utilities',
    body: '东门外约二百米路面破损积水，雨天货车难以通行，请协调修复。',
    answer: '已会同市政单位完成路面修补，并列入明年道路提升计划。',
  },
  {
    subject: '二期厂房用电增容',
    category: 'utilities',
    body: '二期设备进场后需增容 2000 千伏安，请协助与供电部门对接。',
    answer: '供电方案已答复，外线工程由供电部门投资建设。',
  },
  {
    subject: '流动资金贷款续贷',
    category: 'finance',
    body: '现有贷款两个月后到期，订单回款周期较长，希望对接续贷银行。',
    answer: '已组织两家银行现场对接，其中一家完成授信。',
  },
  {
    subject: '研发人员子女入学',
    category: 'labour',
    body: '新引进的五名研发人员子女需转学，请协助落实学位。',
    answer: '学位已落实，手续指引已发至企业人事部门。',
  },
  {
    subject: '扩建项目环评手续办理',
    category: 'approval',
    body: '扩建项目环评类别把握不准，请安排专人指导。',
    answer: '经核对属登记管理，已指导企业完成网上登记。',
  },
  {
    subject: '寻找三千平方米标准厂房',
    category: 'land',
    body: '拟新增一条产线，需层高六米以上的标准厂房约三千平方米。',
    answer: '推荐三处载体，企业已与其中一处签订意向。',
  },
  {
    subject: '高新技术企业奖励申报材料咨询',
    category: 'policy',
    body: '今年首次通过认定，请告知奖励申报所需材料和时间。',
    answer: '属免申即享事项，无需申报，已核对账户信息。',
  },
] as const
