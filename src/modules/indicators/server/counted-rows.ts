import type { CellKey } from '#engine/figures/cell'
import type { Explanation } from '#engine/figures/explain'
import type { PeriodId } from '#engine/period/period'
import { firstDay, lastDay, monthsOf } from '#engine/period/period-extent'
import { grainOf } from '#engine/period/period'
import { readListQuery } from '#engine/records/list-query'
import { addressOf, type Measure, type RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { countRows } from '#platform/records/count-rows'
import type { Kernel } from '#platform/records/kernel'
import type { CountedRowsReply } from '../contract'
import { parseMeasure } from '../domain/measure'
import type { FiguresPlan } from './figures-plan'

type Search = Readonly<Record<string, string>>

interface Counted {
  readonly record: RecordType
  readonly measure: Measure
  readonly key: CellKey
}

function countedBy(kernel: Kernel, plan: FiguresPlan, key: CellKey): Counted | undefined {
  const named = parseMeasure(plan.rows.get(key.indicator)?.measure ?? '')
  const record = named && kernel.records.get(named.record)
  const measure = named && record?.measures?.[named.measure]
  return record && measure && { record, measure, key }
}

/** The days or months of a period, as a list filters by them. */
function inPeriod({ record, measure: { by } }: Counted, period: PeriodId): Search {
  if (record.fields[by]?.kind !== 'period')
    return { [`${by}.gte`]: firstDay(period), [`${by}.lte`]: lastDay(period) }
  // A year is written on its own, or before its months: 2022, 2022-03, 2022-Q1.
  if (grainOf(period) === 'year') return { [`${by}.gte`]: period, [`${by}.lt`]: String(Number(period) + 1) }
  const months = monthsOf(period)
  return months.length > 1
    ? { [`${by}.gte`]: months[0] ?? period, [`${by}.lte`]: months.at(-1) ?? period }
    : { [by]: period }
}

const searchOf = (counted: Counted): Search => ({
  unit: counted.key.unit,
  ...Object.fromEntries(
    Object.entries(counted.measure.where ?? {}).map(([name, value]) => [name, String(value)]),
  ),
  ...inPeriod(counted, counted.key.period),
})

/** The one condition that the first counts by beyond the second; undefined where they are not a part and its whole. */
function conditionBetween(part: Counted, whole: Counted): string | undefined {
  if (part.record !== whole.record || part.measure.of !== 'count' || whole.measure.of !== 'count')
    return undefined
  const [narrow, wide] = [part.measure.where ?? {}, whole.measure.where ?? {}]
  const more = Object.keys(narrow).filter((name) => !Object.hasOwn(wide, name))
  const agrees = Object.entries(wide).every(([name, value]) => narrow[name] === value)
  return agrees && part.measure.by === whole.measure.by && more.length === 1 ? more[0] : undefined
}

interface Side {
  readonly side: CountedRowsReply['side']
  readonly counted: Counted
  readonly search: Search
}

const side = (name: Side['side'], counted: Counted, search = searchOf(counted)): Side => ({
  side: name,
  counted,
  search,
})

/** Both sides of a share of rows, and those on the list that are not there yet. */
function sidesOf(inputs: readonly Counted[]): Side[] {
  const [one, other] = inputs
  if (inputs.length !== 2 || !one || !other) return inputs.map((input) => side('counted', input))
  const [part, whole] = conditionBetween(one, other) ? [one, other] : [other, one]
  const condition = conditionBetween(part, whole)
  if (condition === undefined) return inputs.map((input) => side('counted', input))
  const value = String(part.measure.where?.[condition])
  return [
    side('numerator', part),
    side('denominator', whole),
    side('rest', whole, { ...searchOf(whole), [`${condition}.ne`]: value }),
  ]
}

async function replied(tx: Transaction, kernel: Kernel, { side: name, counted, search }: Side) {
  const { record, measure } = counted
  const list = readListQuery(record, search)
  // A measure of fields that no list filters by: there is nothing to lead to.
  if (!list.ok) return []
  const { total, totals } = await countRows(tx, record, { list: list.value, places: kernel.places() })
  const sum = measure.of === 'count' ? undefined : totals[measure.of.sum]
  return [
    {
      side: name,
      record: record.name,
      label: name === 'rest' ? text('尚未达到的', 'Not there yet') : measure.label,
      path: `/records/${addressOf(record)}`,
      search,
      count: total,
      sum: sum ? { ...sum, measure: measure.unit } : null,
    },
  ]
}

/**
 * The lists that a figure was counted from: of a count or sum its rows; of a share of two counts the rows on either side
 * and those in between. Each number is of the rows that this reader sees there.
 */
export async function countedRows(
  tx: Transaction,
  kernel: Kernel,
  { plan, tree }: { readonly plan: FiguresPlan; readonly tree: Explanation },
): Promise<CountedRowsReply[]> {
  const own = countedBy(kernel, plan, tree.key)
  const inputs = tree.inputs.filter(
    ({ key }) =>
      key.unit === tree.key.unit && key.period === tree.key.period && key.nature === tree.key.nature,
  )
  const sides = own
    ? [side('counted', own)]
    : sidesOf(inputs.flatMap(({ key }) => countedBy(kernel, plan, key) ?? []))
  const replies = await Promise.all(sides.map((one) => replied(tx, kernel, one)))
  return replies.flat()
}
