import { ok, type Result } from '#engine/result/result'
import type { BeijingTime } from '#engine/calendar/beijing-time'
import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { Clock } from '#engine/clocks/apply-clock-event'
import type { ClockRefusal } from '#engine/clocks/clock-event'
import { foldClock, type ClockState } from '#engine/clocks/fold-clock'

/** What a person sees of a clock and might have been told before. */
const SHOWN = ['due', 'statutoryDue', 'remaining', 'lamp'] as const

/** One thing that a changed calendar moved; undefined where it was not, or is no longer, known. */
export interface ClockChange {
  readonly what: (typeof SHOWN)[number]
  readonly before: string | number | undefined
  readonly after: string | number | undefined
}

/**
 * Reads a clock by the old and by the new calendar and names what changed: an empty list means that nobody need be told.
 * Pure: the events are folded again, nothing stored is corrected.
 */
export function recomputeClock(
  clock: Clock,
  now: BeijingTime,
  calendars: { readonly before: WorkCalendar; readonly after: WorkCalendar },
): Result<{ readonly state: ClockState; readonly changes: readonly ClockChange[] }, ClockRefusal> {
  const before = foldClock(clock.definition, clock.events, { now, calendar: calendars.before })
  if (!before.ok) return before
  const after = foldClock(clock.definition, clock.events, { now, calendar: calendars.after })
  if (!after.ok) return after
  const changes = SHOWN.filter((what) => before.value[what] !== after.value[what]).map((what) => ({
    what,
    before: before.value[what],
    after: after.value[what],
  }))
  return ok({ state: after.value, changes })
}
