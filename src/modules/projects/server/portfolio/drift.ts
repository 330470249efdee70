import { type Baseline, driftFrom, type NodeDrift } from '#engine/schedules/baseline'
import { computeSchedule, type ScheduleReading } from '#engine/schedules/compute-schedule'
import type { DriftReply, NodeDriftReply } from '../../contract'
import { baselineIn, type BaselineRow } from '../../domain/kept-baseline'
import { daysReply, type KeptPlan, refused } from '../schedule'

const nodeReply = (node: NodeDrift, then: Baseline['nodes'][number] | undefined): NodeDriftReply => ({
  id: node.id,
  name: node.name,
  change: node.change,
  then: then ? { start: then.start, finish: then.finish } : null,
  finish: node.finish ? daysReply(node.finish) : null,
  money: node.money?.value ?? null,
})

/** How far a project's plan, worked out for today, is from one of its baselines. */
export function driftReply(kept: KeptPlan, row: BaselineRow, reading: ScheduleReading): DriftReply {
  const schedule = computeSchedule(kept.plan, reading)
  if (!schedule.ok) throw refused(schedule.error)
  const baseline = baselineIn(row)
  const drift = driftFrom(baseline, schedule.value, reading.calendar)
  const then = new Map(baseline.nodes.map((node) => [node.id, node]))
  return {
    baseline: row.id,
    name: row.name_zh,
    taken_on: baseline.keptOn,
    forecast_start: String(row.forecast_start),
    forecast_finish: baseline.finish,
    promised: row.promised_on,
    nodes: drift.nodes.map((node) => nodeReply(node, then.get(node.id))),
    finish: daysReply(drift.finish),
    promise: drift.promised ? daysReply(drift.promised) : null,
    money: drift.money.drift.value,
  }
}
