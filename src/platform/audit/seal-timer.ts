import type { Database } from '#platform/database/database'
import { startRepeating } from '#platform/jobs/start-repeating'
import { sealLedger, type Sealing } from './seal-events'

interface Timing {
  readonly minutes: number
  readonly signKey: string | undefined
  readonly failed: (error: unknown) => void
}

/** How often every event is looked at, and not only those since the last seal. */
const wholeEvery = 24 * 3_600_000

/**
 * Seals in the background, the first time soon after the start. Returns what stops it, having sealed once more. Several
 * servers on one database may all do so: only one seals a zone at a time.
 */
export function startSealing(database: Database, { minutes, signKey, failed }: Timing): () => Promise<void> {
  if (minutes === 0) return () => Promise.resolve()
  let lastWhole = -wholeEvery
  const seal = (sealing: Sealing) => sealLedger(database, { ...sealing, signKey })
  const turn = () => {
    // By a clock that nobody sets: one that was put back would leave the next whole look out for as long.
    const isWhole = performance.now() - lastWhole >= wholeEvery
    if (isWhole) lastWhole = performance.now()
    return seal({ whole: isWhole })
  }
  const { next, stop } = startRepeating(turn, { first: 2_000, every: minutes * 60_000, failed })
  return () => {
    next(() => seal({}))
    return stop()
  }
}
