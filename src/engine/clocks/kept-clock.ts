import { ok, type Result } from '#engine/result/result'
import type { BeijingTime } from '#engine/calendar/beijing-time'
import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { Clock } from '#engine/clocks/apply-clock-event'
import type { ClockRefusal, ClockStatus } from '#engine/clocks/clock-event'
import { foldClock, type ClockState, type Lamp } from '#engine/clocks/fold-clock'

/**
 * A clock as a row keeps it: the truth (definition and events), and the moments that follow from it by the calendar of
 * the day, so that lists can be filtered and sorted without reading every history. Moments are UTC, ISO 8601.
 */
export interface KeptClock extends Clock {
  readonly status: ClockStatus
  readonly watch_at: string | null
  readonly due_at: string | null
  readonly statutory_at: string | null
  readonly ended_at: string | null
}

/** Folds a clock and notes its moments; an impossible history is refused. */
export function keepClock(
  clock: Clock,
  reading: { readonly now: BeijingTime; readonly calendar: WorkCalendar },
): Result<KeptClock, ClockRefusal> {
  const state = foldClock(clock.definition, clock.events, reading)
  return state.ok ? ok(keptAs(clock, state.value)) : state
}

/** The clock with the moments of a state that was folded from it. */
export function keptAs({ definition, events }: Clock, state: ClockState): KeptClock {
  return {
    definition,
    events,
    status: state.status,
    // In a pause the lamp stands still: yellow is kept from its beginning, what is not yet yellow has no moment.
    watch_at: utc(state.watchAt),
    due_at: utc(state.dueAt),
    statutory_at: utc(state.statutoryDueAt),
    ended_at: utc(state.endedAt),
  }
}

/** The lamp of a kept clock at a moment (UTC, whole seconds); the database decides by the same comparisons. */
export function keptLamp(kept: KeptClock, now: string): Lamp {
  const moment = kept.ended_at ?? now
  const isPast = (limit: string | null) => limit !== null && moment > limit
  if (isPast(kept.statutory_at)) return 'overdue_statutory'
  if (isPast(kept.due_at)) return 'late'
  if (kept.status === 'running' && kept.due_at === null) return 'unknown'
  return isOpen(kept) && kept.watch_at !== null && moment >= kept.watch_at ? 'watch' : 'on_track'
}

const isOpen = ({ status }: KeptClock): boolean => status === 'running' || status === 'paused'

const utc = (instant: string | undefined): string | null =>
  instant === undefined ? null : new Date(instant).toISOString().replace('.000Z', 'Z')
