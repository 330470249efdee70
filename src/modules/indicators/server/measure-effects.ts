import { sql } from 'kysely'
import { cellId, type CellKey } from '#engine/figures/cell'
import { compareValues } from '#engine/quantity/arithmetic'
import { canTell, parseMeasure, periodOf } from '../domain/measure'
import type { Measure, RecordType } from '#engine/records/record'
import { queries, type Transaction } from '#platform/database/database'
import type { Deed, Effect } from '#platform/records/effects'
import { beijingToday } from '#platform/records/beijing-now'
import type { Places } from '#platform/records/kernel'
import { newId } from '#platform/records/new-id'
import type { StoredRow } from '#platform/records/rows'
import type { FiguresPlan, PlanSource } from './figures-plan'
import type { IndicatorRow } from '../domain/indicator-of'
import { appendObservations } from './append-observations'
import { holdFigures } from './hold-figures'
import { recomputeCells } from './keep-cells'

interface Parts {
  readonly plans: PlanSource
  readonly places: () => Places
}

/** An indicator counted from a record type, with the measure that says how. */
interface Counted {
  readonly indicator: IndicatorRow
  readonly measure: Measure
}

function countedFrom(plan: FiguresPlan, record: RecordType): Counted[] {
  return [...plan.rows.values()].flatMap((indicator) => {
    const named = indicator.source === 'measure' ? parseMeasure(indicator.measure ?? '') : undefined
    const measure = named?.record === record.name ? record.measures?.[named.measure] : undefined
    return measure ? [{ indicator, measure }] : []
  })
}

interface Touched {
  readonly key: CellKey
  readonly measure: Measure
  readonly row: StoredRow
}

/** The figures that rows were part of, and are part of now. */
const touched = (deeds: readonly Deed[], { indicator, measure }: Counted): Touched[] =>
  deeds
    .flatMap((deed) => (deed.name === 'remove' ? [deed.row] : [deed.before, deed.row]))
    .flatMap((row) => {
      const period = row && periodOf(row[measure.by], indicator.frequency)
      if (!row || !period) return []
      return [
        {
          key: { unit: row.unit_id, indicator: indicator.code, period, nature: 'actual' as const },
          measure,
          row,
        },
      ]
    })

/** The figure as the rows are now: a count, or a sum; a sum over rows that leave the field empty is unknown, not zero. */
async function counted(
  tx: Transaction,
  record: RecordType,
  given: { key: CellKey; measure: Measure; zone: string; tells: boolean },
): Promise<string | null> {
  const { key, measure, zone, tells } = given
  if (!tells) return null
  const amount =
    measure.of === 'count'
      ? sql<string>`count(*)::text`
      : sql<string | null>`sum(${sql.ref(measure.of.sum)})::text`
  let query = queries()
    .selectFrom(record.name)
    .select(amount.as('amount'))
    .where('zone_id', '=', zone)
    .where('unit_id', '=', key.unit)
    .where(sql<boolean>`left(${sql.ref(measure.by)}::text, ${key.period.length}::int) = ${key.period}`)
  for (const [name, value] of Object.entries(measure.where ?? {})) query = query.where(name, '=', value)
  const found = (await tx.first(query)) as { amount: string | null } | undefined
  return found?.amount ?? null
}

async function appendRevision(
  tx: Transaction,
  key: CellKey,
  given: { row: StoredRow; value: string | null; tells: boolean },
): Promise<boolean> {
  const last = await tx.first<{
    revision: number
    value: string | null
  }>(sql`SELECT revision, value FROM observation
    WHERE zone_id = ${given.row.zone_id} AND unit_id = ${key.unit} AND indicator = ${key.indicator} AND period = ${key.period} AND nature = ${key.nature}
    ORDER BY revision DESC LIMIT 1`)
  const same =
    last &&
    (last.value === null || given.value === null
      ? last.value === given.value
      : compareValues(last.value, given.value) === 0)
  // Of what cannot be told yet nothing is said, unless something was.
  if (same || (!last && given.value === null && !given.tells)) return false
  const now = new Date().toISOString()
  await appendObservations(tx, [
    {
      zone_id: given.row.zone_id,
      id: newId(),
      unit_id: key.unit,
      indicator: key.indicator,
      period: key.period,
      nature: key.nature,
      revision: (last?.revision ?? 0) + 1,
      value: given.value,
      qualifier: 'exact',
      origin: 'measure',
      published_by: given.row.updated_by,
      published_at: now,
      sample: given.row.sample,
    },
  ])
  return true
}

async function count(tx: Transaction, parts: Parts, given: Counting): Promise<void> {
  const { plan, record, found } = given
  if (found.length === 0) return
  const places = parts.places()
  const as = tx.asKernel
  // Counted with what others have just added: two at once would both count without the other.
  await holdFigures(as, { plan: plan.plan, places, units: found.map(({ key }) => key.unit) })
  const distinct = [...new Map(found.map((one) => [cellId(one.key), one])).values()]
  const changed = await Promise.all(
    distinct.map(async ({ key, measure, row }) => {
      const tells = canTell(measure, key.period, given.on ?? beijingToday())
      const value = await counted(as, record, { key, measure, zone: row.zone_id, tells })
      return (await appendRevision(as, key, { row, value, tells })) ? [key] : []
    }),
  )
  const keys = changed.flat()
  if (keys.length > 0) await recomputeCells(as, { plan: plan.plan, places, keys })
}

const asNew = (rows: readonly StoredRow[]): Deed[] =>
  rows.map((row) => ({ name: 'create', before: undefined, row, reason: null }))

interface Counting {
  readonly plan: FiguresPlan
  readonly record: RecordType
  readonly found: readonly Touched[]
  /** The day it is; today where nothing is said. */
  readonly on?: string
}

/** Figures counted from records move with every row, in its transaction: nobody types them in. */
export function measureEffects(record: RecordType, parts: Parts): Effect {
  return {
    async settle(tx: Transaction, deeds: readonly Deed[]) {
      const plan = await parts.plans(tx)
      const found = countedFrom(plan, record).flatMap((one) => touched(deeds, one))
      await count(tx, parts, { plan, record, found })
    },
  }
}

/** Counts what happens in the month of a day: on its first day what nobody could know before is zero, or more. */
export async function countBegun(
  tx: Transaction,
  parts: Parts & { readonly records: readonly RecordType[] },
  on: string,
): Promise<void> {
  const plan = await parts.plans(tx)
  for (const record of parts.records)
    for (const one of countedFrom(plan, record).filter(({ measure }) => measure.happened)) {
      const inMonth = sql<boolean>`left(${sql.ref(one.measure.by)}::text, 7) = ${on.slice(0, 7)}`
      const rows = await tx.asKernel.all(queries().selectFrom(record.name).selectAll().where(inMonth))
      await count(tx, parts, { plan, record, found: touched(asNew(rows as StoredRow[]), one), on })
    }
}

/** Counts an indicator that is new, or counted in another way, over every row there is. */
export async function countEverything(
  tx: Transaction,
  parts: Parts & { readonly records: readonly RecordType[] },
  code: string,
): Promise<void> {
  const plan = await parts.plans(tx, 'fresh')
  for (const record of parts.records) {
    const wanted = countedFrom(plan, record).filter(({ indicator }) => indicator.code === code)
    if (wanted.length === 0) continue
    const rows = await tx.asKernel.all(queries().selectFrom(record.name).selectAll())
    const deeds = asNew(rows as StoredRow[])
    await count(tx, parts, { plan, record, found: wanted.flatMap((one) => touched(deeds, one)) })
  }
}
