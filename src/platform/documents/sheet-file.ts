import { AppError } from '#platform/errors/app-error'
import { csvRows } from './csv-rows'
import { type SentFile, sheetKind } from './file-kind'
import { type Merge, mergedCells } from './merged-cells'
import type { SheetRow } from './sheet-cells'
import { sheetRows } from './sheet-rows'
import { unreadable } from './unreadable'
import { workbookParts, workbookSheets } from './workbook-parts'

/** The first visible sheet of a file: its merged ranges, and its rows in batches, to be gone through once. */
export interface SheetFile {
  readonly merges: readonly Merge[]
  readonly batches: AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>
}

async function readable<T>(open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    throw error instanceof AppError ? error : unreadable('文件已损坏', 'The file is damaged', error)
  }
}

/** Opens an .xlsx or .csv file; anything else, and whatever is broken or hostile in it, is `unreadable_file` with its reason. */
export const openSheet = (file: SentFile): Promise<SheetFile> =>
  readable(async () => {
    if (sheetKind(file) === 'csv') return { merges: [], batches: csvRows(file.bytes) }
    const parts = await workbookParts(file.bytes)
    return { merges: await mergedCells(file.bytes, parts.sheet), batches: sheetRows(file.bytes, parts) }
  })

/** A visible sheet that may be gone through several times. */
export interface NamedSheet {
  readonly name: string
  readonly merges: readonly Merge[]
  readonly rows: () => SheetFile['batches']
}

/** More sheets than any workbook of projects has. */
const mostSheets = 60

/** Opens every visible sheet of a file; a CSV file is one, called as the file is. */
export const openSheets = (file: SentFile): Promise<NamedSheet[]> =>
  readable(async () => {
    if (sheetKind(file) === 'csv')
      return [{ name: file.name.replace(/\.\w+$/, ''), merges: [], rows: () => csvRows(file.bytes) }]
    const sheets = await workbookSheets(file.bytes)
    if (sheets.length > mostSheets)
      throw unreadable(`工作表超过 ${mostSheets} 张`, `The workbook has more than ${mostSheets} sheets`)
    const opened: NamedSheet[] = []
    for (const parts of sheets)
      opened.push({
        name: parts.name,
        merges: await mergedCells(file.bytes, parts.sheet),
        rows: () => sheetRows(file.bytes, parts),
      })
    return opened
  })
