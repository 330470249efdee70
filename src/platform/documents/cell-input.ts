import type { FieldKind } from '#engine/records/field'
import type { Problem } from '#engine/records/problem'
import { shown } from '#engine/records/problem'
import { type Result, fail, ok, text } from '#engine/result/result'
import type { Cell, CellFault } from './sheet-cells'
import type { SheetColumn } from './sheet-columns'
import { type CellDate, serialDay } from './sheet-dates'

type Input = string | number | boolean | null

const isDate = (cell: Cell): cell is CellDate => typeof cell === 'object' && cell !== null && 'date' in cell
const isFault = (cell: Cell): cell is CellFault =>
  typeof cell === 'object' && cell !== null && 'fault' in cell

function faulty(field: string, { fault, text: found }: CellFault): Problem {
  const isError = fault === 'error'
  return {
    field,
    code: 'not_text',
    value: found,
    says: isError
      ? text('单元格是公式错误', 'is an error value')
      : text('公式没有保存计算结果', 'is a formula saved without its result'),
    mend: isError
      ? text('请更正公式或直接填写值', 'Mend the formula or write the value.')
      : text(
          '请用 Excel 打开并保存一次，或直接填写值',
          'Open and save it once in Excel, or write the value.',
        ),
  }
}

const lostDigits = (field: string, given: number): Problem => ({
  field,
  code: 'not_text',
  value: shown(given),
  says: text('数字超过 15 位，Excel 已丢失末尾数位', 'has more than 15 digits: Excel has lost the last ones'),
  mend: text('请把该列设为文本格式后重新填写', 'Format the column as text and write it again.'),
})

/** A month that Excel has made a day of (2026-03 → 2026-03-01), or that was written as 2026年3月. */
function periodInput(cell: Input | CellDate): Input {
  if (typeof cell === 'object') return cell ? cell.date.slice(0, 7) : null
  const match = /^\s*(\d{4})(?:年|[-/.](?=\d))?(?:(\d{1,2})月?)?\s*$/.exec(String(cell))
  if (!match?.[1] || (match[2] === undefined && !/年|^\s*\d{4}\s*$/.test(String(cell)))) return cell
  return match[2] ? `${match[1]}-${match[2].padStart(2, '0')}` : match[1]
}

function dateInput(cell: Input | CellDate): Input {
  if (typeof cell === 'object') return cell?.date ?? null
  if (typeof cell !== 'number') return cell
  // 20260305 is a date as written; anything smaller is the serial of a cell without a date format.
  return (cell < 10_000_000 ? serialDay(cell) : undefined) ?? String(cell)
}

function textInput(name: string, cell: Input | CellDate): Result<Input, Problem> {
  if (typeof cell === 'object') return ok(cell?.date ?? null)
  if (typeof cell === 'number' && Math.abs(cell) >= 1e15) return fail(lostDigits(name, cell))
  if (typeof cell === 'boolean') return ok(cell ? '是' : '否')
  return ok(typeof cell === 'number' ? String(cell) : cell)
}

const plainInput = (cell: Input | CellDate): Input => (isDate(cell) ? cell.date : cell)

type Reader = (name: string, cell: Input | CellDate) => Result<Input, Problem>

const readers: Readonly<Record<FieldKind, Reader>> = {
  date: (_name, cell) => ok(dateInput(cell)),
  period: (_name, cell) => ok(periodInput(cell)),
  integer: (_name, cell) => ok(plainInput(cell)),
  decimal: (_name, cell) => ok(plainInput(cell)),
  boolean: (_name, cell) => ok(plainInput(cell)),
  instant: (_name, cell) => ok(plainInput(cell)),
  text: textInput,
  choice: textInput,
  reference: textInput,
  references: textInput,
}

/** What a cell gives its field: serial dates as days, numbers in text fields as text, faults as problems. */
export function cellInput({ name, field }: SheetColumn, cell: Cell): Result<Input, Problem> {
  if (isFault(cell)) return fail(faulty(name, cell))
  return readers[field.kind](name, typeof cell === 'string' && cell.trim() === '' ? null : cell)
}
