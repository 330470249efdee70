import { type Database, kernelActor } from '#platform/database/database'
import { oncePer } from '#platform/jobs/once-per'
import { startRepeating } from '#platform/jobs/start-repeating'
import { beijingToday } from '#platform/records/beijing-now'
import { countBegun } from './measure-effects'

interface Timing {
  readonly minutes: number
  readonly failed: (error: unknown) => void
}

/** Counts what happens in a month soon after it has begun in Beijing, and after a start. Returns what stops it. */
export function startBegunMonths(
  database: Database,
  parts: Parameters<typeof countBegun>[1],
  { minutes, failed }: Timing,
): () => Promise<void> {
  if (minutes === 0) return () => Promise.resolve()
  const look = oncePer(
    () => beijingToday().slice(0, 7),
    (month) => database.transaction(kernelActor, 'write', (tx) => countBegun(tx, parts, `${month}-01`)),
  )
  return startRepeating(look, { first: 20_000, every: minutes * 60_000, failed }).stop
}
