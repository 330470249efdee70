import { sql } from 'kysely'
import { period } from '#engine/period/period'
import { grouped } from '#engine/result/grouped'
import { kernelActor } from '#platform/database/database'
import { beijingToday } from '#platform/records/beijing-now'
import { oncePer } from '#platform/jobs/once-per'
import { startRepeating } from '#platform/jobs/start-repeating'
import type { Kernel } from '#platform/records/kernel'
import type { NewProjects, PlacedProject } from './new-projects'
import { takeLampSnapshot } from './take-lamp-snapshot'

/** Projects that one transaction judges: short enough that nobody waits for it, also on an embedded database. */
const batch = 500

/** One server at a time judges a zone: two would wait for each other's rows. */
const turnOf = (zone: string) => sql`SELECT pg_advisory_xact_lock(7143, hashtext(${zone}))`

/** Milliseconds in which new projects are gathered: they often come one upon the other. */
const gathering = 500

const followed = sql<PlacedProject>`SELECT zone_id, id FROM project WHERE state <> 'withdrawn' ORDER BY zone_id, id`

/** Judges these projects for today, zone by zone and some hundreds at a time. */
async function judgeToday(kernel: Kernel, all: readonly PlacedProject[]): Promise<void> {
  const on = beijingToday()
  const month = period(on.slice(0, 7))
  for (const [zone, rows] of grouped(all, ({ zone_id }) => zone_id))
    for (let start = 0; start < rows.length; start += batch) {
      const projects = rows.slice(start, start + batch).map(({ id }) => id)
      await kernel.database.transaction(kernelActor, 'write', async (tx) => {
        await tx.run(turnOf(zone))
        await takeLampSnapshot(tx, kernel, { zone, month, on, projects })
      })
    }
}

/** Judges every zone's projects for today. */
async function keepLamps(kernel: Kernel): Promise<void> {
  const all = await kernel.database.transaction(kernelActor, 'read', (tx) => tx.all<PlacedProject>(followed))
  await judgeToday(kernel, all)
}

interface Timing {
  readonly minutes: number
  readonly failed: (error: unknown) => void
}

/**
 * Keeps the lamps of the current month day by day: soon after the start, whenever a new day has begun in Beijing, and
 * of projects that have come, soon after they were saved. Several servers on one database may all do so, since nothing
 * is written twice. Returns what stops it.
 */
export function startLamps(
  kernel: Kernel,
  fresh: NewProjects,
  { minutes, failed }: Timing,
): () => Promise<void> {
  if (minutes === 0) return () => Promise.resolve()
  const look = oncePer(beijingToday, () => keepLamps(kernel))
  const { next, stop } = startRepeating(look, { first: 15_000, every: minutes * 60_000, failed })
  let soon: NodeJS.Timeout | undefined
  fresh.whenNoted(() => {
    soon ??= setTimeout(() => {
      soon = undefined
      next(() => judgeToday(kernel, fresh.take()))
    }, gathering)
    soon.unref()
  })
  return () => {
    clearTimeout(soon)
    return stop()
  }
}
