import { useQueries } from '@tanstack/react-query'
import type { ListReply, ReplyRow, Titles } from '#engine/records/reply'
import type { RecordType } from '#engine/records/record'
import type { Role } from '#engine/records/role.data'
import type { SessionReply } from '#engine/records/session'
import { recordClient } from '#console/api/record-client'
import { useSession } from '#console/api/session'
import { useRegistry } from '#console/registry-context'

/** Why rows are somebody's work today: their limit has run out or soon will, they came back, or they are theirs. */
export const workReasons = ['late', 'returned', 'watch', 'mine'] as const
export type WorkReason = (typeof workReasons)[number]

export interface WorkPile {
  readonly record: RecordType
  readonly why: WorkReason
  readonly rows: readonly ReplyRow[]
  readonly titles: Titles
  /** More were not looked through: there may be others. */
  readonly isPart: boolean
}

/** How many wait, as far as they were looked through: 12, or 100+. */
export const pileCount = ({ rows, isPart }: WorkPile): string => `${rows.length}${isPart ? '+' : ''}`

/** Rows that are looked through for each reason: what presses most stands first. */
const most = '100'

/** What to ask of a record type: what runs out next, what came back, what one is in charge of. */
export function workQueries(record: RecordType, person: string): readonly Readonly<Record<string, string>>[] {
  if (!record.lifecycle) return []
  const { owner, clocks } = record
  return [
    ...(clocks ? [{ closed: 'false', 'next_due_at.empty': 'false', sort: 'next_due_at' }] : []),
    ...(Object.hasOwn(record.lifecycle.states, 'returned')
      ? [{ state: 'returned', sort: '-updated_at' }]
      : []),
    ...(owner && Object.hasOwn(record.fields, owner)
      ? [{ [owner]: person, closed: 'false', sort: '-updated_at' }]
      : []),
  ]
}

const lampsOf = (row: ReplyRow): unknown[] =>
  Object.keys(row)
    .filter((name) => name.endsWith('_lamp'))
    .map((name) => row[name])

/** Why a row is this person's work today, if it is: only what they can do something about is. */
export function whyWork(record: RecordType, row: ReplyRow, person: string): WorkReason | undefined {
  if (row.may.length === 0) return undefined
  const lamps = lampsOf(row)
  if (lamps.includes('late') || lamps.includes('overdue_statutory')) return 'late'
  if (row.state === 'returned') return 'returned'
  if (lamps.includes('watch')) return 'watch'
  return record.owner && row[record.owner] === person ? 'mine' : undefined
}

/** Each row once, by the reason that presses most. */
export function pilesOfRecord(
  record: RecordType,
  replies: readonly Pick<ListReply, 'rows' | 'titles' | 'next'>[],
  person: string,
): WorkPile[] {
  const rows = new Map(replies.flatMap((reply) => reply.rows.map((row) => [row.id, row] as const)))
  const titles: Titles = replies.reduce<Record<string, Titles[string]>>((all, reply) => {
    for (const [type, named] of Object.entries(reply.titles)) all[type] = { ...all[type], ...named }
    return all
  }, {})
  const isPart = replies.some(({ next }) => next !== undefined)
  return workReasons.flatMap((why) => {
    const own = [...rows.values()].filter((row) => whyWork(record, row, person) === why)
    return own.length > 0 ? [{ record, why, rows: own, titles, isPart }] : []
  })
}

const acts = (record: RecordType, { reach }: SessionReply): boolean => {
  const roles = Object.keys(reach) as Role[]
  const given = [
    ...record.rights.update,
    ...Object.values(record.lifecycle?.actions ?? {}).flatMap(({ rights }) => rights),
  ]
  return record.owner !== undefined || given.some((right) => roles.includes(right as Role))
}

/**
 * Today's work in every record type that has a lifecycle, below a unit; undefined while it is still asked for. `besides`
 * names types that the page shows in a way of its own.
 */
export function useWorkPiles(unit: string | undefined, besides: readonly string[]): WorkPile[] | undefined {
  const session = useSession()
  const { person } = session
  const asked = useRegistry()
    .records.filter((record) => !besides.includes(record.name) && acts(record, session))
    .flatMap((record) => workQueries(record, person).map((query) => ({ record, query })))
  const replies = useQueries({
    queries: asked.map(({ record, query }) => {
      const whole = { ...query, ...(unit && { unit }), size: most, count: 'false' }
      return {
        queryKey: ['record', record.name, 'list', whole],
        queryFn: ({ signal }: { signal: AbortSignal }) => recordClient(record).list(whole, signal),
        enabled: unit !== undefined,
      }
    }),
  })
  if (replies.some(({ isPending }) => isPending)) return undefined
  const records = [...new Set(asked.map(({ record }) => record))]
  const piles = records.flatMap((record) =>
    pilesOfRecord(
      record,
      replies.flatMap(({ data }, index) => (asked[index]?.record === record && data ? [data] : [])),
      person,
    ),
  )
  return piles.toSorted((one, other) => workReasons.indexOf(one.why) - workReasons.indexOf(other.why))
}
