import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database'
import { askedList } from '#platform/records/asked-list'
import type { Kernel } from '#platform/records/kernel'
import { expression, matching } from '#platform/records/list-rows'
import type { PlanTotalsReply, PlanTotal } from '../../portfolio-contract'
import { project } from '../../records/project'

/**
 * What the projects that a list address asks for are planned to invest in a year: over all of them, and by the groups of
 * the list. Only projects on the year's list count; those of them without a planned sum are told, never taken for zero.
 */
export async function planTotals(
  tx: Transaction,
  kernel: Kernel,
  given: { request: FastifyRequest; year: string },
): Promise<PlanTotalsReply> {
  const list = await askedList(tx, kernel, { record: project, request: given.request })
  const asking = { record: project, actor: tx.actor, list, places: kernel.places() }
  const by = list.group ? expression(project, list.group) : sql`NULL`
  const projects = matching(asking).select(['id', 'zone_id', sql`${by}::text`.as('key')] as never)
  const groups = await tx.all<PlanTotal>(
    sql`SELECT p.key, trim_scale(sum(y.annual_plan)) AS planned, count(y.annual_plan)::int AS known, count(*)::int AS listed
      FROM ${projects} AS p JOIN project_year AS y ON y.zone_id = p.zone_id AND y.project = p.id
      WHERE y.year = ${given.year} AND y.counted IS TRUE GROUP BY p.key ORDER BY p.key`,
  )
  return { year: given.year, groups }
}
