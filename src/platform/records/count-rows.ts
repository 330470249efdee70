import { sql } from 'kysely'
import { qualifierOfSum } from '#engine/quantity/qualifier'
import { QUALIFIERS, type Qualifier } from '#engine/quantity/quantity'
import { findUnit, isRate } from '#engine/quantity/unit'
import type { ListQuery } from '#engine/records/list-query'
import type { RecordType } from '#engine/records/record'
import type { ListGroup, ListTotal } from '#engine/records/reply'
import type { Transaction } from '#platform/database/database'
import type { Places } from './kernel'
import { expression, matching } from './list-rows'

export interface ListTotals {
  readonly total: number
  readonly totals: Readonly<Record<string, ListTotal>>
}

/** Number fields that may be summed; the sum of percentages says nothing. */
const summable = (record: RecordType): string[] =>
  Object.entries(record.fields).flatMap(([name, field]) => {
    const unit = field.kind === 'decimal' && field.unit ? findUnit(field.unit) : undefined
    return field.kind === 'decimal' && !(unit && isRate(unit)) ? [name] : []
  })

/** The marks (约, 超过 …) of the figures that are summed; a record keeps them in `<field>_qualifier`. */
function marks(record: RecordType, name: string) {
  const beside = `${name}_qualifier`
  if (!Object.hasOwn(record.fields, beside)) return sql<null>`NULL::text[]`
  const [figure, mark] = [expression(record, name), expression(record, beside)]
  return sql<
    string[] | null
  >`array_agg(DISTINCT ${mark}) FILTER (WHERE ${figure} IS NOT NULL AND ${mark} IS NOT NULL)`
}

/** A sum says no more than the figures it is made of: with one 约 among them it is 约. */
const summedMark = (given: readonly string[] | null): Qualifier =>
  (given ?? [])
    .flatMap((one) => QUALIFIERS.find((qualifier) => qualifier === one) ?? [])
    .reduce(qualifierOfSum, 'exact')

/** How many rows, and the sum of every number field with how many know it. */
const sums = (record: RecordType, numbers: readonly string[]) => [
  sql<number>`count(*)`.as('total'),
  ...numbers.flatMap((name) => [
    sql<string>`sum(${expression(record, name)})`.as(`sum_${name}`),
    sql<number>`count(${expression(record, name)})`.as(`known_${name}`),
    marks(record, name).as(`marks_${name}`),
  ]),
]

type Found = { readonly total: number } & Readonly<Record<string, unknown>>

const totalsIn = (found: Found, numbers: readonly string[]): ListTotals => ({
  total: Number(found.total),
  totals: Object.fromEntries(
    numbers
      .filter((name) => found[`sum_${name}`] !== null)
      .map((name): [string, ListTotal] => [
        name,
        {
          value: String(found[`sum_${name}`]),
          qualifier: summedMark(found[`marks_${name}`] as string[] | null),
          known: Number(found[`known_${name}`]),
        },
      ]),
  ),
})

/** How many rows match, and the sum of every number field over them: a totals row is over the filter, not the page. */
export async function countRows(
  tx: Transaction,
  record: RecordType,
  given: { list: ListQuery; places: Places },
): Promise<ListTotals> {
  const numbers = summable(record)
  const query = matching({ record, actor: tx.actor, ...given }).select(sums(record, numbers))
  return totalsIn((await tx.first(query)) as Found, numbers)
}

/** More groups than anybody reads; a field with so many values is none to group by. */
const mostGroups = 500

/** The same, by the values of one field: the largest group first, what is not filled in last. */
export async function groupRows(
  tx: Transaction,
  record: RecordType,
  given: { list: ListQuery; places: Places; group: string },
): Promise<ListGroup[]> {
  const numbers = summable(record)
  const by = expression(record, given.group)
  const query = matching({ record, actor: tx.actor, ...given })
    .select([sql<string | null>`${by}::text`.as('key'), ...sums(record, numbers)])
    .groupBy(by)
    .orderBy(sql`${by} IS NULL`)
    .orderBy(sql`count(*)`, (order) => order.desc())
    .orderBy(by)
    .limit(mostGroups)
  const rows = await tx.all<Found & { key: string | null }>(query as never)
  return rows.map((row) => ({ key: row.key, ...totalsIn(row, numbers) }))
}
