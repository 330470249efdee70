import type { DemoAccount } from '#engine/records/session'
import { text } from '#engine/result/result'

/** One password for every demonstration sign-in; a real database has none of these accounts. */
export const demoPassword = 'Yipanqi-2026'

const demo = (account: string, name: [string, string], sees: [string, string]): DemoAccount => ({
  account,
  password: demoPassword,
  name: text(...name),
  sees: text(...sees),
})

/** Who can sign in to the demonstration, and what each will see. The first is the command line's default. */
export const demoAccounts: readonly DemoAccount[] = [
  demo(
    'zong',
    ['总览', 'Overview'],
    ['六个高新区与示范区的看板', 'the board of all six zones and the sample zone'],
  ),
  demo('lz', ['兰州领导', 'Leader of Lanzhou'], ['兰州高新区', 'Lanzhou zone only']),
  demo(
    'zhu',
    ['示范区主任', 'Director of the sample zone'],
    ['示范高新区及十个园区', 'the sample zone with its ten parks'],
  ),
  demo(
    'jing',
    ['示范区经发局', 'Economic bureau'],
    ['审核、发布报表，维护指标与规则', 'verifies and publishes reports, keeps indicators and rules'],
  ),
  demo('tong', ['园区统计员', 'Park statistician'], ['本园区本月的报表', 'this month’s report of one park']),
  demo('xiang', ['项目专员', 'Project officer'], ['示范区的项目', 'projects of the sample zone']),
  demo(
    'fu',
    ['服务大厅', 'Service hall'],
    ['企业诉求，今天到期的', 'requests of enterprises and what is due today'],
  ),
  demo(
    'ju',
    ['指标管理', 'Keeper of indicators'],
    ['全国指标与校验规则', 'national indicators and validation rules'],
  ),
  demo(
    'guan',
    ['系统管理员', 'System administrator'],
    ['单位、人员、岗位；看不到业务数据', 'units, people, posts; no business row'],
  ),
  demo(
    'an',
    ['安全管理员', 'Security administrator'],
    ['审批账号与岗位的申请', 'decides on requests for accounts and posts'],
  ),
  demo(
    'shen',
    ['审计管理员', 'Audit administrator'],
    ['查阅账本：谁在何时做了什么', 'reads the ledger: who did what, and when'],
  ),
]
