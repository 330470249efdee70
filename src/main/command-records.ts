import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readListQuery } from '#engine/records/list-query'
import type { RecordType } from '#engine/records/record'
import type { ImportReport } from '#engine/records/reply'
import type { Actor } from '#engine/records/rights'
import { exportRows } from '#platform/records/export-rows'
import { importRows } from '#platform/records/import-rows'
import { invalidInput } from '#platform/records/refusals'
import type { Running } from './app'

interface FileCommand {
  readonly record: RecordType
  readonly file: string
}

/** Writes the rows that the actor may see to a file, .xlsx or .csv; returns how many. */
export async function exportToFile(
  running: Running,
  actor: Actor,
  given: FileCommand & { unit: string | undefined },
): Promise<number> {
  const { record, file, unit } = given
  return running.database.transaction(actor, 'read', async (tx) => {
    const extra = await running.kernel.extraFields(record, tx)
    const list = readListQuery(record, unit ? { unit } : {}, extra)
    if (!list.ok) throw invalidInput(list.error)
    const format = file.endsWith('.csv') ? 'csv' : 'xlsx'
    const exported = await exportRows(tx, running.kernel, {
      record,
      list: list.value,
      format,
      language: 'zh',
    })
    await writeFile(file, exported.open())
    return exported.count
  })
}

/** Imports a file as the actor: what would be, or was, done; with any problem nothing is written. */
export async function importFromFile(
  running: Running,
  actor: Actor,
  given: FileCommand & { dryRun: boolean },
): Promise<ImportReport> {
  const { record, file, dryRun } = given
  const sent = { name: basename(file), bytes: await readFile(file) }
  return running.database.transaction(actor, 'write', (tx) =>
    importRows(tx, running.kernel, { record, file: sent, dryRun }),
  )
}
