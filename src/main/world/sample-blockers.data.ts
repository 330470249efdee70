/** A made-up blocker: what it is, who is asked (by place among the sample's organs), and how far it has come. */
export interface SampleBlocker {
  readonly subject: string
  readonly details: string
  readonly category: string
  readonly level: string
  readonly organ: number
  readonly state: 'raised' | 'assigned' | 'answered' | 'closed'
  /** Working days after the last month's end on which it was assigned; negative: before it. */
  readonly assigned: number
  readonly workdays: number
  /** Letters issued so far, with the working days after the assignment on which each went out. */
  readonly letters: Readonly<Partial<Record<'assignment' | 'reminder' | 'supervision', number>>>
  readonly answer?: string
}

/** The demonstration's blockers: in time, nearly due and late ones, so that every step of the letters can be tried. */
export const sampleBlockers: readonly SampleBlocker[] = [
  {
    subject: '施工临时用电未接通',
    details: '变压器已到货，接入方案未批复，塔吊无法启用。',
    category: 'utilities',
    level: 'city',
    organ: 8,
    state: 'assigned',
    assigned: -2,
    workdays: 10,
    letters: { assignment: 1, reminder: 9, supervision: 12 },
  },
  {
    subject: '剩余 3 户未搬迁，红线内无法交地',
    details: '补偿标准未谈妥，影响二号厂房基坑开挖。',
    category: 'demolition',
    level: 'zone',
    organ: 8,
    state: 'assigned',
    assigned: 1,
    workdays: 12,
    letters: { assignment: 1, reminder: 11 },
  },
  {
    subject: '用地预审与选址意见尚缺省级批复',
    details: '新增建设用地指标待省厅下达。',
    category: 'land',
    level: 'province',
    organ: 5,
    state: 'assigned',
    assigned: 3,
    workdays: 30,
    letters: { assignment: 1 },
  },
  {
    subject: '进度款拨付滞后两个月',
    details: '总承包单位反映工资专户余额不足。',
    category: 'funds',
    level: 'zone',
    organ: 6,
    state: 'assigned',
    assigned: 13,
    workdays: 8,
    letters: { assignment: 0 },
  },
  {
    subject: '施工图审查意见反复',
    details: '消防与人防意见不一致，已退回两次。',
    category: 'design',
    level: 'zone',
    organ: 5,
    state: 'assigned',
    assigned: 16,
    workdays: 20,
    letters: {},
  },
  {
    subject: '园区主干道未通，大型设备无法进场',
    details: '道路工程与设备安装工期冲突。',
    category: 'utilities',
    level: 'park',
    organ: 8,
    state: 'assigned',
    assigned: 2,
    workdays: 10,
    letters: { assignment: 1, reminder: 9 },
  },
  {
    subject: '总承包单位劳动力不足',
    details: '现场仅 46 人，按计划应为 120 人。',
    category: 'construction',
    level: 'park',
    organ: 4,
    state: 'raised',
    assigned: 17,
    workdays: 10,
    letters: {},
  },
  {
    subject: '环评报告书待修改补充',
    details: '专家组要求补充地下水专章。',
    category: 'approval',
    level: 'zone',
    organ: 10,
    state: 'answered',
    assigned: -6,
    workdays: 15,
    letters: { assignment: 1 },
    answer: '已补充地下水专章并重新报送，预计下周取得批复。',
  },
  {
    subject: '蒸汽管网接口位置未定',
    details: '与园区热源厂的接口方案待会商。',
    category: 'utilities',
    level: 'park',
    organ: 4,
    state: 'closed',
    assigned: -22,
    workdays: 10,
    letters: { assignment: 1, reminder: 9 },
    answer: '接口移至北侧管廊，三方已签会议纪要。',
  },
  {
    subject: '银团贷款合同未签',
    details: '牵头行要求补充担保。',
    category: 'funds',
    level: 'zone',
    organ: 6,
    state: 'closed',
    assigned: -35,
    workdays: 20,
    letters: { assignment: 1 },
    answer: '担保函已出具，合同已签，首笔已到账。',
  },
]

/** What a project reports of its next month and asks for, in turn; some ask for nothing. */
export const sampleNext: readonly { readonly next_month: string; readonly requests?: string }[] = [
  { next_month: '完成二层结构封顶，开始砌体施工' },
  { next_month: '主要设备进场，完成基础验收', requests: '请协调大件运输通行时段' },
  { next_month: '完成外墙保温的六成' },
  { next_month: '完成消防管道安装', requests: '请协调市政给水接口开口' },
  { next_month: '设备单机调试，组织预验收' },
]
