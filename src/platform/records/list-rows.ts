import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Value } from '#engine/records/field'
import {
  closedField,
  type Filter,
  type ListQuery,
  nextDueField,
  type Operator,
} from '#engine/records/list-query'
import type { RecordType } from '#engine/records/record'
import { type AnyActor, type AnyTables, queries, type Transaction } from '#platform/database/database'
import { isLamp } from '#engine/records/record-clock'
import { type Places, zonesOf } from './kernel'
import { lampSql, nextDueSql } from './row-clocks'
import { columnsOf, type StoredRow } from './rows'
import { openRows } from './sealed-fields'
import { queryTerms } from './search-terms'
import { isSearchable } from './table-sql'

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

const finalStates = (record: RecordType): string[] =>
  Object.entries(record.lifecycle?.states ?? {}).flatMap(([name, state]) => (state.final ? [name] : []))

/** A column that every row has, or what is read of it at the moment of asking. */
function readColumn(record: RecordType, name: string): RawBuilder<unknown> {
  if (name === closedField) return sql`(state = ANY (${finalStates(record)}::text[]))`
  return name === nextDueField ? nextDueSql(Object.keys(record.clocks ?? {})) : sql`${sql.ref(name)}`
}

/** Whose list it is, of what. */
export interface Asking {
  readonly record: RecordType
  readonly actor: AnyActor
  readonly list: ListQuery
  readonly places: Places
}

/** A column, a lamp, or a value inside `extra`; names come from declarations, never from the request. */
export function expression(record: RecordType, name: string): RawBuilder<unknown> {
  if (name.startsWith('extra.')) return sql`extra ->> ${sql.lit(name.slice(6))}`
  const field = Object.hasOwn(record.fields, name) ? record.fields[name] : undefined
  if (!field) return readColumn(record, name)
  return isLamp(field) ? lampSql(field.lampOf) : sql`${sql.ref(name)}`
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
function zonesWithin({ record, actor, list, places }: Asking): string[] | undefined {
  if (list.unit) return zonesOf(places, places.within(list.unit))
  const { read } = record.rights
  if ('kernel' in actor || record.owner !== undefined || read.includes('everyone')) return undefined
  const reached = read.flatMap((role) => (role === 'everyone' ? [] : (actor.reach[role] ?? [])))
  return zonesOf(places, reached)
}

/** Every row that the filters, the search and the unit leave. */
export function matching(asking: Asking): Query {
  const { record, list, places } = asking
  let query = queries().selectFrom(record.name) as unknown as Query
  const zones = zonesWithin(asking)
  if (zones) query = query.where(sql<boolean>`zone_id = ANY (${zones}::text[])`)
  for (const filter of list.filters) query = filtered(query, record, filter)
  if (list.unit) query = query.where(sql<boolean>`unit_id = ANY (${places.within(list.unit)}::text[])`)
  return list.q ? searched(query, record, list.q) : query
}

/** The title sorts by its pinyin key: PostgreSQL here has no Chinese collation. */
const sortColumn = (record: RecordType, name: string) =>
  expression(record, name === record.title ? 'title_key' : name)

function ordered(query: Query, { record, list }: Asking): Query {
  let result = query
  for (const { field, descending } of list.sort)
    result = result.orderBy(sortColumn(record, field), (order) =>
      descending ? order.desc().nullsLast() : order.asc().nullsLast(),
    )
  return result.orderBy('id')
}

/** Rows after the one with this id, in the list's order; nulls come last in either direction. */
function continued(query: Query, { record, list }: Asking): Query {
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
export async function listRows(
  tx: Transaction,
  record: RecordType,
  given: { list: ListQuery; places: Places },
): Promise<StoredRow[]> {
  const { list } = given
  const asking = { record, actor: tx.actor, ...given }
  const wanted = columnsOf(record)
  let query = ordered(continued(matching(asking), asking), asking)
    .select(wanted as never)
    .limit(list.size)
  if (!list.after && list.page > 1) query = query.offset((list.page - 1) * list.size)
  return openRows(tx, record, (await tx.all(query)) as StoredRow[])
}
