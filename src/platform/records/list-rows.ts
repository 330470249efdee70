import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Value } from '#engine/records/field'
import type { Filter, ListQuery, Operator } from '#engine/records/list-query'
import type { RecordType } from '#engine/records/record'
import { type AnyTables, queries, type Transaction } from '#platform/database/database'
import { isLamp } from '#engine/records/record-clock'
import { type Places, zonesOf } from './kernel'
import { lampSql } from './row-clocks'
import { columnsOf, type StoredRow } from './rows'
import { queryTerms } from './search-terms'
import { isSearchable } from './table-sql'

/** What is asked for, and where units lie. */
interface Listed {
  readonly list: ListQuery
  readonly places: Places
}

type Query = SelectQueryBuilder<AnyTables, string, Record<string, unknown>>

type Column = RawBuilder<unknown>
type Test = (column: Column, value: Value, values: readonly Value[]) => RawBuilder<boolean>

const orderedBy =
  (operator: string): Test =>
  (column, value) =>
    sql<boolean>`${column} ${sql.raw(operator)} ${value}`

/** How each operator of a list address reads in SQL. Null never equals: an empty field is asked for by `empty`. */
const tests: Readonly<Record<Operator, Test>> = {
  empty: (column, value) =>
    value === true ? sql<boolean>`${column} IS NULL` : sql<boolean>`${column} IS NOT NULL`,
  in: (column, _value, values) => sql<boolean>`${column}::text = ANY (${values.map(String)}::text[])`,
  contains: (column, value) => sql<boolean>`position(lower(${String(value)}) IN lower(${column}::text)) > 0`,
  eq: (column, value) =>
    value === null ? sql<boolean>`${column} IS NULL` : sql<boolean>`${column} = ${value}`,
  ne: orderedBy('IS DISTINCT FROM'),
  gt: orderedBy('>'),
  gte: orderedBy('>='),
  lt: orderedBy('<'),
  lte: orderedBy('<='),
}

/** A column, a lamp, or a value inside `extra`; names come from declarations, never from the request. */
function expression(record: RecordType, name: string): RawBuilder<unknown> {
  if (name.startsWith('extra.')) return sql`extra ->> ${sql.lit(name.slice(6))}`
  const field = Object.hasOwn(record.fields, name) ? record.fields[name] : undefined
  return field && isLamp(field) ? lampSql(field.lampOf) : sql`${sql.ref(name)}`
}

function filtered(query: Query, record: RecordType, { field, op, values }: Filter): Query {
  const [first = null] = values
  // Inside `extra` every value is text.
  const value = field.startsWith('extra.') && first !== null && op !== 'empty' ? String(first) : first
  return query.where(tests[op](expression(record, field), value, values))
}

function searched(query: Query, record: RecordType, q: string): Query {
  if (!isSearchable(record)) return query.where(sql<boolean>`false`)
  const text = q.toLowerCase()
  return query
    .where(sql<boolean>`search_terms @> ${queryTerms(text)}::integer[]`)
    .where(sql<boolean>`position(${text} IN search_text) > 0`)
}

/**
 * The zones that the rows can lie in, so that indexes and shards, which begin with the zone, are found. It only says
 * what the row rule implies anyway; undefined where rows may lie anywhere.
 */
function zonesWithin(tx: Transaction, record: RecordType, given: Listed): string[] | undefined {
  const { list, places } = given
  if (list.unit) return zonesOf(places, places.within(list.unit))
  const { read } = record.rights
  if ('kernel' in tx.actor || record.owner !== undefined || read.includes('everyone')) return undefined
  const { reach } = tx.actor
  return zonesOf(
    places,
    read.flatMap((role) => (role === 'everyone' ? [] : (reach[role] ?? []))),
  )
}

function matching(tx: Transaction, record: RecordType, given: Listed): Query {
  const { list, places } = given
  let query = queries().selectFrom(record.name) as unknown as Query
  const zones = zonesWithin(tx, record, given)
  if (zones) query = query.where(sql<boolean>`zone_id = ANY (${zones}::text[])`)
  for (const filter of list.filters) query = filtered(query, record, filter)
  if (list.unit) query = query.where(sql<boolean>`unit_id = ANY (${places.within(list.unit)}::text[])`)
  return list.q ? searched(query, record, list.q) : query
}

/** The title sorts by its pinyin key: PostgreSQL here has no Chinese collation. */
const sortColumn = (record: RecordType, name: string) =>
  expression(record, name === record.title ? 'title_key' : name)

function ordered(query: Query, record: RecordType, list: ListQuery): Query {
  let result = query
  for (const { field, descending } of list.sort)
    result = result.orderBy(sortColumn(record, field), (order) =>
      descending ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
  return result.orderBy('id')
}

/** Rows after the one with this id, in the list's order; nulls come last in either direction. */
function continued(query: Query, record: RecordType, list: ListQuery): Query {
  if (!list.after) return query
  const keys = [
    ...list.sort.map(({ field, descending }) => ({ column: sortColumn(record, field), descending })),
    { column: sql`${sql.ref('id')}`, descending: false },
  ]
  const mark = (column: unknown) =>
    sql`(SELECT ${column} FROM ${sql.table(record.name)} WHERE id = ${list.after})`
  const later = keys.map(({ column, descending }, index) => {
    const same = keys
      .slice(0, index)
      .map((key) => sql<boolean>`${key.column} IS NOT DISTINCT FROM ${mark(key.column)}`)
    const beyond = sql<boolean>`(${column} ${sql.raw(descending ? '<' : '>')} ${mark(column)} OR (${column} IS NULL AND ${mark(column)} IS NOT NULL))`
    return sql<boolean>`(${sql.join([...same, beyond], sql` AND `)})`
  })
  return query.where(sql<boolean>`(${sql.join(later, sql` OR `)})`)
}

/** One page of rows that the actor may see, in the asked order. */
export async function listRows(tx: Transaction, record: RecordType, given: Listed): Promise<StoredRow[]> {
  const { list } = given
  const wanted = columnsOf(record)
  let query = ordered(continued(matching(tx, record, given), record, list), record, list)
    .select(wanted as never)
    .limit(list.size)
  if (!list.after && list.page > 1) query = query.offset((list.page - 1) * list.size)
  return (await tx.all(query)) as StoredRow[]
}

export interface ListTotals {
  readonly total: number
  readonly totals: Readonly<Record<string, string>>
}

/** How many rows match, and the sum of every number field over them: a totals row is over the filter, not the page. */
export async function countRows(tx: Transaction, record: RecordType, given: Listed): Promise<ListTotals> {
  const numbers = Object.entries(record.fields)
    .filter(([, field]) => field.kind === 'decimal')
    .map(([name]) => name)
  const query = matching(tx, record, given).select([
    sql<number>`count(*)`.as('total'),
    ...numbers.map((name) => sql<string>`sum(${sql.ref(name)})`.as(name)),
  ])
  const { total, ...sums } = (await tx.first(query)) as { total: number } & Record<string, unknown>
  const totals = Object.entries(sums)
    .filter(([, sum]) => sum !== null)
    .map(([name, sum]) => [name, String(sum)])
  return { total: Number(total), totals: Object.fromEntries(totals) as Record<string, string> }
}
