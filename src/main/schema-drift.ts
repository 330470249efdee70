import { describeTables } from '#platform/database/catalogue'
import { type ConnectionSource, withConnection } from '#platform/database/connection'
import { schemaDifference } from '#platform/database/difference'
import { openEmbedded } from '#platform/database/embedded'
import { migrate } from '#platform/database/migrate'
import { recordSql } from '#platform/records/table-sql'
import { allRecords } from './records'

const described = (source: ConnectionSource) => withConnection(source, describeTables)

/** What the declarations say, as a database: the kernel's first migration, then every record type's own statements. */
async function declared(kernel: string) {
  const source = await openEmbedded()
  try {
    await withConnection(source, async (connection) => {
      await connection.run(kernel)
      for (const record of allRecords) await connection.run(recordSql(record))
    })
    const tables = await described(source)
    const names = new Set<string>(allRecords.map((record) => record.name))
    return new Map([...tables].filter(([name]) => names.has(name)))
  } finally {
    await source.close()
  }
}

/** Statements still missing between the migrations and the declarations; empty when they agree. */
export async function schemaDrift(folder: string, kernel: string): Promise<string[]> {
  const migrated = await openEmbedded()
  try {
    await migrate(migrated, folder)
    const is = await described(migrated)
    const create = (table: string) => recordSql(allRecords.find((record) => record.name === table) as never)
    return schemaDifference(is, await declared(kernel), create)
  } finally {
    await migrated.close()
  }
}
