import { sql } from 'kysely'
import { worstColour } from '#engine/lamps/lamp'
import type { LampColour } from '#engine/lamps/lamp-table'
import type { PeriodId } from '#engine/period/period'
import { appendEvents } from '#platform/audit/events'
import type { Transaction } from '#platform/database/database'
import type { Kernel } from '#platform/records/kernel'
import type { HeldExemption } from './held-exemptions'
import { type Asked, type StillLit, stillLit } from './lamp-grounds'
import { type JudgedProject, lampsOfProjects } from './lamps-of-projects'
import { dropLamps, type LampToKeep, writeLamps } from './write-lamps'

/** What a snapshot has done. */
export interface LampSnapshotTaken {
  /** Projects judged. */
  readonly judged: number
  /** Lamps written: those that differ from what was kept. */
  readonly written: number
  /** Projects whose worst lamp has changed. */
  readonly turned: number
}

function lampsToKeep({ row, lamps }: JudgedProject): LampToKeep[] {
  return lamps.map((lamp) => ({
    project: row.id,
    unit_id: row.unit_id,
    sample: row.sample,
    dimension: lamp.dimension,
    colour: lamp.colour,
    measured: lamp.value ?? null,
    says_zh: lamp.says.zh,
    says_en: lamp.says.en,
    exempted_by: (lamp.exemption as HeldExemption | undefined)?.id ?? null,
  }))
}

/** A month that is closed late says nothing of today: the project shows the lamp of the last month there is. */
async function isNewest(tx: Transaction, zone: string, month: PeriodId): Promise<boolean> {
  const later = await tx.first(
    sql`SELECT 1 AS one FROM project_lamp WHERE zone_id = ${zone} AND month > ${month} LIMIT 1`,
  )
  return later === undefined
}

interface Turned {
  readonly id: string
  readonly unit_id: string
  readonly from: string | null
  readonly lamp: LampColour | 'unknown' | null
}

const turnedAmong = (judged: readonly JudgedProject[]): Turned[] =>
  judged.flatMap(({ row: { id, unit_id, lamp: from }, lamps }) => {
    const lamp = worstColour(lamps)
    return lamp === from ? [] : [{ id, unit_id, from, lamp }]
  })

/** A withdrawn project is followed no more: it shows no lamp. */
const putOut = ({ id, unit_id, lamp: from }: StillLit): Turned => ({ id, unit_id, from, lamp: null })

/**
 * The worst lamp on the project's own row, for its list. The rows are locked in the order of their ids, before any lamp is
 * written, so that two who judge at once wait for each other and not both. Their versions stay: whoever has a project
 * open has not been overtaken.
 */
async function turnProjects(tx: Transaction, zone: string, turned: readonly Turned[]): Promise<void> {
  if (turned.length === 0) return
  const ids = turned.map(({ id }) => id)
  await tx.all(
    sql`SELECT id FROM project WHERE zone_id = ${zone} AND id = ANY (${ids}::text[]) ORDER BY id FOR UPDATE`,
  )
  await tx.run(sql`
    UPDATE project SET lamp = g.lamp FROM json_to_recordset(${JSON.stringify(turned)}::json) AS g(id text, lamp text)
    WHERE project.zone_id = ${zone} AND project.id = g.id`)
  await appendEvents(
    tx,
    turned.map(({ id, unit_id, from, lamp }) => ({
      zone,
      unit: unit_id,
      record: 'project',
      id,
      deed: 'update',
      changes: { lamp: [from, lamp] },
    })),
  )
}

/**
 * Keeps the lamps of a zone's projects as they stand in a month (or of some `units` or `projects` of it): one row a project
 * and dimension, of which only what differs is written, and the worst of them on the project itself. To be called again
 * changes nothing. Works as the kernel, signed by whoever's transaction it is; needs one that may write.
 */
export async function takeLampSnapshot(
  tx: Transaction,
  kernel: Kernel,
  given: Asked,
): Promise<LampSnapshotTaken> {
  const { zone, month } = given
  const as = tx.asKernel
  const judged = [...(await lampsOfProjects(as, kernel, given)).values()]
  const lamps = judged.flatMap(lampsToKeep)
  const turned = [...turnedAmong(judged), ...(await stillLit(as, given)).map(putOut)]
  const isShown = await isNewest(as, zone, month)
  if (isShown) await turnProjects(as, zone, turned)
  const projects = judged.map(({ row }) => row.id)
  const dropped = await dropLamps(as, { zone, month }, { projects, lamps })
  const written = await writeLamps(as, { zone, month }, lamps)
  return { judged: judged.length, written: written + dropped, turned: isShown ? turned.length : 0 }
}
