import { text, type Text } from '#engine/result/result'
import { parsePlainDate, yearOf, type PlainDate } from '#engine/period/plain-date'
import type { CalendarDayKind, CalendarRow } from '#engine/calendar/calendar-row'
import {
  parseHolidayNotice,
  type NoticeProblem,
  type ParsedNotice,
} from '#engine/calendar/parse-holiday-notice'

const KINDS: Readonly<Record<string, CalendarDayKind>> = {
  holiday: 'holiday',
  放假: 'holiday',
  makeup_workday: 'makeup_workday',
  上班: 'makeup_workday',
}
const HEADER = /^(date|日期)\s*,/i

/**
 * Reads rows `date,kind,name` (2027-01-01,holiday,元旦; kind also 放假 or 上班; a heading line is skipped) of one year.
 * December of the year before is accepted, since a New Year holiday may begin there. Each bad line is named.
 */
export function parseCalendarCsv(csv: string, year: number): ParsedNotice {
  const rows = new Map<PlainDate, CalendarRow>()
  const problems: NoticeProblem[] = []
  for (const [index, raw] of csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim()
    if (line === '' || HEADER.test(line)) continue
    const row = readRow(line, year)
    const known = 'date' in row ? rows.get(row.date) : undefined
    if (!('date' in row)) problems.push({ line: index + 1, written: line.slice(0, 80), message: row })
    else if (known !== undefined && known.kind !== row.kind)
      problems.push({ line: index + 1, written: line.slice(0, 80), message: twice(row.date) })
    else rows.set(row.date, row)
  }
  return { rows: [...rows.values()].sort((a, b) => (a.date < b.date ? -1 : 1)), problems }
}

/** Reads either form by its look: lines that begin with a date and a comma are rows, anything else is a notice. */
export function parseCalendarText(input: string, year: number): ParsedNotice {
  const isCsv = /^\uFEFF?\s*(?:(?:date|日期)\s*,|\d{4}-\d{2}-\d{2}\s*,)/i.test(input)
  return isCsv ? parseCalendarCsv(input, year) : parseHolidayNotice(input, year)
}

function readRow(line: string, year: number): CalendarRow | Text {
  const [day = '', word = '', name = ''] = line
    .split(',')
    .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  const date = parsePlainDate(day)
  if (!date.ok) return date.error.message
  if (yearOf(date.value) !== year && !day.startsWith(`${year - 1}-12-`))
    return text(`${day}不属于${year}年`, `${day} does not belong to ${year}`)
  const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined
  if (kind === undefined)
    return text(
      `“${word}”应为 holiday（放假）或 makeup_workday（上班）`,
      `"${word}" should be holiday or makeup_workday`,
    )
  if (name === '') return text('缺少节日名称', 'The name of the festival is missing')
  return { date: date.value, kind, name }
}

function twice(date: PlainDate): Text {
  return text(`${date}既列为放假又列为上班`, `${date} is listed both as a holiday and as a working day`)
}
