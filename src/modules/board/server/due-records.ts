import { sql } from 'kysely'
import { beijingTime } from '#engine/calendar/beijing-time'
import { daysBetween } from '#engine/period/plain-date'
import type { RecordType } from '#engine/records/record'
import { clockColumn, dueField, type RecordClock } from '#engine/records/record-clock'
import { type Text, text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import type { DueItem } from '../contract'
import type { DueQuery } from './due-items'

interface RunningRow {
  readonly id: string
  readonly title: string
  readonly unit_id: string
  readonly state: string
  readonly due_at: string
  readonly sample: boolean
  readonly owner: string | null
}

interface Limit {
  readonly record: RecordType
  readonly name: string
  readonly clock: RecordClock
}

/** The rows, of those the actor may see, whose limit runs and ends by the last day asked for, soonest first. */
function runningRows(
  tx: Transaction,
  { record, name }: Limit,
  { units, until, most }: DueQuery,
): Promise<RunningRow[]> {
  const due = sql.ref(dueField(name))
  const owner = record.owner ? sql.ref(record.owner) : sql`NULL::text`
  return tx.all<RunningRow>(sql`SELECT id, ${sql.ref(record.title)} AS title, unit_id, state, sample, ${due} AS due_at, ${owner} AS owner
    FROM ${sql.table(record.name)}
    WHERE unit_id = ANY (${units}::text[]) AND ${sql.ref(clockColumn(name))} ->> 'status' = 'running'
      AND ${due} < (${until}::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'
    ORDER BY ${due}, id LIMIT ${most}`)
}

/** Names of people in charge; who that is, is no secret to those who see the row. */
async function namesOf(tx: Transaction, people: readonly string[]): Promise<Map<string, Text>> {
  if (people.length === 0) return new Map()
  const rows = await tx.asKernel.all<{ id: string; name_zh: string; name_en: string | null }>(
    sql`SELECT id, name_zh, name_en FROM person WHERE id = ANY (${people}::text[])`,
  )
  return new Map(rows.map((row) => [row.id, text(row.name_zh, row.name_en ?? row.name_zh)]))
}

function dueItem(
  row: RunningRow,
  { record, clock }: Limit,
  given: { query: DueQuery; names: ReadonlyMap<string, Text> },
): DueItem {
  const due = beijingTime(row.due_at)
  // What a clock keeps is always a moment.
  if (!due.ok) throw new Error(due.error.message.en)
  const { today, now } = given.query
  return {
    record: record.name,
    id: row.id,
    title: row.title,
    unit: row.unit_id,
    state: row.state,
    limit: clock.label,
    due_on: due.value.date,
    days: daysBetween(due.value.date, today),
    sample: row.sample,
    late: Date.parse(row.due_at) < Date.parse(now),
    owner: row.owner === null ? null : (given.names.get(row.owner) ?? null),
  }
}

/** Rows of every record type whose limits run: which types have limits, their declarations say. */
export async function dueRecords(
  tx: Transaction,
  records: Iterable<RecordType>,
  query: DueQuery,
): Promise<DueItem[]> {
  const limits = [...records].flatMap((record) =>
    Object.entries(record.clocks ?? {}).map(([name, clock]): Limit => ({ record, name, clock })),
  )
  const running = await Promise.all(
    limits.map(async (limit) => ({ limit, rows: await runningRows(tx, limit, query) })),
  )
  const owners = running.flatMap(({ rows }) => rows.flatMap(({ owner }) => owner ?? []))
  const names = await namesOf(tx, [...new Set(owners)])
  return running.flatMap(({ limit, rows }) => rows.map((row) => dueItem(row, limit, { query, names })))
}
