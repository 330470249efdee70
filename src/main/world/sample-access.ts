import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import { addDays, type PlainDate } from '#engine/period/plain-date'
import { accessKinds } from '#modules/organisation/domain/access-request'
import { type AskedAccess, askedAccess } from './sample-access.data'
import { organId } from './sample-people'
import { sampleZone } from './sample-zone.data'
import type { SeedRow } from './world'

interface Given {
  readonly people: readonly SeedRow[]
  readonly posts: readonly SeedRow[]
  readonly parks: readonly string[]
  readonly calendar: WorkCalendar
  /** The month being reported. */
  readonly lastMonth: PeriodId
}

type Fields = Readonly<Record<string, unknown>>

function dayOf({ calendar, lastMonth }: Given, workdays: number): PlainDate {
  const found = calendar.addWorkdays(lastDay(lastMonth), workdays)
  if (!found.ok) throw new Error(found.error.message.en)
  return found.value
}

const at = (day: PlainDate, time: string) => `${day}T${time}:00.000+08:00`

const postCalled = ({ posts }: Given, name: string): SeedRow => {
  const found = posts.find((post) => post.name_zh === name)
  if (!found) throw new Error(`The sample has no post ${name}`)
  return found
}

function holderOf({ posts }: Given, role: string): string {
  const person = posts.find((post) => post.role === role)?.person
  if (typeof person !== 'string') throw new Error(`The sample has no ${role}`)
  return person
}

/** What is asked for: the fields that belong to a request of its kind. */
function asked(given: Given, { person, held, newcomer, account, post, ...one }: AskedAccess): Fields {
  const day = dayOf(given, one.asked)
  return {
    kind: one.kind,
    person: person === undefined ? null : postCalled(given, person).person,
    post: held === undefined ? null : postCalled(given, held).id,
    ...(newcomer && { name_zh: newcomer.zh, name_en: newcomer.en, mobile: newcomer.mobile }),
    account: account ?? null,
    ...(post && { post_zh: post.zh, post_en: post.en, role: post.role }),
    organ: post?.organ === undefined ? null : organId(post.organ),
    starts_on: one.starts === undefined ? null : addDays(day, one.starts),
    ends_on: one.ends === undefined ? null : addDays(day, one.ends),
    why: one.why,
  }
}

/** The request in one line, as the server words it when it is asked. */
function subject(
  { people }: Given,
  { kind, newcomer, held, post, account }: AskedAccess,
  fields: Fields,
): string {
  const who = newcomer?.zh ?? people.find(({ id }) => id === fields.person)?.name_zh
  return `${accessKinds[kind].zh}：${[who, post?.zh ?? held ?? account].filter(Boolean).join('，')}`
}

function decision(given: Given, { asked: day, decided }: AskedAccess): Fields {
  if (!decided) return {}
  return {
    decided_by: holderOf(given, 'security_admin'),
    decided_at: at(dayOf(given, day + decided.after), '15:40'),
    decision: decided.words,
  }
}

/**
 * Requests of the sample's system administrator over some weeks: granted, refused with the reason, and waiting, so that
 * none of the three desks is empty.
 */
export function sampleAccess(given: Given): SeedRow[] {
  const system = holderOf(given, 'system_admin')
  return askedAccess.map((one, index): SeedRow => {
    const fields = asked(given, one)
    return {
      ...fields,
      ...decision(given, one),
      id: `sample-access-${index + 1}`,
      unit_id: given.parks[one.park ?? -1] ?? sampleZone.code,
      sample: true,
      state: one.decided?.state ?? 'asked',
      subject: subject(given, one, fields),
      asked_by: system,
      created_at: at(dayOf(given, one.asked), `09:${10 + index * 5}`),
      created_by: system,
    }
  })
}

/** The posts of the sample, those that a request has given beginning on the day it says. */
export function postsAsGranted(posts: readonly SeedRow[], requests: readonly SeedRow[]): SeedRow[] {
  return posts.map((post) => {
    const giving = requests.find(
      ({ state, kind, ...row }) =>
        state === 'granted' &&
        kind === 'give_post' &&
        row.person === post.person &&
        row.post_zh === post.name_zh,
    )
    return giving ? { ...post, starts_on: giving.starts_on } : post
  })
}
