import type { Database } from '#platform/database/database'
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
  let [under, lastWhole] = [Promise.resolve(), -wholeEvery]
  const seal = (sealing: Sealing) => {
    under = under.then(() => sealLedger(database, { ...sealing, signKey }).then(() => {}, failed))
    return under
  }
  const turn = () => {
    // By a clock that nobody sets: one that was put back would leave the next whole look out for as long.
    const isWhole = performance.now() - lastWhole >= wholeEvery
    if (isWhole) lastWhole = performance.now()
    void seal({ whole: isWhole })
  }
  const first = setTimeout(turn, 2_000)
  const timer = setInterval(turn, minutes * 60_000)
  first.unref()
  timer.unref()
  return () => {
    clearTimeout(first)
    clearInterval(timer)
    return seal({})
  }
}
