import type { PlainDate } from '#engine/period/plain-date'
import type { RowOf } from '#engine/records/record'
import type { Dependency, DependencyKind, PlanNode, SchedulePlan } from '#engine/schedules/plan'
import type { project } from '../records/project'
import type { projectNode } from '../records/project-node'

export type ProjectRow = RowOf<typeof project>
export type NodeRow = RowOf<typeof projectNode>

const unitOf = (row: NodeRow) => (row.day_kind === 'calendar' ? 'calendar_day' : 'workday')

function planNode(row: NodeRow): PlanNode {
  const day = (value: string | null) => (value === null ? undefined : (value as PlainDate))
  const [start, finish] = [day(row.actual_start), day(row.actual_finish)]
  return {
    id: row.id,
    name: row.name_zh,
    duration: row.duration,
    unit: unitOf(row),
    ...(row.fixed_start !== null && { fixedStart: row.fixed_start as PlainDate }),
    ...(row.fixed_finish !== null && { fixedFinish: row.fixed_finish as PlainDate }),
    ...(row.line !== null && { line: row.line }),
    ...(row.planned_money !== null && { planned: { value: row.planned_money, qualifier: 'exact' } }),
    ...((start ?? finish) && { actual: { ...(start && { start }), ...(finish && { finish }) } }),
  }
}

const waits = (row: NodeRow, kind: DependencyKind, before: readonly string[] | null): Dependency[] =>
  (before ?? []).map((id) => ({
    before: id,
    after: row.id,
    kind,
    ...(row.lag !== null && { lag: row.lag, lagUnit: unitOf(row) }),
  }))

/**
 * A project's plan as the schedule engine reads it: its nodes, what they wait for, and the promised completion. Money is
 * counted in 亿元, as the nodes are.
 */
export function planOf(project: Pick<ProjectRow, 'promised_on'>, nodes: readonly NodeRow[]): SchedulePlan {
  return {
    nodes: nodes.map(planNode),
    dependencies: nodes.flatMap((row) => [
      ...waits(row, 'finish_start', row.follows),
      ...waits(row, 'start_start', row.starts_with),
    ]),
    ...(project.promised_on !== null && { promised: project.promised_on as PlainDate }),
    moneyUnit: 'yi_yuan',
  }
}
