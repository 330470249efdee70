import type { Role } from '#engine/records/role.data'
import { demoAccounts, demoPassword } from './accounts'
import { givenNames, sampleOrgans, sampleParks, sampleZone, surnames } from './sample-zone.data'
import type { AccountSeed, SeedRow } from './world'

const start = '2024-01-01'

interface Seat {
  readonly unit: string
  readonly role: Role
  readonly zh: string
  readonly en: string
  /** Index of the organ, where the post belongs to one. */
  readonly organ?: number
  readonly account?: string
}

const seat = (
  unit: string,
  role: Role,
  [zh, en]: [string, string],
  more: { organ?: number; account?: string } = {},
): Seat => ({ unit, role, zh, en, ...more })

/** The zone's own desks; the first holder of each role is the demonstration's sign-in. */
const zoneSeats: readonly Seat[] = [
  seat('SF', 'leader', ['管委会主任', 'Director of the committee'], { account: 'zhu' }),
  seat('SF', 'leader', ['常务副主任', 'Executive deputy director']),
  seat('SF', 'leader', ['分管副主任', 'Deputy director']),
  seat('SF', 'economist', ['经济运行科科长', 'Head of economic analysis'], { organ: 1, account: 'jing' }),
  seat('SF', 'economist', ['统计主管', 'Head of statistics'], { organ: 1 }),
  seat('SF', 'project_officer', ['重大项目专员', 'Officer for major projects'], {
    organ: 4,
    account: 'xiang',
  }),
  seat('SF', 'project_officer', ['帮办代办专员', 'Agent for enterprises'], { organ: 4 }),
  seat('SF', 'hall_officer', ['首席代表', 'Chief representative of the hall'], { organ: 5 }),
  seat('SF', 'office_clerk', ['督办专员', 'Clerk for supervision'], { organ: 0 }),
  seat('SF', 'office_clerk', ['综合专员', 'Clerk of the office'], { organ: 11 }),
]

/** Desks above the zones and in a real zone, so that the board can be looked at from there; the holders are made up. */
const otherSeats: readonly Seat[] = [
  seat('CN-HTZ', 'leader', ['全国观察员', 'National observer'], { account: 'zong' }),
  seat('CN-HTZ', 'economist', ['全国指标管理员', 'Keeper of national indicators'], { account: 'ju' }),
  seat('CN-HTZ', 'system_admin', ['系统管理员', 'System administrator'], { account: 'guan' }),
  seat('CN-HTZ', 'security_admin', ['安全管理员', 'Security administrator'], { account: 'an' }),
  seat('CN-HTZ', 'audit_admin', ['审计管理员', 'Audit administrator'], { account: 'shen' }),
  seat('LZ', 'leader', ['管委会主任（示范）', 'Director (sample)'], { account: 'lz' }),
]

const parkSeats = (parks: readonly string[]): Seat[] =>
  parks.flatMap((unit, index) => [
    seat(unit, 'leader', ['园区主任', 'Director of the park']),
    seat(
      unit,
      'statistician',
      ['园区统计员', 'Statistician of the park'],
      index === 0 ? { account: 'tong' } : {},
    ),
    seat(unit, 'project_officer', ['园区项目专员', 'Project officer of the park']),
    seat(unit, 'office_clerk', ['园区综合专员', 'Clerk of the park']),
  ])

const latin = (index: number) => `Sample Person ${index + 1}`
const chinese = (index: number) =>
  `${surnames[index % surnames.length] ?? ''}${givenNames[(index * 7 + Math.floor(index / 20) * 3) % givenNames.length] ?? ''}`

export const organId = (index: number) => `organ-${String(index + 1).padStart(2, '0')}`
export const personId = (index: number) => `person-${String(index + 1).padStart(3, '0')}`

export function sampleOrganRows(): SeedRow[] {
  return sampleOrgans.map((organ, index) => ({
    id: organId(index),
    unit_id: sampleZone.code,
    sample: true,
    name_zh: organ.zh,
    name_en: organ.en,
    position: index,
    duties: organ.duties,
  }))
}

function personRow(index: number, unit: string): SeedRow {
  return {
    id: personId(index),
    unit_id: unit,
    sample: true,
    name_zh: chinese(index),
    name_en: latin(index),
    mobile: `138-0000-${String(1000 + index)}`,
  }
}

function postRow(given: Seat, index: number, person: number): SeedRow {
  return {
    id: `post-${String(index + 1).padStart(3, '0')}`,
    unit_id: given.unit,
    sample: true,
    name_zh: given.zh,
    name_en: given.en,
    role: given.role,
    person: personId(person),
    organ: given.organ === undefined ? null : organId(given.organ),
    starts_on: start,
  }
}

/** Two leaders of parks are deputies of the zone as well (交叉任职). */
const crossed: readonly [person: number, seat: Seat][] = [
  [1, seat('SF-HX', 'leader', ['核心园常务负责人', 'Executive head of the core park'])],
  [2, seat('SF-YG', 'leader', ['云谷园常务负责人', 'Executive head of the cloud park'])],
]

export interface SamplePeople {
  readonly people: readonly SeedRow[]
  readonly posts: readonly SeedRow[]
  readonly accounts: readonly AccountSeed[]
}

/** People, posts and sign-ins: one person a seat, some with a second post, sixty in a full zone. */
export function samplePeople(parks: readonly string[] = sampleParks.map((park) => park.code)): SamplePeople {
  const seats = [...zoneSeats, ...otherSeats, ...parkSeats(parks)]
  const spare = parks.length === sampleParks.length ? 60 - seats.length : 0
  const people = [
    ...seats.map((one, index) => personRow(index, one.unit)),
    ...Array.from({ length: Math.max(0, spare) }, (_, index) =>
      personRow(seats.length + index, sampleZone.code),
    ),
  ]
  const second = crossed.filter(([, one]) => parks.includes(one.unit))
  const posts = [
    ...seats.map((one, index) => postRow(one, index, index)),
    ...second.map(([person, one], index) => postRow(one, seats.length + index, person)),
  ]
  const accounts = demoAccounts.map(({ account }) => ({
    account,
    password: demoPassword,
    person: personId(seats.findIndex((one) => one.account === account)),
  }))
  return { people, posts, accounts }
}
