import { isPlainDate } from '#engine/period/plain-date'
import { plainWidth, readDate } from '#engine/records/read-value'
import { text, type Text } from '#engine/result/result'
import type { DoubtKind, Reading } from './doubt'

/** How a day that is written as text may be read: certain with one reading and no kind. */
export interface DayReading {
  readonly kind?: DoubtKind
  readonly says?: Text
  readonly readings: readonly Reading[]
}

const pad = (given: string | number): string => String(given).padStart(2, '0')

const lastDay = (year: number, month: number): string =>
  `${year}-${pad(month)}-${pad(new Date(Date.UTC(year, month, 0)).getUTCDate())}`

const on = (value: string, zh = '', en = ''): Reading => ({
  value,
  shown: text(`${value}${zh && `（${zh}）`}`, `${value}${en && ` (${en})`}`),
})

const real = (readings: readonly Reading[]): Reading[] => readings.filter(({ value }) => isPlainDate(value))

function monthOnly(plain: string): DayReading | undefined {
  const match =
    /^(\d{4})(?:年|[-/.])(\d{1,2})月?(?:份)?$/.exec(plain) ?? /^(\d{4})(0[1-9]|1[0-2])$/.exec(plain)
  const [, year, month] = match ?? []
  if (!year || !month || Number(month) < 1 || Number(month) > 12) return undefined
  const readings = real([
    on(`${year}-${pad(month)}-01`, '当月 1 日', 'the first'),
    on(lastDay(Number(year), Number(month)), '当月末日', 'the last'),
  ])
  return {
    kind: 'no_day',
    says: text('只写到月，没有日', 'names a month and no day'),
    readings,
  }
}

function yearOnly(plain: string): DayReading | undefined {
  const year = /^(\d{4})年?$/.exec(plain)?.[1]
  if (!year || Number(year) < 1950 || Number(year) > 2100) return undefined
  return {
    kind: 'no_month',
    says: text('只写到年', 'names a year only'),
    readings: [on(`${year}-12-31`, '年末', 'end of the year'), on(`${year}-01-01`, '年初', 'its beginning')],
  }
}

/** Parts of a year as officers write them → first and last month. */
const spans: readonly (readonly [form: RegExp, from: number, to: number])[] = [
  [/^(?:第?[一1]季度|q1)$/i, 1, 3],
  [/^(?:第?[二2]季度|q2)$/i, 4, 6],
  [/^(?:第?[三3]季度|q3)$/i, 7, 9],
  [/^(?:第?[四4]季度|q4)$/i, 10, 12],
  [/^上半年$/, 1, 6],
  [/^下半年$/, 7, 12],
  [/^年?初$/, 1, 1],
  [/^年?[底末]前?$/, 12, 12],
  [/^年?中$/, 6, 6],
]

/** The months, from and to, that a part of a year names. */
function monthsOf(part: string): readonly [number, number] | undefined {
  const month = Number(/^(\d{1,2})月(上旬|中旬|下旬|初|中|[底末]|份)?前?$/.exec(part)?.[1] ?? 0)
  if (month >= 1 && month <= 12) return [month, month]
  const span = spans.find(([form]) => form.test(part))
  return span && [span[1], span[2]]
}

function inWords(plain: string, year: number | undefined): DayReading | undefined {
  const [, written, part = ''] = /^(?:(\d{4})年?)?(.+)$/.exec(plain) ?? []
  const known = written ? Number(written) : year
  const months = monthsOf(part)
  if (!months || known === undefined) return undefined
  const readings = real([
    on(lastDay(known, months[1]), '期末', 'its end'),
    on(`${known}-${pad(months[0])}-01`, '期初', 'its beginning'),
  ])
  return { kind: 'day_in_words', says: text('用文字表述的日期', 'is a day in words'), readings }
}

function withoutYear(plain: string, year: number | undefined): DayReading | undefined {
  const match = /^(\d{1,2})(?:月|[./-])(\d{1,2})日?$/.exec(plain)
  if (!match || year === undefined) return undefined
  const date = `${year}-${pad(match[1] ?? '')}-${pad(match[2] ?? '')}`
  if (!isPlainDate(date)) return undefined
  return {
    kind: 'no_year',
    says: text(`没有年份，读作 ${year} 年`, `names no year: read as of ${year}`),
    readings: [
      on(date),
      on(date.replace(/^\d+/, String(year + 1))),
      on(date.replace(/^\d+/, String(year - 1))),
    ],
  }
}

/** 3/5/2026 and 05.03.2026: only where the first or the second is above 12 is the order known, and even then it is foreign. */
function yearLast(plain: string): DayReading | undefined {
  const match = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(plain)
  if (!match) return undefined
  const [, one = '', other = '', year = ''] = match
  const readings = real([on(`${year}-${pad(one)}-${pad(other)}`), on(`${year}-${pad(other)}-${pad(one)}`)])
  const distinct = readings.filter(({ value }, at) => readings.findIndex((r) => r.value === value) === at)
  if (distinct.length === 0) return undefined
  return {
    kind: 'two_dates',
    says: text('年份在后，日与月的次序不明', 'puts the year last: day and month may be either way round'),
    readings: distinct,
  }
}

const numerals = '〇一二三四五六七八九'

const digit = (numeral: string): string => (/[零○0]/.test(numeral) ? '0' : String(numerals.indexOf(numeral)))

/** 十二 → 12, 三十 → 30, 五 → 5. */
function small(numeral: string): string {
  if (!numeral.includes('十')) return digit(numeral)
  const [tens = '', ones = ''] = numeral.split('十')
  return `${tens === '' ? 1 : digit(tens)}${ones === '' ? 0 : digit(ones)}`
}

/** Days in Chinese numerals as in a document: 二〇二六年十二月三日 → 2026年12月3日. 三季度 stays as it is. */
const inDigits = (plain: string): string =>
  plain
    .replace(/^[〇零○一二三四五六七八九]{4}(?=年)/, (year) => [...year].map(digit).join(''))
    .replace(/([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=[月日号])/g, small)

/** A moment's day: 2026-03-05 08:00. */
const withoutTime = (plain: string): string => plain.replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')

/** A day as officers write it; no reading: it is none. `year` is what a day without one lies in. */
export function readDay(given: string, year: number | undefined): DayReading {
  const plain = inDigits(withoutTime(plainWidth(given).trim()).replace(/\s+/g, ''))
  if (plain.length > 40) return { readings: [] }
  const date = readDate(plain)
  if (date) return { readings: [on(date)] }
  return (
    monthOnly(plain) ??
    yearOnly(plain) ??
    yearLast(plain) ??
    withoutYear(plain, year) ??
    inWords(plain, year) ?? { readings: [] }
  )
}
