import { placeOf } from '#engine/mapping/place-field'
import type { MappedField } from '#engine/mapping/fit-head'
import type { MappingPlan } from '#engine/mapping/plan'
import { type RowRead, SheetReader } from '#engine/mapping/sheet-reader'
import type { RecordType } from '#engine/records/record'
import { type OpenedSheet, rowsOf } from './opened-sheets'

/** The reader of each sheet that the plan uses, in their order. */
export function sheetReaders(
  sheets: readonly OpenedSheet[],
  plan: MappingPlan,
  given: { readonly record: RecordType; readonly fields: readonly MappedField[] },
): { sheet: OpenedSheet; reader: SheetReader }[] {
  const fields = new Map(given.fields.map(({ name, field }) => [name, field]))
  const { title } = given.record
  return sheets
    .filter(({ use }) => use)
    .map((sheet) => ({
      sheet,
      reader: new SheetReader({
        plan,
        sheet: { name: sheet.name, use: true, ...sheet.head },
        heads: sheet.heads,
        merges: sheet.merges,
        fields,
        title,
        place: placeOf(given.record),
      }),
    }))
}

/** The rows of a sheet as they are read. */
export async function* readRows(sheet: OpenedSheet, reader: SheetReader): AsyncGenerator<RowRead> {
  for await (const row of rowsOf(sheet)) yield reader.read(row)
}
