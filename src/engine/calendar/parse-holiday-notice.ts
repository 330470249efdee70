import { text, type Text } from '#engine/result/result'
import { addDays, daysBetween, weekday, type PlainDate } from '#engine/period/plain-date'
import type { CalendarDayKind, CalendarRow } from '#engine/calendar/calendar-row'
import { spansIn, type NoticeSpan } from '#engine/calendar/notice-days'

/** What could not be read, by line from 1 (0: the text as a whole). The year must not be opened while one stands. */
export interface NoticeProblem {
  readonly line: number
  readonly written: string
  readonly message: Text
}

/** The rows of a notice, in date order, and every problem met on the way. */
export interface ParsedNotice {
  readonly rows: readonly CalendarRow[]
  readonly problems: readonly NoticeProblem[]
}

/** A span longer than this is a misread end date, not a holiday. */
const LONGEST_HOLIDAY = 16
const FESTIVALS = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆']
const ITEM = /^(?:[一二三四五六七八九十]+[、,.])?([^:。]{1,20}):(.*)$/
/** 'On New Year's Eve staff may rest' is advice to employers, not a day off. */
const ADVICE = /^鼓励/
const SIGNATURE = /^\(?\d{4}年\d{1,2}月\d{1,2}日\)?$/

/** The year that a notice's title names; undefined where it has no title. */
export function noticeYear(notice: string): number | undefined {
  const found = /(\d{4})年部分节假日/.exec(notice.normalize('NFKC').replace(/\s/g, ''))?.[1]
  return found === undefined ? undefined : Number(found)
}

/**
 * Reads the text of the State Council's yearly notice (国务院办公厅关于…年部分节假日安排的通知) into calendar rows.
 * Weekdays written beside dates and '共N天' are checked, and a missing festival is named: a notice of another year or
 * one cut off half-way must not pass. A sentence with days but without 放假, 补休 or 上班 is a problem, never a guess.
 */
export function parseHolidayNotice(notice: string, year: number): ParsedNotice {
  const reading: Reading = { year, name: '', rows: new Map(), problems: [] }
  for (const [index, raw] of notice.split(/\r?\n/).entries()) {
    const line = raw.normalize('NFKC').replace(/\s/g, '')
    const otherYear = noticeYear(line) ?? year
    if (otherYear !== year) reading.problems.push(problem(index + 1, line, noticeOf(otherYear, year)))
    // Pasted text often loses its line breaks: each numbered item is read as a line of its own.
    for (const item of line.split(/(?<=.)(?=[一二三四五六七八九十]{1,3}[、,.][^:。]{1,20}:)/))
      readItem(reading, item, index + 1)
  }
  const missing = FESTIVALS.filter(
    (festival) => ![...reading.rows.values()].some(({ name }) => name.includes(festival)),
  )
  if (reading.rows.size === 0 && reading.problems.length === 0) reading.problems.push(problem(0, '', NO_DAYS))
  else if (missing.length > 0) reading.problems.push(missingFestivals(missing))
  const rows = [...reading.rows.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
  return { rows, problems: reading.problems }
}

interface Reading {
  readonly year: number
  name: string
  readonly rows: Map<PlainDate, CalendarRow>
  readonly problems: NoticeProblem[]
}

function readItem(reading: Reading, item: string, line: number): void {
  if (!/\d日/.test(item) || SIGNATURE.test(item)) return
  const [, name, body] = ITEM.exec(item) ?? []
  reading.name = name ?? reading.name
  for (const sentence of (body ?? item).split(/[。;]/)) {
    if (!ADVICE.test(sentence)) readSentence(reading, sentence, line)
  }
}

/** A sentence holds pieces of days, each closed by what happens on them: '4月5日放假,4月6日补休'. */
function readSentence(reading: Reading, sentence: string, line: number): void {
  // Days and verbs in turn; what follows the last verb stands at the end.
  const parts = sentence.split(/(放假|补休|上班)/)
  const rest = parts.at(-1) ?? ''
  let daysOff = 0
  for (let index = 1; index < parts.length; index += 2)
    daysOff += readPiece(reading, parts[index - 1] ?? '', { line, works: parts[index] === '上班' })
  if (/\d日/.test(rest)) reading.problems.push(problem(line, rest, NO_VERB))
  const promised = /共(\d+)天/.exec(rest)?.[1]
  if (promised !== undefined && Number(promised) !== daysOff)
    reading.problems.push(problem(line, sentence, miscounted(promised, daysOff)))
}

interface Piece {
  readonly line: number
  readonly works: boolean
}

/** Returns the number of days off that were read. */
function readPiece(reading: Reading, days: string, piece: Piece): number {
  let daysOff = 0
  for (const span of spansIn(days, reading.year)) {
    const wrong = 'first' in span ? spanProblem(span, piece.works) : IMPOSSIBLE
    if (wrong !== undefined) reading.problems.push(problem(piece.line, span.written, wrong))
    if ('first' in span && !(wrong && hopeless.includes(wrong))) daysOff += keepDays(reading, span, piece)
  }
  return daysOff
}

function keepDays(reading: Reading, span: NoticeSpan, { line, works }: Piece): number {
  const kind: CalendarDayKind = works ? 'makeup_workday' : 'holiday'
  for (let date = span.first; date <= span.last; date = addDays(date, 1)) {
    const known = reading.rows.get(date)
    if (known !== undefined && known.kind !== kind)
      reading.problems.push(problem(line, span.written, twice(date)))
    else reading.rows.set(date, { date, kind, name: reading.name })
  }
  return works ? 0 : daysBetween(span.first, span.last) + 1
}

const NO_VERB = text('未写明是放假还是上班', 'It is not said whether these days are off or worked')
const NO_DAYS = text(
  '没有读到放假或上班的日期，这不是放假通知',
  'No days off or made up for are in it: this is no notice',
)
const IMPOSSIBLE = text('没有这样的日期', 'There are no such days')
const TOO_LONG = text(
  `超过 ${LONGEST_HOLIDAY} 天，不会是一个假期，请核对结束日期`,
  `More than ${LONGEST_HOLIDAY} days are no holiday; check the last day`,
)
/** What is wrong with all of its days, so that none of them is taken. */
const hopeless: readonly Text[] = [IMPOSSIBLE, TOO_LONG]

function spanProblem(span: NoticeSpan, works: boolean): Text | undefined {
  if (daysBetween(span.first, span.last) >= LONGEST_HOLIDAY) return TOO_LONG
  const wrongDay = span.weekdays.find(({ date, weekday: written }) => weekday(date) !== written)
  if (wrongDay !== undefined)
    return text(
      `${wrongDay.date}不是所写的星期，请核对年份`,
      `${wrongDay.date} is not the weekday written; check the year`,
    )
  if (works && weekday(span.first) <= 5)
    return text(
      `${span.first}本来就是工作日，不能调休上班`,
      `${span.first} is a working day anyway, so it cannot be a make-up day`,
    )
  return undefined
}

function problem(line: number, written: string, message: Text): NoticeProblem {
  return { line, written: written.slice(0, 80), message }
}

function noticeOf(found: number, wanted: number): Text {
  return text(`这是${found}年的通知，不是${wanted}年的`, `This is the notice of ${found}, not of ${wanted}`)
}

function miscounted(promised: string, counted: number): Text {
  return text(`写明共${promised}天，实为${counted}天`, `It says ${promised} days, but names ${counted}`)
}

function twice(date: PlainDate): Text {
  return text(`${date}既写放假又写上班`, `${date} is given both as a holiday and as a working day`)
}

function missingFestivals(missing: readonly string[]): NoticeProblem {
  const names = missing.join('、')
  const message = text(
    `缺少${names}的安排，通知可能不完整`,
    `The notice says nothing about ${names}; it may be incomplete`,
  )
  return problem(0, '', message)
}
