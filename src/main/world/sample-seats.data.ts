import type { Role } from '#engine/records/role.data'

/** One post of the demonstration; the holder is made up in the same order. */
export interface Seat {
  readonly unit: string
  readonly role: Role
  readonly zh: string
  readonly en: string
  /** Index of the organ, where the post belongs to one. */
  readonly organ?: number
  /** The sign-in of its holder. */
  readonly account?: string
}

type Title = readonly [zh: string, en: string]

const seat = (
  [unit, role]: readonly [string, Role],
  [zh, en]: Title,
  more: { organ?: number; account?: string } = {},
): Seat => ({ unit, role, zh, en, ...more })

/**
 * The zone's own desks; then desks above the zones and in a real zone, so that the board can be looked at from there.
 * Who sits there is made up as well.
 */
export const zoneSeats: readonly Seat[] = [
  seat(['SF', 'leader'], ['管委会主任', 'Director of the committee'], { account: 'zhu' }),
  seat(['SF', 'leader'], ['常务副主任', 'Executive deputy director']),
  seat(['SF', 'leader'], ['分管副主任', 'Deputy director']),
  seat(['SF', 'economist'], ['经济运行科科长', 'Head of economic analysis'], { organ: 1, account: 'jing' }),
  seat(['SF', 'economist'], ['统计主管', 'Head of statistics'], { organ: 1 }),
  seat(['SF', 'project_officer'], ['重大项目专员', 'Officer for major projects'], {
    organ: 4,
    account: 'xiang',
  }),
  seat(['SF', 'project_officer'], ['帮办代办专员', 'Agent for enterprises'], { organ: 4 }),
  seat(['SF', 'hall_officer'], ['首席代表', 'Chief representative of the hall'], { organ: 5, account: 'fu' }),
  seat(['SF', 'office_clerk'], ['督办专员', 'Clerk for supervision'], { organ: 0 }),
  seat(['SF', 'office_clerk'], ['综合专员', 'Clerk of the office'], { organ: 11 }),
  seat(['CN-HTZ', 'leader'], ['全国观察员', 'National observer'], { account: 'zong' }),
  seat(['CN-HTZ', 'economist'], ['全国指标管理员', 'Keeper of national indicators'], { account: 'ju' }),
  seat(['CN-HTZ', 'system_admin'], ['系统管理员', 'System administrator'], { account: 'guan' }),
  seat(['CN-HTZ', 'security_admin'], ['安全管理员', 'Security administrator'], { account: 'an' }),
  seat(['CN-HTZ', 'audit_admin'], ['审计管理员', 'Audit administrator'], { account: 'shen' }),
  seat(['LZ', 'leader'], ['管委会主任（示范）', 'Director (sample)'], { account: 'lz' }),
]

export const parkSeats = (parks: readonly string[]): Seat[] =>
  parks.flatMap((unit, index) => [
    seat([unit, 'leader'], ['园区主任', 'Director of the park']),
    seat(
      [unit, 'statistician'],
      ['园区统计员', 'Statistician of the park'],
      index === 0 ? { account: 'tong' } : {},
    ),
    seat([unit, 'project_officer'], ['园区项目专员', 'Project officer of the park']),
    seat([unit, 'office_clerk'], ['园区综合专员', 'Clerk of the park']),
  ])

/** Clerks of the bureaus. */
export const staffSeats: readonly Seat[] = [
  seat(['SF', 'office_clerk'], ['招商专员', 'Clerk for investment promotion'], { organ: 2 }),
  seat(['SF', 'office_clerk'], ['科技创新专员', 'Clerk for innovation'], { organ: 3 }),
  seat(['SF', 'office_clerk'], ['人才服务专员', 'Clerk for talent'], { organ: 7 }),
  seat(['SF', 'office_clerk'], ['生态环境专员', 'Clerk for the environment'], { organ: 10 }),
]

/** 交叉任职: deputies of the zone who lead a park as well, and one who also runs the statistics of the office. */
export const secondSeats: readonly { readonly holder: string; readonly seat: Seat }[] = [
  {
    holder: '常务副主任',
    seat: seat(['SF-HX', 'leader'], ['核心园常务负责人', 'Executive head of the core park']),
  },
  {
    holder: '分管副主任',
    seat: seat(['SF-YG', 'leader'], ['云谷园常务负责人', 'Executive head of the cloud park']),
  },
  {
    holder: '督办专员',
    seat: seat(['SF', 'hall_officer'], ['窗口值班负责人', 'Duty officer of the hall'], { organ: 5 }),
  },
]
