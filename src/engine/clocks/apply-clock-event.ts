import { fail, ok, text, type Result } from '#engine/result/result'
import { beijingTime } from '#engine/calendar/beijing-time'
import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { ClockDefinition } from '#engine/clocks/clock-definition'
import type { ClockEvent, ClockRefusal } from '#engine/clocks/clock-event'
import { foldClock, type ClockState } from '#engine/clocks/fold-clock'

/** A clock as stored: its definition and its events, oldest first. */
export interface Clock {
  readonly definition: ClockDefinition
  readonly events: readonly ClockEvent[]
}

/**
 * Adds an event and answers how the clock stands right after it, or why the event is refused. An extension is refused
 * once the promised limit has passed: it would turn a late case into one in time. That is judged only here, when it is
 * asked for; folding later, perhaps by a changed calendar, does not take an approved extension away.
 */
export function applyClockEvent(
  clock: Clock,
  event: ClockEvent,
  calendar: WorkCalendar,
): Result<{ readonly clock: Clock; readonly state: ClockState }, ClockRefusal> {
  const index = clock.events.length
  const now = beijingTime(event.at)
  if (!now.ok)
    return fail({ code: 'malformed_instant', index, status: 'not_started', message: now.error.message })
  // The whole history is read, so that an event dated before the last one is refused instead of slipping in.
  const events = [...clock.events, event]
  const state = foldClock(clock.definition, events, { now: now.value, calendar })
  if (!state.ok) return state
  const before = foldClock(clock.definition, clock.events, { now: now.value, calendar })
  if (event.do === 'extend' && before.ok && isPast(before.value))
    return fail({ code: 'extension_too_late', index, status: before.value.status, message: TOO_LATE })
  return ok({ clock: { definition: clock.definition, events }, state: state.value })
}

const TOO_LATE = text(
  '承诺时限已过，不能再延期',
  'The promised limit has passed; it can no longer be extended',
)

function isPast({ lamp }: ClockState): boolean {
  return lamp === 'late' || lamp === 'overdue_statutory'
}
