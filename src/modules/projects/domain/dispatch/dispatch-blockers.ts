import { daysBetween, type PlainDate } from '#engine/period/plain-date'
import { text, type Text } from '#engine/result/result'
import { blocker } from '../../records/blocker'
import type { DispatchBlocker, Named } from '../../dispatch-contract'
import type { BlockerRow, LetterNumber } from './dispatch-rows'
import { beijingDay } from './letter-step'

interface BlockerInput {
  readonly blockers: readonly BlockerRow[]
  readonly letters: readonly LetterNumber[]
  readonly personName: (id: string | null) => Named
  readonly organName: (id: string | null) => Named
}

const levels: Readonly<Record<string, Text>> = blocker.fields.level.options
const kinds: Readonly<Record<string, Text>> = blocker.fields.category.options
const levelOrder = ['province', 'city', 'zone', 'park']
const named = (options: Readonly<Record<string, Text>>, key: string) => options[key] ?? text(key, key)

/** Raised by then, and not settled before: what was withdrawn never stood in the way. */
export const isOpenAt = (row: BlockerRow, asOf: string): boolean =>
  row.state !== 'withdrawn' &&
  Date.parse(row.created_at) <= Date.parse(asOf) &&
  (row.state !== 'closed' || (row.ended_at !== null && Date.parse(row.ended_at) > Date.parse(asOf)))

function shownBlocker(row: BlockerRow, input: BlockerInput, asOf: string): DispatchBlocker {
  const due_on = row.due_at === null ? null : beijingDay(row.due_at)
  const numbers = input.letters.flatMap(({ blocker: about, number }) => (about === row.id && number) || [])
  return {
    id: row.id,
    subject: row.subject,
    project: row.project,
    project_name: row.project_name,
    unit: row.unit_id,
    category: named(kinds, row.category),
    level: row.level,
    level_label: named(levels, row.level),
    details: row.details,
    organ: input.organName(row.organ),
    handler: input.personName(row.handler),
    state: row.state,
    raised_on: beijingDay(row.created_at),
    due_on,
    days_late: due_on === null ? null : daysBetween(due_on as PlainDate, beijingDay(asOf) as PlainDate),
    overdue: row.due_at !== null && Date.parse(row.due_at) < Date.parse(asOf),
    letters: numbers,
    sample: row.sample,
  }
}

/** Blockers that were open at a moment: the highest level first, in it the one that is latest. */
export function blockersAsOf(input: BlockerInput, asOf: string): DispatchBlocker[] {
  const late = ({ days_late }: DispatchBlocker) => days_late ?? -9999
  return input.blockers
    .filter((row) => isOpenAt(row, asOf))
    .map((row) => shownBlocker(row, input, asOf))
    .sort(
      (a, b) =>
        levelOrder.indexOf(a.level) - levelOrder.indexOf(b.level) ||
        late(b) - late(a) ||
        a.raised_on.localeCompare(b.raised_on),
    )
}

/** The same with the days since each was raised, for a meeting's agenda. */
export const agendaOf = (input: BlockerInput, now: string) =>
  blockersAsOf(input, now).map((one) => ({
    ...one,
    age: daysBetween(one.raised_on as PlainDate, beijingDay(now) as PlainDate),
  }))
