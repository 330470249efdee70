import { sql } from 'kysely'
import { period } from '#engine/period/period'
import { kernelActor } from '#platform/database/database'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import { takeLampSnapshot } from './take-lamp-snapshot'

/** One server at a time judges a zone; another that comes meanwhile leaves it to that one. */
const turnOf = (zone: string) =>
  sql<{ free: boolean }>`SELECT pg_try_advisory_xact_lock(7143, hashtext(${zone})) AS free`

/** Judges every zone's projects for today. */
export async function keepLamps(kernel: Kernel): Promise<void> {
  const { database } = kernel
  const zones = await database.transaction(kernelActor, 'read', (tx) =>
    tx.all<{ zone_id: string }>(sql`SELECT DISTINCT zone_id FROM project ORDER BY zone_id`),
  )
  const on = beijingToday()
  for (const { zone_id: zone } of zones)
    await database.transaction(kernelActor, 'write', async (tx) => {
      if ((await tx.first(turnOf(zone)))?.free)
        await takeLampSnapshot(tx, kernel, { zone, month: period(on.slice(0, 7)), on })
    })
}

interface Timing {
  readonly failed: (error: unknown) => void
}

/**
 * Keeps the lamps of the current month day by day: soon after the start, and whenever a new day has begun in Beijing.
 * Several servers on one database may all do so, since nothing is written twice. Returns what stops it.
 */
export function startLamps(kernel: Kernel, { failed }: Timing): () => Promise<void> {
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
  const timer = setInterval(look, 10 * 60_000)
  first.unref()
  timer.unref()
  return async () => {
    clearTimeout(first)
    clearInterval(timer)
    await under
  }
}
