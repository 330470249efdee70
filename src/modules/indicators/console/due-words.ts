import { beijingTime } from '#engine/calendar/beijing-time'
import { daysBetween, isPlainDate, type PlainDate } from '#engine/period/plain-date'
import { text, type Text } from '#engine/result/result'
import type { Standing } from '#console/tokens/tokens'

/** Today in China, where reports fall due, wherever the browser stands. */
export function todayInChina(now: Date = new Date()): PlainDate | undefined {
  const read = beijingTime(now.toISOString())
  return read.ok ? read.value.date : undefined
}

export interface DueWords {
  readonly standing: Standing
  readonly word: Text
}

/** Days in which a report that is still open deserves a look. */
const soon = 3

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** Every form says on which working day its reports are due: without a day it is the calendar that is missing. */
const unreckoned: DueWords = {
  standing: 'unknown',
  word: text('截止日期待定：缺工作日历', 'Due day unknown: no working calendar'),
}

/** How a due day stands against today: days left, due today, days late; or that nobody can tell yet. */
export function dueWords(dueOn: unknown, today: PlainDate | undefined): DueWords | undefined {
  if (dueOn === null) return unreckoned
  if (!isPlainDate(dueOn) || !today) return undefined
  const left = daysBetween(today, dueOn)
  if (left < 0) return { standing: 'late', word: text(`逾期 ${-left} 天`, `${days(-left)} late`) }
  if (left === 0) return { standing: 'watch', word: text('今天截止', 'Due today') }
  return {
    standing: left <= soon ? 'watch' : 'on_track',
    word: text(`还有 ${left} 天`, `${days(left)} left`),
  }
}
