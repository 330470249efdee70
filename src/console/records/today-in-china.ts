import { beijingTime } from '#engine/calendar/beijing-time'
import type { PlainDate } from '#engine/period/plain-date'

/** Today in China, where things fall due and have happened, wherever the browser stands. */
export function todayInChina(now: Date = new Date()): PlainDate | undefined {
  const read = beijingTime(now.toISOString())
  return read.ok ? read.value.date : undefined
}
