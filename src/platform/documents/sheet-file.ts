import { AppError } from '#platform/errors/app-error'
import { csvRows } from './csv-rows'
import { type SentFile, sheetKind } from './file-kind'
import { type Merge, mergedCells } from './merged-cells'
import type { SheetRow } from './sheet-cells'
import { sheetRows } from './sheet-rows'
import { unreadable } from './unreadable'
import { workbookParts } from './workbook-parts'

/** The first visible sheet of a file: its merged ranges, and its rows in batches, to be gone through once. */
export interface SheetFile {
  readonly merges: readonly Merge[]
  readonly batches: AsyncIterable<readonly SheetRow[]> | Iterable<readonly SheetRow[]>
}

/** Opens an .xlsx or .csv file; anything else, and whatever is broken or hostile in it, is `unreadable_file` with its reason. */
export async function openSheet(file: SentFile): Promise<SheetFile> {
  try {
    if (sheetKind(file) === 'csv') return { merges: [], batches: csvRows(file.bytes) }
    const parts = await workbookParts(file.bytes)
    return { merges: await mergedCells(file.bytes, parts.sheet), batches: sheetRows(file.bytes, parts) }
  } catch (error) {
    throw error instanceof AppError ? error : unreadable('文件已损坏', 'The file is damaged', error)
  }
}
