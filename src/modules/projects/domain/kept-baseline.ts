import { isPlainDate, type PlainDate } from '#engine/period/plain-date'
import { quantity, type Quantity } from '#engine/quantity/quantity'
import type { RowOf } from '#engine/records/record'
import { text } from '#engine/result/result'
import { type Baseline, type BaselineNode, baselineOf } from '#engine/schedules/baseline'
import type { Schedule } from '#engine/schedules/schedule'
import type { planBaseline } from '../records/plan-baseline'

export type BaselineRow = RowOf<typeof planBaseline>

/** What a baseline's row keeps of a schedule: its dates as forecast on that day, node by node. */
export function keptFields(schedule: Schedule, taken: { name: string; on: PlainDate }) {
  const baseline = baselineOf(schedule, { name: taken.name, keptOn: taken.on, dates: 'earliest' })
  return {
    taken_on: taken.on,
    promised_on: baseline.promised ?? null,
    forecast_start: schedule.start,
    forecast_finish: baseline.finish,
    node_count: baseline.nodes.length,
    kept_nodes: JSON.stringify(baseline.nodes.map(written)),
  }
}

type Written = readonly [id: string, name: string, start: string, finish: string, planned: string | null]

const written = ({ id, name, start, finish, planned }: BaselineNode): Written => [
  id,
  name.zh,
  start,
  finish,
  planned?.value ?? null,
]

const amount = (value: string | null): { planned?: Quantity } =>
  value === null ? {} : { planned: quantity(value, 'exact') }

/** A kept row as the engine compares it; what is no date any more is left out. */
export function baselineIn(row: Omit<BaselineRow, 'extra'>): Baseline {
  const nodes = (JSON.parse(row.kept_nodes ?? '[]') as Written[]).flatMap(
    ([id, name, start, finish, planned]): BaselineNode[] =>
      isPlainDate(start) && isPlainDate(finish)
        ? [{ id, name: text(name, name), start, finish, ...amount(planned) }]
        : [],
  )
  return {
    name: row.name_zh,
    keptOn: row.taken_on as PlainDate,
    finish: row.forecast_finish as PlainDate,
    ...(row.promised_on !== null && { promised: row.promised_on as PlainDate }),
    moneyUnit: 'yi_yuan',
    nodes,
  }
}
