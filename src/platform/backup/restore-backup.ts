import { sql } from 'kysely'
import type { Finding } from '#engine/ledger/finding'
import { isNote } from '#engine/ledger/finding'
import { verifyLedger } from '#platform/audit/verify-ledger'
import type { MasterKey } from '#platform/crypto/master-keys'
import { type ConnectionSource, withConnection } from '#platform/database/connection'
import { kernelActor, openDatabase, type Transaction } from '#platform/database/database'
import { migrate, readMigrations } from '#platform/database/migrate'
import { BackupDamaged, type BackupManifest, BackupUnusable } from './manifest'
import { type CheckedBackup, readBackup } from './read-backup'

export interface RestoreOrder {
  readonly source: ConnectionSource
  /** Folder of the migrations. */
  readonly migrations: string
  readonly from: string
  readonly masters: readonly MasterKey[]
}

/** Refuses a database with anything in it: a restore fills, it never mixes or overwrites. */
async function assertEmpty(source: ConnectionSource): Promise<void> {
  await withConnection(source, async (connection) => {
    const { rows } = await connection.query(
      `SELECT relname::text AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
        AND relname <> 'migration' ORDER BY relname`,
      [],
    )
    await connection.run('BEGIN')
    // The owner of a table under forced row security sees none of its rows; the kernel sees all.
    if (rows.length > 0) await connection.run('SET LOCAL ROLE yipanqi_kernel')
    for (const { name } of rows) {
      const found = await connection.query(`SELECT 1 FROM "${String(name)}" LIMIT 1`, [])
      if (found.rows.length > 0)
        throw new BackupUnusable(`The database is not empty (${String(name)}): restore into a new one`)
    }
    await connection.run('COMMIT')
  }).catch(async (error: unknown) => {
    await withConnection(source, (connection) => connection.run('ROLLBACK')).catch(() => {})
    throw error
  })
}

async function assertKnown(manifest: BackupManifest, folder: string): Promise<string> {
  const known = new Map((await readMigrations(folder)).map(({ name, digest }) => [name, digest]))
  for (const { name, digest } of manifest.migrations)
    if (known.get(name) !== digest)
      throw new BackupUnusable(
        `The back-up is of another version of the product: migration ${name} is not the one here`,
      )
  return manifest.migrations.at(-1)?.name ?? ''
}

function assertKeys(manifest: BackupManifest, masters: readonly MasterKey[]): void {
  const missing = manifest.master_keys.filter((id) => !masters.some((master) => master.id === id))
  if (missing.length > 0)
    throw new BackupUnusable(
      `Data in the back-up is encrypted under master key ${missing.join(', ')}: set YIPANQI_MASTER_KEY`,
    )
}

async function fillTable(tx: Transaction, table: string, backup: CheckedBackup): Promise<number> {
  let rows = 0
  for await (const lines of backup.rows(table)) {
    await tx.run(
      sql`INSERT INTO ${sql.table(table)} SELECT * FROM json_populate_recordset(NULL::${sql.table(table)}, ${`[${lines.join(',')}]`}::json)`,
    )
    rows += lines.length
  }
  return rows
}

/** Counts what is in the database now, not what was sent to it. */
async function checkCounts(tx: Transaction, manifest: BackupManifest): Promise<void> {
  for (const { table, file, rows } of manifest.parts) {
    const found = await tx.first<{ n: number }>(sql`SELECT count(*) AS n FROM ${sql.table(table)}`)
    if (Number(found?.n) !== rows)
      throw new BackupDamaged(file, `it holds ${String(found?.n)} rows where the manifest says ${rows}`)
  }
}

async function checkHeads(tx: Transaction, manifest: BackupManifest): Promise<void> {
  for (const { zone_id, number, hash } of manifest.ledger) {
    const [seal] = await tx.all<{ hash: string }>(
      sql`SELECT hash FROM ledger_seal WHERE zone_id = ${zone_id} AND number = ${number}`,
    )
    if (seal?.hash !== hash)
      throw new BackupDamaged('ledger_seal.rows', `the last seal of ${zone_id} is another`)
  }
}

export interface Restored {
  readonly manifest: BackupManifest
  readonly rows: number
  /** Migrations that the back-up did not have yet. */
  readonly migrated: readonly string[]
  /** What the ledger has to say of itself afterwards; findings of the copied database come along with it. */
  readonly findings: readonly Finding[]
}

/**
 * Checks a whole back-up, then fills an empty database with it in one transaction: all of it or nothing. It is restored
 * at the schema it was made with, counted, brought to the newest migration, and its ledger verified.
 */
export async function restoreBackup({ source, migrations, from, masters }: RestoreOrder): Promise<Restored> {
  const backup = await readBackup(from, masters)
  try {
    const { manifest } = backup
    const last = await assertKnown(manifest, migrations)
    assertKeys(manifest, masters)
    await assertEmpty(source)
    await migrate(source, migrations, last)
    const database = openDatabase(source)
    const rows = await database.transaction(kernelActor, 'write', async (tx) => {
      let count = 0
      for (const { table } of manifest.parts) count += await fillTable(tx, table, backup)
      await checkCounts(tx, manifest)
      await checkHeads(tx, manifest)
      return count
    })
    const migrated = await migrate(source, migrations)
    const findings: Finding[] = []
    await verifyLedger({
      database,
      signers: [],
      found: (finding) => !isNote(finding) && findings.push(finding),
    })
    return { manifest, rows, migrated, findings }
  } finally {
    await backup.close()
  }
}
