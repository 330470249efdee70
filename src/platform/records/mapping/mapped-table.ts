import { cellAddress } from '#engine/mapping/grid'
import type { MappingPlan } from '#engine/mapping/plan'
import type { RowRead, SheetReader } from '#engine/mapping/sheet-reader'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import type { SentFile } from '#platform/documents/file-kind'
import type { Header } from '#platform/documents/match-header'
import type { Table, TableRow } from '#platform/documents/read-table'
import type { SheetColumn } from '#platform/documents/sheet-columns'
import type { SheetProblem } from '#platform/documents/sheet-problem'
import { unreadable } from '#platform/documents/unreadable'
import { readRows, sheetReaders } from './mapped-sheets'
import { openedSheets } from './opened-sheets'

/** Rows of all sheets are counted through: no sheet of Excel has as many. */
const sheetStep = 2_097_152

/** Rows handed on together. */
const batchSize = 1000

const confirm = text(
  '请回到“逐格确认”，确认、更正或不导入',
  'Go back to the doubtful cells: confirm, correct or leave it out.',
)

type Data = Extract<RowRead, { is: 'data' }>

/** A doubt that nobody has answered is a problem: nothing is written by a guess. */
const openDoubts = ({ doubts }: Data, row: number): SheetProblem[] =>
  doubts
    .filter(({ answer }) => !answer)
    .map(({ field, head, raw, says }) => ({
      row,
      column: head,
      field,
      code: 'rule',
      value: raw.slice(0, 100),
      says,
      mend: confirm,
    }))

/** A row lies in its columns, or where its section stands. */
class Places {
  readonly #placed = new Map<number, Readonly<Record<string, string>>>()

  constructor(readonly readers: readonly { readonly name: string; readonly reader: SheetReader }[]) {}

  keep(row: number, placed: Readonly<Record<string, string>>): void {
    if (Object.keys(placed).length > 0) this.#placed.set(row, placed)
  }

  where(row: number, field: string) {
    const { name, reader } = this.readers[Math.floor(row / sheetStep)] ?? {}
    const own = row % sheetStep
    const column = reader?.columnOf(field)
    const section = this.#placed.get(row)?.[field]
    return {
      sheet: name ?? '',
      row: own,
      cell: column === undefined ? (section ?? '') : cellAddress(column, own),
    }
  }
}

function headerOf(
  columns: readonly SheetColumn[],
  plan: MappingPlan,
  readers: readonly SheetReader[],
): Header {
  const labels = new Map(readers.flatMap((reader) => [...reader.labels]))
  const given = new Set([...Object.keys(plan.constants), ...plan.sections, plan.sheet_name])
  const filled = (name: string) => given.has(name) || readers.every((reader) => reader.labels.has(name))
  const gaps = columns.filter(({ name, field }) => field.required && !filled(name))
  return {
    row: plan.sheets[0]?.bottom ?? 0,
    columns: new Map(),
    labels,
    missing: gaps.map(({ name }) => name),
    problems: [],
  }
}

/** A file as a table of the given columns, read by a plan: what the import does with it is what it does with any other. */
export async function mappedTable(
  given: { readonly record: RecordType; readonly file: SentFile; readonly plan: MappingPlan },
  columns: readonly SheetColumn[],
): Promise<Table> {
  const { record, file, plan } = given
  const sheets = await openedSheets(file, columns, plan)
  const readers = sheetReaders(sheets, plan, { record, fields: columns })
  if (readers.length === 0) throw unreadable('没有选用任何工作表', 'No sheet is used')
  const places = new Places(readers.map(({ sheet, reader }) => ({ name: sheet.name, reader })))
  async function* batches() {
    let batch: TableRow[] = []
    for (const [at, { sheet, reader }] of readers.entries())
      for await (const read of readRows(sheet, reader)) {
        if (read.is !== 'data') continue
        const row = at * sheetStep + read.row
        places.keep(row, read.placed)
        batch.push({ row, values: read.values, problems: openDoubts(read, row) })
        if (batch.length < batchSize) continue
        yield batch
        batch = []
      }
    yield batch
  }
  const header = headerOf(
    columns,
    plan,
    readers.map(({ reader }) => reader),
  )
  return { header, batches: batches(), where: (row, field) => places.where(row, field) }
}
