import { fail, ok, text, type Result, type Text } from '#engine/result/result'
import { addDays, daysBetween, isPlainDate, plainDate, type PlainDate } from '#engine/period/plain-date'

/** A moment as the officials' wall clock shows it: the day in Asia/Shanghai and the seconds since its midnight. */
export interface BeijingTime {
  readonly date: PlainDate
  /** 0 … 86 399, whole seconds (fractions are cut). */
  readonly second: number
}

export interface InstantError {
  readonly code: 'malformed_instant'
  readonly message: Text
}

const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i
const DAY = 86_400
const EPOCH = plainDate(1970, 1, 1)
/** UTC+8 all year. China's summer time of 1986–1991 is left out: no limit counted here reaches back so far. */
const BEIJING_OFFSET = 8 * 3600

/**
 * Converts an ISO 8601 instant with its offset ('2026-04-30T17:30:00+08:00', '…Z') to Beijing wall time. A text without
 * an offset is refused: it would mean another moment on a server than in a browser.
 */
export function beijingTime(instant: string): Result<BeijingTime, InstantError> {
  const [, day = '', hour, minute, second = '0', offset = ''] = SHAPE.exec(instant) ?? []
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second)
  const possible = isPlainDate(day) && seconds < DAY && Number(minute) < 60 && Number(second) < 60
  if (!possible) return fail(malformed(instant))
  const local = seconds - offsetSeconds(offset) + BEIJING_OFFSET
  const days = Math.floor(local / DAY)
  return ok({ date: addDays(day, days), second: local - days * DAY })
}

/** Seconds on Beijing's wall clock since 1970-01-01T00:00 there; the inverse of `beijingTimeAt`. */
export function beijingSeconds(at: BeijingTime): number {
  return daysBetween(EPOCH, at.date) * DAY + at.second
}

/** The wall time this many seconds after 1970-01-01T00:00 in Beijing. */
export function beijingTimeAt(seconds: number): BeijingTime {
  const days = Math.floor(seconds / DAY)
  return { date: addDays(EPOCH, days), second: seconds - days * DAY }
}

/** '2026-04-30T17:30:00+08:00': the same moment, always written with Beijing's offset. */
export function formatBeijingTime(at: BeijingTime): string {
  const parts = [Math.floor(at.second / 3600), Math.floor(at.second / 60) % 60, at.second % 60]
  return `${at.date}T${parts.map((part) => String(part).padStart(2, '0')).join(':')}+08:00`
}

function offsetSeconds(offset: string): number {
  if (offset.toUpperCase() === 'Z') return 0
  const sign = offset.startsWith('-') ? -1 : 1
  return sign * (Number(offset.slice(1, 3)) * 3600 + Number(offset.slice(-2)) * 60)
}

function malformed(instant: string): InstantError {
  const shown = instant.slice(0, 40)
  return {
    code: 'malformed_instant',
    message: text(
      `“${shown}”不是带时区的时刻，应写成 2026-04-30T17:30:00+08:00`,
      `"${shown}" is not a moment with its offset; write it as 2026-04-30T17:30:00+08:00`,
    ),
  }
}
