import type { PlainDate } from '#engine/period/plain-date'
import type { RecordType } from '#engine/records/record'
import type { Transaction } from '#platform/database/database'
import type { DueItem } from '../contract'
import { dueRecords } from './due-records'
import { dueReports } from './due-reports'

export interface DueQuery {
  readonly units: readonly string[]
  readonly today: PlainDate
  /** The moment asked about, ISO 8601: a limit ends at an hour, not only on a day. */
  readonly now: string
  /** The last day that is looked ahead to. */
  readonly until: PlainDate
  /** Most rows of one kind: more are for a list, not for a board. */
  readonly most: number
}

const longestLateFirst = (a: DueItem, b: DueItem) =>
  a.due_on.localeCompare(b.due_on) || a.unit.localeCompare(b.unit) || a.id.localeCompare(b.id)

/** What is late, longest first, and what comes due, soonest first: reports not handed in, and records whose limits run. */
export async function dueItems(
  tx: Transaction,
  records: Iterable<RecordType>,
  query: DueQuery,
): Promise<{ late: DueItem[]; coming: DueItem[] }> {
  const items = (await Promise.all([dueReports(tx, query), dueRecords(tx, records, query)])).flat()
  items.sort(longestLateFirst)
  return { late: items.filter((one) => one.late), coming: items.filter((one) => !one.late) }
}
