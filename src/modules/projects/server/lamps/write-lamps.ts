import { sql } from 'kysely'
import { previousPeriod } from '#engine/period/period-steps'
import type { PeriodId } from '#engine/period/period'
import { appendEvents, type NewEvent } from '#platform/audit/events'
import type { Transaction } from '#platform/database/database'
import { newId } from '#platform/records/new-id'
import { titleKey } from '#platform/records/search-terms'

/** A lamp as it is to stand in a month. */
export interface LampToKeep {
  readonly project: string
  readonly unit_id: string
  readonly sample: boolean
  readonly dimension: string
  readonly colour: string
  readonly measured: string | null
  readonly says_zh: string
  readonly says_en: string
  readonly exempted_by: string | null
}

interface Month {
  readonly zone: string
  readonly month: PeriodId
}

interface Differing extends LampToKeep {
  readonly months: number
  readonly known: string | null
  readonly was: string | null
}

/** Lamps that travel in one statement: some two megabytes of JSON. */
const batch = 4000

const given = (lamps: readonly LampToKeep[]) => sql`json_to_recordset(${JSON.stringify(lamps)}::json) AS g(
  project text, unit_id text, sample boolean, dimension text, colour text, measured text, says_zh text, says_en text,
  exempted_by text)`

/** A warning goes on for a month more than it did in the month before; anything else ends the row. */
const running = sql<number>`CASE WHEN g.colour IN ('yellow', 'orange', 'red') THEN coalesce(b.months, 0) + 1 ELSE 0 END`

/** Those that are not kept yet as they are now; the database compares, so that a quiet day reads nothing and writes nothing. */
const differing = (tx: Transaction, { zone, month }: Month, lamps: readonly LampToKeep[]) =>
  tx.all<Differing>(sql`
    SELECT g.*, ${running} AS months, c.id AS known, c.colour AS was FROM ${given(lamps)}
    LEFT JOIN project_lamp c ON c.zone_id = ${zone} AND c.project = g.project AND c.month = ${month}
      AND c.dimension = g.dimension
    LEFT JOIN project_lamp b ON b.zone_id = ${zone} AND b.project = g.project
      AND b.month = ${previousPeriod(month)} AND b.dimension = g.dimension
    WHERE c.id IS NULL
      OR (c.unit_id, c.colour, c.measured, c.says_zh, c.says_en, c.exempted_by, c.months) IS DISTINCT FROM
         (g.unit_id, g.colour, g.measured, g.says_zh, g.says_en, g.exempted_by, ${running})
    ORDER BY g.project, g.dimension`)

async function keep(
  tx: Transaction,
  { zone, month }: Month,
  lamps: readonly Differing[],
): Promise<Differing[]> {
  const now = new Date().toISOString()
  const named = lamps.map((lamp) => ({ ...lamp, known: lamp.known ?? newId() }))
  const rows = named.map(({ known, was: _was, ...lamp }) => ({
    ...lamp,
    id: known,
    zone_id: zone,
    month,
    version: 1,
    created_at: now,
    created_by: tx.actor.person,
    updated_at: now,
    updated_by: tx.actor.person,
    extra: {},
    title_key: titleKey(month),
  }))
  // Two that judge the same project at once: the second finds the row of the first.
  await tx.run(sql`
    INSERT INTO project_lamp SELECT * FROM jsonb_populate_recordset(NULL::project_lamp, ${JSON.stringify(rows)}::jsonb)
    ON CONFLICT (zone_id, project, month, dimension) DO UPDATE SET unit_id = EXCLUDED.unit_id,
      colour = EXCLUDED.colour, measured = EXCLUDED.measured, says_zh = EXCLUDED.says_zh, says_en = EXCLUDED.says_en,
      exempted_by = EXCLUDED.exempted_by, months = EXCLUDED.months, version = project_lamp.version + 1,
      updated_at = EXCLUDED.updated_at, updated_by = EXCLUDED.updated_by`)
  return named
}

const eventOf = (zone: string, lamp: Differing): NewEvent => ({
  zone,
  unit: lamp.unit_id,
  record: 'project_lamp',
  id: lamp.known ?? '',
  deed: lamp.was === null ? 'create' : 'update',
  changes: {
    ...(lamp.was !== lamp.colour && { colour: [lamp.was, lamp.colour] }),
    says_zh: [null, lamp.says_zh],
  },
})

/** Keeps the lamps of a month that differ from what is kept, each with its event; returns how many. */
export async function writeLamps(
  tx: Transaction,
  month: Month,
  lamps: readonly LampToKeep[],
): Promise<number> {
  let written = 0
  for (let start = 0; start < lamps.length; start += batch) {
    const changed = await differing(tx, month, lamps.slice(start, start + batch))
    if (changed.length === 0) continue
    const kept = await keep(tx, month, changed)
    await appendEvents(
      tx,
      kept.map((lamp, index) => eventOf(month.zone, { ...lamp, was: changed[index]?.was ?? null })),
    )
    written += kept.length
  }
  return written
}

/** Lamps of a dimension that no rule speaks of any more go out: of the month that is being judged, not of those before. */
export async function dropLamps(
  tx: Transaction,
  { zone, month }: Month,
  { projects, lamps }: { readonly projects: readonly string[]; readonly lamps: readonly LampToKeep[] },
): Promise<number> {
  const standing = lamps.map(({ project, dimension }) => `${project} ${dimension}`)
  const dropped = await tx.all<{ id: string; unit_id: string; colour: string }>(sql`
    DELETE FROM project_lamp WHERE zone_id = ${zone} AND month = ${month} AND project = ANY (${projects}::text[])
      AND project || ' ' || dimension <> ALL (${standing}::text[])
    RETURNING id, unit_id, colour`)
  await appendEvents(
    tx,
    dropped.map(({ id, unit_id, colour }) => ({
      zone,
      unit: unit_id,
      record: 'project_lamp',
      id,
      deed: 'remove',
      changes: { colour: [colour, null] },
    })),
  )
  return dropped.length
}
