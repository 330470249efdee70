/** Names of the sample zone. All made up, and marked so wherever they are shown. */
export const sampleZone = { code: 'SF', zh: '示范高新区', en: 'Sample High-tech Zone' }

/** A park with its weight in the zone (1 = an ordinary park). */
export interface SamplePark {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly weight: number
}

export const sampleParks: readonly SamplePark[] = [
  { code: 'SF-HX', zh: '核心园', en: 'Core Park', weight: 2.1 },
  { code: 'SF-YG', zh: '云谷园', en: 'Cloud Valley Park', weight: 1.5 },
  { code: 'SF-ZZ', zh: '智造园', en: 'Smart Manufacturing Park', weight: 1.8 },
  { code: 'SF-SY', zh: '生物医药园', en: 'Biomedicine Park', weight: 1.1 },
  { code: 'SF-XC', zh: '新材料园', en: 'New Materials Park', weight: 0.9 },
  { code: 'SF-LG', zh: '临港园', en: 'Harbour Park', weight: 1.2 },
  { code: 'SF-DX', zh: '大学科技园', en: 'University Science Park', weight: 0.5 },
  { code: 'SF-LS', zh: '绿色低碳园', en: 'Green Low-carbon Park', weight: 0.7 },
  { code: 'SF-WL', zh: '物联网园', en: 'Internet of Things Park', weight: 0.6 },
  { code: 'SF-CX', zh: '城西园', en: 'West City Park', weight: 0.4 },
]

export interface SampleOrgan {
  readonly zh: string
  readonly en: string
  readonly duties: string
}

export const sampleOrgans: readonly SampleOrgan[] = [
  { zh: '党政办公室', en: 'General office', duties: '综合协调、会议与督办' },
  { zh: '经济发展局', en: 'Economic development bureau', duties: '经济运行、统计与指标' },
  { zh: '投资促进局', en: 'Investment promotion bureau', duties: '招商引资与产业链' },
  { zh: '科技创新局', en: 'Science and innovation bureau', duties: '创新平台、成果与企业培育' },
  { zh: '项目推进中心', en: 'Project centre', duties: '重大项目调度与帮办代办' },
  { zh: '行政审批局', en: 'Approvals bureau', duties: '委托赋权事项办理' },
  { zh: '财政金融局', en: 'Finance bureau', duties: '财政预算与科技金融' },
  { zh: '人才工作局', en: 'Talent bureau', duties: '人才引进与服务' },
  { zh: '规划建设局', en: 'Planning and construction bureau', duties: '规划、建设与用地' },
  { zh: '应急管理局', en: 'Emergency management bureau', duties: '安全生产与应急' },
  { zh: '生态环境局', en: 'Environment bureau', duties: '生态环境与能源' },
  { zh: '企业服务中心', en: 'Enterprise service centre', duties: '企业诉求与走访' },
]

type Name = readonly [zh: string, en: string]

/** Twenty frequent surnames and twenty given names: enough for four hundred people, none of them real. */
export const surnames: readonly Name[] = [
  ['王', 'Wang'],
  ['李', 'Li'],
  ['张', 'Zhang'],
  ['刘', 'Liu'],
  ['陈', 'Chen'],
  ['杨', 'Yang'],
  ['赵', 'Zhao'],
  ['黄', 'Huang'],
  ['周', 'Zhou'],
  ['吴', 'Wu'],
  ['徐', 'Xu'],
  ['孙', 'Sun'],
  ['胡', 'Hu'],
  ['朱', 'Zhu'],
  ['高', 'Gao'],
  ['林', 'Lin'],
  ['何', 'He'],
  ['郭', 'Guo'],
  ['马', 'Ma'],
  ['罗', 'Luo'],
]

export const givenNames: readonly Name[] = [
  ['思远', 'Siyuan'],
  ['晓岚', 'Xiaolan'],
  ['文博', 'Wenbo'],
  ['雨桐', 'Yutong'],
  ['志远', 'Zhiyuan'],
  ['若溪', 'Ruoxi'],
  ['建华', 'Jianhua'],
  ['嘉宁', 'Jianing'],
  ['明哲', 'Mingzhe'],
  ['清源', 'Qingyuan'],
  ['海宁', 'Haining'],
  ['书瑶', 'Shuyao'],
  ['景行', 'Jingxing'],
  ['云帆', 'Yunfan'],
  ['一诺', 'Yinuo'],
  ['泽楷', 'Zekai'],
  ['静姝', 'Jingshu'],
  ['承志', 'Chengzhi'],
  ['晨曦', 'Chenxi'],
  ['立群', 'Liqun'],
]

/** How the months of a year swing, January first: the Spring Festival's dip, and a rush at each quarter's end. */
export const seasons: readonly number[] = [-0.3, -1, 0.3, -0.1, 0.1, 0.6, -0.2, -0.1, 0.4, 0, 0.2, 0.9]

/** Yearly targets as a factor of the year before. */
export const targetFactor = 1.09

export interface SampleProject {
  readonly zh: string
  readonly category: string
}

export const sampleProjectNames: readonly SampleProject[] = [
  { zh: '高端数控装备产业化项目', category: 'manufacturing' },
  { zh: '功率半导体封装项目', category: 'manufacturing' },
  { zh: '动力电池回收利用项目', category: 'manufacturing' },
  { zh: '细胞治疗药物研发生产基地', category: 'medicine' },
  { zh: '医疗器械检测平台', category: 'medical-platform' },
  { zh: '标准厂房三期工程', category: 'industrial-premises' },
  { zh: '实验学校新建工程', category: 'education' },
  { zh: '园区主干路改造工程', category: 'road' },
  { zh: '污水管网提质工程', category: 'municipal' },
  { zh: '工业互联网平台项目', category: 'manufacturing' },
]

/** Where a project stands; before it has started there is no month of start. */
export const sampleStages: readonly {
  readonly zh: string
  readonly state: string
  readonly started: boolean
}[] = [
  { zh: '前期手续办理中', state: 'preliminary', started: false },
  { zh: '主体结构施工', state: 'building', started: true },
  { zh: '设备安装调试', state: 'building', started: true },
  { zh: '已投产', state: 'producing', started: true },
]
