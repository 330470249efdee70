import { sql, type RawBuilder } from 'kysely'
import type { LampSnapshot } from '#engine/lamps/months'
import { stepPeriod } from '#engine/period/period-steps'
import { grouped } from '#engine/result/grouped'
import type { Transaction } from '#platform/database/database'
import { type LampGround, type LampReadingOf, toldUntil } from '../../domain/lamp-facts-of'
import type { NodeRow } from '../../domain/plan-of'

/** Which projects of a zone: all, those of some units, or some by id. */
export interface Asked extends LampReadingOf {
  readonly zone: string
  readonly units?: readonly string[] | undefined
  readonly projects?: readonly string[] | undefined
}

/** A project with what its lamps are read from, and how it is listed. */
export interface GroundRow extends LampGround {
  readonly unit_id: string
  readonly name_zh: string
  readonly sample: boolean
  readonly promised_on: string | null
  readonly lamp: string | null
  /** The last accepted month of the year. */
  readonly last_month: string | null
}

const isAsked = ({ projects }: Asked, column: string): RawBuilder<boolean> =>
  projects ? sql`${sql.ref(column)} = ANY (${projects}::text[])` : sql`true`

/**
 * All projects that are followed, each with its place on the year's list and its accepted months added up, in one
 * statement. A withdrawn project has no lamps. Ordered by id, so that whoever writes does so in one order.
 */
export const groundRows = (tx: Transaction, asked: Asked): Promise<GroundRow[]> => {
  const { zone, units, month, on } = asked
  const year = month.slice(0, 4)
  return tx.all<GroundRow>(sql`
    SELECT p.id, p.unit_id, p.name_zh, p.sample, p.state, p.lamp, p.planned_start, p.started_on, p.started_in,
      p.entered_on, p.promised_on, y.project IS NOT NULL AS is_listed, y.annual_plan, y.planned_start AS year_start,
      y.funds_plan, m.invested, m.funds, m.last_month
    FROM project p
    LEFT JOIN project_year y ON y.zone_id = p.zone_id AND y.project = p.id AND y.year = ${year}
      AND (y.left_on IS NULL OR y.left_on > ${on}::date)
    LEFT JOIN (
      SELECT project, max(month) AS last_month,
        CASE WHEN count(invested) = count(*) THEN sum(invested) END AS invested,
        CASE WHEN count(funds) = count(*) THEN sum(funds) END AS funds
      FROM project_month
      WHERE zone_id = ${zone} AND state = 'accepted' AND month BETWEEN ${`${year}-01`} AND ${toldUntil(asked)}
        AND ${isAsked(asked, 'project')}
      GROUP BY project
    ) m ON m.project = p.id
    WHERE p.zone_id = ${zone} AND p.state <> 'withdrawn' AND ${isAsked(asked, 'p.id')}
      AND ${units ? sql<boolean>`p.unit_id = ANY (${units}::text[])` : sql<boolean>`true`}
    ORDER BY p.id`)
}

/** The plans of these projects, by project. */
export async function nodesByProject(
  tx: Transaction,
  zone: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly NodeRow[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.all<NodeRow>(
    sql`SELECT * FROM project_node WHERE zone_id = ${zone} AND project = ANY (${ids}::text[]) ORDER BY project, position, name_zh`,
  )
  return grouped(rows, ({ project }) => project)
}

/** Months in a row are counted back to where a row of this length begins. */
const longestRow = 36

/** What was lit for the start in the months before, of projects that are due and not started. */
export async function startSnapshots(
  tx: Transaction,
  { zone, month }: Asked,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly LampSnapshot[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.all<LampSnapshot & { readonly project: string }>(
    sql`SELECT project, month, dimension, colour, exempted_by IS NOT NULL AS "isExempt" FROM project_lamp
      WHERE zone_id = ${zone} AND dimension = 'start' AND project = ANY (${ids}::text[])
        AND month < ${month} AND month >= ${stepPeriod(month, -longestRow)}`,
  )
  return grouped(rows, ({ project }) => project)
}
