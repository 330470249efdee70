import { ok, type Result, type Text } from '#engine/result/result'
import type { PlainDate } from '#engine/period/plain-date'
import { formatBeijingTime, type BeijingTime } from '#engine/calendar/beijing-time'
import type { CalendarError } from '#engine/calendar/calendar-row'
import type { WorkCalendar } from '#engine/calendar/work-calendar'
import { duePoint, elapsedUnits, runSpans, type RunSpan } from '#engine/clocks/clock-count'
import { DEFAULT_WATCH, type ClockDefinition, type ClockUnit } from '#engine/clocks/clock-definition'
import type { ClockEvent, ClockRefusal, ClockStatus } from '#engine/clocks/clock-event'
import { readClockHistory, type ClockHistory, type PauseSpan } from '#engine/clocks/clock-history'
import { rulerOf, type Ruler } from '#engine/clocks/ruler'

/**
 * `watch`: little is left (yellow). `late`: the promised limit is passed (red). `overdue_statutory`: the limit of the law
 * is passed (escalated). `unknown`: a year without calendar, see `reason`. Before the start a clock is `on_track`.
 */
export type Lamp = 'on_track' | 'watch' | 'late' | 'overdue_statutory' | 'unknown'

/** A pause as shown: instants with Beijing's offset; `units` not counted so far, unknown without a calendar. */
export interface ClockPause {
  readonly reason: string
  readonly from: string
  readonly to?: string
  readonly units?: number
}

/** How a clock stands at a moment. Counts are in the definition's unit; what is missing is not known. */
export interface ClockState {
  readonly status: ClockStatus
  /** What counts below are in. */
  readonly unit: ClockUnit
  readonly lamp: Lamp
  /** Why something is not known: the year that lacks a calendar, and the mend. */
  readonly reason?: Text
  /** The promised limit with its extensions. */
  readonly limit: number
  /** The last day in time, and its last moment (an hour's limit: that moment). Missing before the start and in a pause. */
  readonly due?: PlainDate
  readonly dueAt?: string
  readonly statutoryDue?: PlainDate
  readonly statutoryDueAt?: string
  /** The moment from which little is left; missing before the start and where a pause leaves it open. */
  readonly watchAt?: string
  /** When it was stopped. */
  readonly endedAt?: string
  /** Units counted, today included; on the due day `remaining` is 0, later it is negative. */
  readonly elapsed?: number
  readonly remaining?: number
  readonly pauses: readonly ClockPause[]
  readonly extensions: number
  readonly restarts: number
}

/** The moment at which a clock is read, and the calendar it is read by. */
export interface ClockReading {
  readonly now: BeijingTime
  readonly calendar: WorkCalendar
}

/**
 * Folds the events of a clock, oldest first, to how it stands at `now`; events later than `now` are left out. An
 * impossible history is an error; a year without calendar is not: it makes the lamp `unknown` with the reason.
 */
export function foldClock(
  definition: ClockDefinition,
  events: readonly ClockEvent[],
  reading: ClockReading,
): Result<ClockState, ClockRefusal> {
  const history = readClockHistory(definition, events, reading.now)
  return history.ok ? ok(stateOf(definition, history.value, reading)) : history
}

function stateOf(
  definition: ClockDefinition,
  history: ClockHistory,
  { now, calendar }: ClockReading,
): ClockState {
  const ruler = rulerOf(definition, calendar)
  const end = history.stoppedAt ?? now
  const measured = measure(ruler, definition, { history, end })
  const { limit, elapsed, due, statutoryDue, watch, error } = measured
  return {
    status: history.status,
    unit: definition.unit,
    lamp: lampOf(definition, measured, { status: history.status, end: ruler.point(end) }),
    ...(error === undefined ? {} : { reason: error.message }),
    limit,
    ...(due === undefined ? {} : { due: ruler.day(due), dueAt: ruler.instant(due) }),
    ...(statutoryDue === undefined
      ? {}
      : { statutoryDue: ruler.day(statutoryDue), statutoryDueAt: ruler.instant(statutoryDue) }),
    ...(watch === undefined ? {} : { watchAt: ruler.opening(watch) }),
    ...(history.stoppedAt === undefined ? {} : { endedAt: formatBeijingTime(history.stoppedAt) }),
    ...(elapsed === undefined ? {} : { elapsed, remaining: limit - elapsed }),
    pauses: history.pauses.map((pause) => shownPause(ruler, pause, end)),
    extensions: history.extensions.length,
    restarts: history.restarts,
  }
}

interface Measured {
  readonly limit: number
  readonly elapsed: number | undefined
  readonly due: number | undefined
  readonly statutoryDue: number | undefined
  readonly watch: number | undefined
  /** The first thing that could not be measured, and why. */
  readonly error: CalendarError | undefined
}

function measure(
  ruler: Ruler,
  definition: ClockDefinition,
  at: { history: ClockHistory; end: BeijingTime },
): Measured {
  const extra = at.history.extensions.reduce((sum, { by }) => sum + by, 0)
  const limit = definition.limit + extra
  const spans = runSpans(ruler, at.history)
  if (!spans.ok) return { ...UNMEASURED, limit, error: spans.error }
  const elapsed = elapsedUnits(ruler, spans.value, at.end)
  const due = duePoint(ruler, spans.value, limit)
  const statutory =
    definition.statutoryLimit === undefined
      ? ok(undefined)
      : duePoint(ruler, spans.value, definition.statutoryLimit + extra)
  const watch = watchPoint(ruler, definition, { spans: spans.value, history: at.history, limit })
  const failed = [elapsed, due, statutory].find((result) => !result.ok)
  return {
    limit,
    elapsed: valueOf(elapsed),
    due: valueOf(due),
    statutoryDue: valueOf(statutory),
    watch: valueOf(watch),
    error: failed === undefined || failed.ok ? undefined : failed.error,
  }
}

const UNMEASURED = { elapsed: undefined, due: undefined, statutoryDue: undefined, watch: undefined }

/** The point from which little is left. Where that is so from the beginning, the start itself, be it on a day off. */
function watchPoint(
  ruler: Ruler,
  definition: ClockDefinition,
  { spans, history, limit }: { spans: readonly RunSpan[]; history: ClockHistory; limit: number },
): Result<number | undefined, CalendarError> {
  const before = limit - littleOf(definition, limit)
  if (before <= 0) return ok(history.startedAt && ruler.point(history.startedAt))
  // Days are whole: it is so on the day that is counted last before.
  return duePoint(ruler, spans, definition.unit === 'hour' ? before : Math.ceil(before))
}

function lampOf(
  definition: ClockDefinition,
  measured: Measured,
  at: { status: ClockStatus; end: number },
): Lamp {
  const { elapsed, due, error, limit } = measured
  const passed = passedLimit(measured, at.end)
  if (passed !== undefined) return passed
  if (elapsed === undefined) return 'unknown'
  if (at.status === 'stopped' || at.status === 'not_started') return 'on_track'
  if (due === undefined && error !== undefined) return 'unknown'
  return limit - elapsed <= littleOf(definition, limit) ? 'watch' : 'on_track'
}

/** Certain even where a later year lacks its calendar: what is past due is past due. */
function passedLimit({ due, statutoryDue }: Measured, end: number): 'late' | 'overdue_statutory' | undefined {
  if (statutoryDue !== undefined && end > statutoryDue) return 'overdue_statutory'
  return due !== undefined && end > due ? 'late' : undefined
}

function littleOf(definition: ClockDefinition, limit: number): number {
  const { left = -Infinity, leftShare = -Infinity } = definition.watch ?? DEFAULT_WATCH
  return Math.max(left, leftShare * limit)
}

function shownPause(ruler: Ruler, { reason, from, to }: PauseSpan, end: BeijingTime): ClockPause {
  const units = valueOf(
    ruler.between(ruler.before(from), to === undefined ? ruler.point(end) : ruler.before(to)),
  )
  return {
    reason,
    from: formatBeijingTime(from),
    ...(to === undefined ? {} : { to: formatBeijingTime(to) }),
    ...(units === undefined ? {} : { units }),
  }
}

function valueOf<T>(result: Result<T, unknown>): T | undefined {
  return result.ok ? result.value : undefined
}
