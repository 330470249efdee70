import { findHead, type HeadFit, headSearch } from '#engine/mapping/find-head'
import { fitAmong, type MappedField } from '#engine/mapping/fit-head'
import type { GridRow } from '#engine/mapping/grid'
import { type Head, type HeadRows, headsOf } from '#engine/mapping/heads'
import type { MappingPlan, SheetPlan } from '#engine/mapping/plan'
import type { SentFile } from '#platform/documents/file-kind'
import { type NamedSheet, openSheets } from '#platform/documents/sheet-file'

/** A sheet with the head that was found on it, or that the plan says. */
export interface OpenedSheet extends NamedSheet {
  readonly first: readonly GridRow[]
  readonly head: HeadRows
  readonly heads: readonly Head[]
  readonly use: boolean
}

/** The rows of a sheet, one by one; what is not asked for is not unpacked. */
export async function* rowsOf(sheet: NamedSheet): AsyncGenerator<GridRow> {
  for await (const batch of sheet.rows()) yield* batch
}

async function firstRows(sheet: NamedSheet, last: number): Promise<GridRow[]> {
  const first: GridRow[] = []
  for await (const row of rowsOf(sheet)) {
    if (row.row > last) break
    first.push(row)
  }
  return first
}

async function withHead(
  sheet: NamedSheet,
  fit: HeadFit,
  planned: SheetPlan | undefined,
): Promise<OpenedSheet> {
  const first = await firstRows(sheet, Math.max(headSearch, planned?.bottom ?? 0))
  const { top, bottom } = planned ?? findHead(first, sheet.merges, fit) ?? { top: 0, bottom: 0 }
  const head = { top, bottom }
  const heads = head.bottom === 0 ? [] : headsOf(first, sheet.merges, head)
  return { ...sheet, first, head, heads, use: heads.length > 0 && (planned?.use ?? true) }
}

/**
 * Every visible sheet with its head: the plan's, where there is one. A sheet where none is found is left out, and so is
 * one that the plan does not speak of: nobody has seen how it would be read.
 */
export async function openedSheets(
  file: SentFile,
  fields: readonly MappedField[],
  plan?: MappingPlan,
): Promise<OpenedSheet[]> {
  const fit = fitAmong(fields)
  const opened: OpenedSheet[] = []
  for (const sheet of await openSheets(file)) {
    const planned = plan?.sheets.find(({ name }) => name === sheet.name)
    const found = await withHead(sheet, fit, planned)
    opened.push(plan && !planned ? { ...found, use: false } : found)
  }
  return opened
}
