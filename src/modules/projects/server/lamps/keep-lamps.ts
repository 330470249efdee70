import { sql } from 'kysely'
import { period } from '#engine/period/period'
import { grouped } from '#engine/result/grouped'
import { kernelActor } from '#platform/database/database'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import type { NewProjects } from './new-projects'
import { takeLampSnapshot } from './take-lamp-snapshot'

/** Projects that one transaction judges: short enough that nobody waits for it, also on an embedded database. */
const batch = 500

/** One server at a time judges a zone: two would wait for each other's rows. */
const turnOf = (zone: string) => sql`SELECT pg_advisory_xact_lock(7143, hashtext(${zone}))`

/** Milliseconds in which new projects are gathered: they often come one upon the other. */
const gathering = 500

interface Followed {
  readonly zone_id: string
  readonly id: string
}

const followed = sql<Followed>`SELECT zone_id, id FROM project WHERE state <> 'withdrawn' ORDER BY zone_id, id`

/** Judges these projects of a zone for today, some hundreds at a time. */
async function judgeToday(kernel: Kernel, zone: string, ids: readonly string[]): Promise<void> {
  const on = beijingToday()
  const month = period(on.slice(0, 7))
  for (let start = 0; start < ids.length; start += batch)
    await kernel.database.transaction(kernelActor, 'write', async (tx) => {
      await tx.run(turnOf(zone))
      await takeLampSnapshot(tx, kernel, { zone, month, on, projects: ids.slice(start, start + batch) })
    })
}

/** Judges every zone's projects for today. */
async function keepLamps(kernel: Kernel): Promise<void> {
  const all = await kernel.database.transaction(kernelActor, 'read', (tx) => tx.all<Followed>(followed))
  for (const [zone, rows] of grouped(all, ({ zone_id }) => zone_id))
    await judgeToday(
      kernel,
      zone,
      rows.map(({ id }) => id),
    )
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
  let under: Promise<unknown> = Promise.resolve()
  let done = ''
  const look = () => {
    under = under.then(async () => {
      const today = beijingToday()
      if (today === done) return
      // Tried again at the next look when it fails.
      await keepLamps(kernel).then(() => (done = today), failed)
    })
  }
  const judgeNew = async () => {
    for (const [zone, ids] of fresh.take()) await judgeToday(kernel, zone, ids)
  }
  let soon: NodeJS.Timeout | undefined
  fresh.whenNoted(() => {
    soon ??= setTimeout(() => {
      soon = undefined
      under = under.then(judgeNew).catch(failed)
    }, gathering)
    soon.unref()
  })
  const first = setTimeout(look, 15_000)
  const timer = setInterval(look, minutes * 60_000)
  first.unref()
  timer.unref()
  return async () => {
    clearTimeout(first)
    clearTimeout(soon)
    clearInterval(timer)
    await under
  }
}
