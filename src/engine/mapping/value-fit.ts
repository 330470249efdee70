import type { Field, FieldKind } from '#engine/records/field'
import { readValue } from '#engine/records/read-value'
import { plainWords } from './compare-words'
import { cellText, type GridCell } from './grid'
import { readDay } from './read-day'

/** Whether a value could stand in a field of a kind; undefined: it says nothing either way. */
type Looks = (field: Field, cell: GridCell) => boolean | undefined

const looksNumber: Looks = (_field, cell) =>
  typeof cell === 'number' || (typeof cell === 'string' && /\d/.test(cell) && cell.trim().length <= 20)

const looksDay: Looks = (_field, cell) => {
  if (typeof cell === 'object') return true
  if (typeof cell === 'number')
    return (cell > 30_000 && cell < 80_000) || (cell > 19_000_000 && cell < 21_000_000)
  return readDay(String(cell), undefined).readings.length > 0
}

const looksOption: Looks = (field, cell) => {
  if (field.kind !== 'choice') return undefined
  const word = plainWords(cellText(cell))
  return Object.entries(field.options).some(([code, label]) =>
    [code, label.zh, label.en].some((one) => plainWords(one) === word),
  )
}

const looks: Readonly<Partial<Record<FieldKind, Looks>>> = {
  integer: looksNumber,
  decimal: looksNumber,
  date: looksDay,
  instant: looksDay,
  period: (field, cell) => looksDay(field, cell) || readValue(field, cellText(cell)).ok,
  boolean: (field, cell) => readValue(field, cell).ok,
  choice: looksOption,
}

/** The share of the values that could stand in the field; null where its kind takes anything, or there are none. */
export function valueFit(field: Field, values: readonly GridCell[]): number | null {
  const test = looks[field.kind]
  const told = values.filter((cell) => cell !== null && cellText(cell) !== '')
  if (!test || told.length === 0) return null
  return told.filter((cell) => test(field, cell) === true).length / told.length
}
