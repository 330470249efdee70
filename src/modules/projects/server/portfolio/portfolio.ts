import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { computeSchedule, type ScheduleReading } from '#engine/schedules/compute-schedule'
import type { ListQuery } from '#engine/records/list-query'
import type { Schedule } from '#engine/schedules/schedule'
import { queries, type Transaction } from '#platform/database/database'
import { askedList } from '#platform/records/asked-list'
import type { Kernel } from '#platform/records/kernel'
import { listRows, matching } from '#platform/records/list-rows'
import { titlesFor } from '#platform/records/references'
import { replyRows } from '#platform/records/reply'
import type { StoredRow } from '#platform/records/rows'
import { type NodeRow, planOf, type ProjectRow } from '../../domain/plan-of'
import { planDigest } from '../../domain/portfolio-plan'
import type { KeptBaselineReply, PortfolioPlanReply, PortfolioReply } from '../../portfolio-contract'
import { project } from '../../records/project'
import { readingOf } from '../plan-reading'
import { daysReply } from '../schedule'

/** The fields of a project that the portfolio shows: a page of a hundred is read again and again as one scrolls. */
const shownFields = new Set([
  'id',
  'unit_id',
  'version',
  'state',
  'sample',
  'may',
  'name_zh',
  'category',
  'stage',
  'investment',
  'investment_qualifier',
  'signed_on',
  'planned_start',
  'started_on',
  'promised_on',
  'completed_on',
  'leader',
  'officer',
  'task_force',
  'organ',
  'lamp',
])

/** Projects that are read together, and the zones they lie in. */
export interface Page {
  readonly zones: readonly string[]
  readonly ids: readonly string[]
}

export const pageOf = (rows: readonly StoredRow[]): Page => ({
  zones: [...new Set(rows.map(({ zone_id }) => zone_id))],
  ids: rows.map(({ id }) => id),
})

/** Rows of a part by the project they belong to. */
function byProject<R extends { readonly project: string }>(rows: readonly R[]): Map<string, R[]> {
  const found = new Map<string, R[]>()
  for (const row of rows) {
    const of = found.get(row.project)
    if (of) of.push(row)
    else found.set(row.project, [row])
  }
  return found
}

async function nodesOf(tx: Transaction, { zones, ids }: Page): Promise<Map<string, NodeRow[]>> {
  const rows = await tx.all<NodeRow>(
    queries()
      .selectFrom('project_node')
      .selectAll()
      .where(sql<boolean>`zone_id = ANY (${zones}::text[]) AND project = ANY (${ids}::text[])`)
      .orderBy('position')
      .orderBy('name_zh') as never,
  )
  return byProject(rows)
}

/** The baseline taken last of each project, without the dates of its nodes. */
async function lastBaselines(tx: Transaction, { zones, ids }: Page): Promise<Map<string, KeptBaselineReply>> {
  const rows = await tx.all<KeptBaselineReply & { project: string }>(
    sql`SELECT DISTINCT ON (project) project, id, name_zh AS name, taken_on, forecast_start AS start,
        forecast_finish AS finish
      FROM plan_baseline WHERE zone_id = ANY (${zones}::text[]) AND project = ANY (${ids}::text[])
      ORDER BY project, taken_on DESC, created_at DESC`,
  )
  return new Map(rows.map(({ project: of, ...kept }) => [of, kept]))
}

const unplanned = (baseline: KeptBaselineReply | null): PortfolioPlanReply => ({
  nodes: 0,
  finished: 0,
  start: null,
  finish: null,
  spare: null,
  next: null,
  baseline,
  problem: null,
})

function plannedReply(schedule: Schedule, baseline: KeptBaselineReply | null): PortfolioPlanReply {
  const { nodes, finished, next } = planDigest(schedule)
  return {
    nodes,
    finished,
    start: schedule.start,
    finish: schedule.finish,
    spare: schedule.spare ? daysReply(schedule.spare) : null,
    next: next
      ? {
          id: next.id,
          name: next.name,
          finish: next.earliestFinish,
          latest: next.latestFinish,
          critical: next.isCritical,
        }
      : null,
    baseline,
    problem: null,
  }
}

interface Kept {
  readonly row: StoredRow
  readonly nodes: readonly NodeRow[]
  readonly baseline: KeptBaselineReply | null
}

function planReply({ row, nodes, baseline }: Kept, reading: ScheduleReading): PortfolioPlanReply {
  if (nodes.length === 0) return unplanned(baseline)
  const schedule = computeSchedule(planOf(row as unknown as ProjectRow, nodes), reading)
  if (schedule.ok) return plannedReply(schedule.value, baseline)
  return { ...unplanned(baseline), nodes: nodes.length, problem: schedule.error[0]?.says ?? null }
}

/** The plans of these projects as they are kept: two reads for all of them. */
async function keptPlans(tx: Transaction, rows: readonly StoredRow[]): Promise<Kept[]> {
  if (rows.length === 0) return []
  const page = pageOf(rows)
  const [nodes, baselines] = await Promise.all([nodesOf(tx, page), lastBaselines(tx, page)])
  return rows.map((row) => ({
    row,
    nodes: nodes.get(row.id) ?? [],
    baseline: baselines.get(row.id) ?? null,
  }))
}

type Asking = Parameters<typeof matching>[0]

/** How many projects match, and between which days they lie. */
async function extentOf(tx: Transaction, asking: Asking): Promise<Pick<PortfolioReply, 'total' | 'span'>> {
  const found = (await tx.first(
    matching(asking).select([
      sql<number>`count(*)`.as('total'),
      sql<string | null>`min(least(signed_on, planned_start, started_on, promised_on))`.as('first'),
      sql<string | null>`max(greatest(promised_on, completed_on, planned_start))`.as('last'),
    ]) as never,
  )) as { total: number; first: string | null; last: string | null }
  const { first, last } = found
  return {
    total: Number(found.total),
    span: first === null || last === null ? null : { first, last },
  }
}

const shownRow = (row: object) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => shownFields.has(name))) as never

/** Projects with their plans, how many match in all, and between which days they lie. */
export async function portfolioOf(
  tx: Transaction,
  kernel: Kernel,
  { list, rows }: { list: ListQuery; rows: readonly StoredRow[] },
): Promise<PortfolioReply> {
  // Asked for all at once: while the database counts all that match, the plans of the page are worked out.
  const asking = { record: project, actor: tx.actor, list, places: kernel.places() }
  const extent = extentOf(tx, asking)
  const [replies, titles, reading, kept] = await Promise.all([
    replyRows(tx, kernel, { record: project, rows }),
    titlesFor(tx, kernel, { record: project, rows }),
    readingOf(tx, kernel),
    keptPlans(tx, rows),
  ])
  const plans = Object.fromEntries(kept.map((one) => [one.row.id, planReply(one, reading)]))
  return { today: reading.today, rows: replies.map(shownRow), plans, ...(await extent), titles }
}

/** A page of the projects that a list address asks for, with their plans. */
export async function portfolioReply(
  tx: Transaction,
  kernel: Kernel,
  request: FastifyRequest,
): Promise<PortfolioReply> {
  const list = await askedList(tx, kernel, { record: project, request })
  const rows = await listRows(tx, project, { list, places: kernel.places() })
  return portfolioOf(tx, kernel, { list, rows })
}
