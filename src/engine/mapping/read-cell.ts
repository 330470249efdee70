import type { Field, FieldKind } from '#engine/records/field'
import { shown } from '#engine/records/problem'
import { readValue } from '#engine/records/read-value'
import type { Qualifier } from '#engine/quantity/quantity'
import { text } from '#engine/result/result'
import { asIs, certain, type CellReading, type Doubt, doubtful, type Reading } from './doubt'
import { cellText, type GridCell, isBlankCell } from './grid'
import { placeholder, readAmount, saysNothing, unreadable } from './read-amount'
import { readDay } from './read-day'
import { readOption } from './read-option'
import { dayOfSerial } from './serial-day'

/** A column as its cells are read. */
export interface ReadColumn {
  readonly field: Field
  readonly unit: string | null
  readonly typical?: string
  readonly keepsQualifier?: boolean
  /** What a day without a year lies in. */
  readonly year: number
}

/** What a cell says, and the mark (约, 超过) that stood with it. */
export interface Read {
  readonly reading: CellReading
  readonly qualifier?: Qualifier | undefined
}

const plain = (reading: CellReading): Read => ({ reading })

const faulty = ({ fault }: { readonly fault: 'error' | 'no_result' }): CellReading =>
  doubtful(
    'fault',
    fault === 'error'
      ? text('公式出错', 'is an error value')
      : text('公式没有保存结果', 'is a formula saved without its result'),
  )

function dayOfNumber(cell: number): CellReading {
  const whole = String(cell)
  const asWritten = readDay(whole, undefined)
  if (/^\d{8}$/.test(whole) && asWritten.readings[0]) return certain(asWritten.readings[0].value)
  const tenths = /^((?:19|20)\d{2})\.1$/.exec(whole)
  if (tenths)
    return doubtful(
      'no_day',
      text('2026.1 可能是 1 月，也可能是 10 月', 'may be January or October: a number drops the last 0'),
      [asIs(`${tenths[1]}-01-01`), asIs(`${tenths[1]}-10-01`)],
    )
  if (asWritten.readings.length > 0 && asWritten.kind)
    return doubtful(asWritten.kind, asWritten.says ?? text('', ''), asWritten.readings)
  const serial = dayOfSerial(cell)
  return serial
    ? doubtful('serial', text('是数字，按 Excel 日期序号读', 'is a number: read as a date serial of Excel'), [
        asIs(serial),
      ])
    : unreadable(whole)
}

function dayIn(cell: GridCell, year: number): CellReading {
  if (typeof cell === 'object' && cell && 'date' in cell) return certain(cell.date)
  if (typeof cell === 'number') return dayOfNumber(cell)
  const raw = cellText(cell)
  if (/^\d{5}$/.test(raw)) return dayOfNumber(Number(raw))
  const { kind, says, readings } = readDay(raw, year)
  if (readings.length === 0) return unreadable(raw)
  return kind ? doubtful(kind, says ?? text('', ''), readings) : certain(readings[0]?.value)
}

/** A month or a year as officers write it: 2026年3月, 2026.3, 2026年. A number 2026.1 is none of them: it may be October. */
function monthInWords(cell: GridCell): string | undefined {
  if (typeof cell !== 'string') return undefined
  const plain = cell.replace(/\s/g, '')
  const [, year, month] = /^(\d{4})(?:年|[-/.](?=\d))(?:(\d{1,2})月?)?$/.exec(plain) ?? []
  if (!year || month === undefined) return year
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${month.padStart(2, '0')}` : undefined
}

/** A period as its own text, or the month of a day. */
function periodIn(field: Field, cell: GridCell, year: number): CellReading {
  const isDay = typeof cell === 'object' && cell !== null
  const own = readValue(field, isDay ? null : cellText(cell))
  if (own.ok && !isDay) return certain(own.value)
  const month = monthInWords(cell)
  if (month) return certain(month)
  const day = dayIn(cell, year)
  if ('value' in day) return certain(String(day.value).slice(0, 7))
  const months = [...new Set(day.doubt.readings.map(({ value }) => value.slice(0, 7)))]
  return { doubt: { ...day.doubt, readings: months.map(asIs) } }
}

type Reader = (cell: GridCell, column: ReadColumn) => Read

function amountIn(cell: GridCell, column: ReadColumn): Read {
  const { field } = column
  if (field.kind !== 'decimal' && field.kind !== 'integer') return plain(unreadable(cellText(cell)))
  return readAmount(cellText(cell), { ...column, field })
}

const words: Reader = (cell) => {
  const lost = typeof cell === 'number' && Math.abs(cell) >= 1e15
  return plain(lost ? unreadable(String(cell)) : certain(cellText(cell)))
}

const yesOrNo: Reader = (cell, { field }) => {
  const read = readValue(field, cell)
  if (read.ok) return plain(certain(read.value))
  return plain(unreadable(cellText(cell)))
}

const readers: Readonly<Record<FieldKind, Reader>> = {
  decimal: amountIn,
  integer: amountIn,
  date: (cell, { year }) => plain(dayIn(cell, year)),
  instant: (cell, { year }) => plain(dayIn(cell, year)),
  period: (cell, { field, year }) => plain(periodIn(field, cell, year)),
  choice: (cell, { field }) =>
    plain(field.kind === 'choice' ? readOption(cellText(cell), field.options) : unreadable(cellText(cell))),
  boolean: yesOrNo,
  text: words,
  reference: words,
  references: words,
}

/** Kinds whose words (无, 待定) are content and no stand-in for a blank. */
const takesWords: ReadonlySet<FieldKind> = new Set(['text'])

/** A value that its field would refuse is told here already, beside the other doubtful cells. */
function accepted({ reading, qualifier }: Read, field: Field): Read {
  if ('doubt' in reading) return { reading: { doubt: standing(reading.doubt, field) }, qualifier }
  if (field.kind === 'reference' || field.kind === 'references') return { reading }
  const checked = readValue(field, reading.value)
  if (checked.ok) return { reading: certain(checked.value), qualifier }
  const { says, mend } = checked.error
  return plain(doubtful('refused', text(`${says.zh}；${mend.zh}`, `${says.en}. ${mend.en}`)))
}

/** Only readings that the field would take are offered. */
const standing = (doubt: Doubt, field: Field): Doubt => ({
  ...doubt,
  readings: doubt.readings.filter(({ value }: Reading) => readValue(field, value).ok),
})

/** What one cell gives its field: a value that is certain, or a doubt that says how it may be meant. */
export function readCell(cell: GridCell, column: ReadColumn): Read {
  if (isBlankCell(cell)) return plain(certain(null))
  if (typeof cell === 'object' && cell && 'fault' in cell) return plain(faulty(cell))
  const raw = cellText(cell)
  const none = takesWords.has(column.field.kind) ? undefined : saysNothing(raw)
  if (none === 'stroke') return plain(certain(null))
  if (none === 'words') {
    const read = accepted(readers[column.field.kind](cell, column), column.field)
    return 'value' in read.reading && column.field.kind === 'choice' ? read : plain(placeholder(shown(raw)))
  }
  return accepted(readers[column.field.kind](cell, column), column.field)
}
