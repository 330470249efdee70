import { sql } from 'kysely'
import { period } from '#engine/period/period'
import { grouped } from '#engine/result/grouped'
import { kernelActor } from '#platform/database/database'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import { takeLampSnapshot } from './take-lamp-snapshot'

/** Projects that one transaction judges: short enough that nobody waits for it, also on an embedded database. */
const batch = 500

/** One server at a time judges a zone; another that comes meanwhile leaves it to that one. */
const turnOf = (zone: string) =>
  sql<{ free: boolean }>`SELECT pg_try_advisory_xact_lock(7143, hashtext(${zone})) AS free`

interface Followed {
  readonly zone_id: string
  readonly id: string
}

const followed = sql<Followed>`SELECT zone_id, id FROM project WHERE state <> 'withdrawn' ORDER BY zone_id, id`

/** Judges every zone's projects for today, some hundreds at a time. */
export async function keepLamps(kernel: Kernel): Promise<void> {
  const { database } = kernel
  const on = beijingToday()
  const month = period(on.slice(0, 7))
  const all = await database.transaction(kernelActor, 'read', (tx) => tx.all<Followed>(followed))
  for (const [zone, rows] of grouped(all, ({ zone_id }) => zone_id))
    for (let start = 0; start < rows.length; start += batch) {
      const projects = rows.slice(start, start + batch).map(({ id }) => id)
      await database.transaction(kernelActor, 'write', async (tx) => {
        if ((await tx.first(turnOf(zone)))?.free)
          await takeLampSnapshot(tx, kernel, { zone, month, on, projects })
      })
    }
}

interface Timing {
  readonly minutes: number
  readonly failed: (error: unknown) => void
}

/**
 * Keeps the lamps of the current month day by day: soon after the start, and whenever a new day has begun in Beijing.
 * Several servers on one database may all do so, since nothing is written twice. Returns what stops it.
 */
export function startLamps(kernel: Kernel, { minutes, failed }: Timing): () => Promise<void> {
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
  const first = setTimeout(look, 15_000)
  const timer = setInterval(look, minutes * 60_000)
  first.unref()
  timer.unref()
  return async () => {
    clearTimeout(first)
    clearInterval(timer)
    await under
  }
}
