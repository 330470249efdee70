import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { MasterKey } from '#platform/crypto/master-keys'
import { listDataKeys } from '#platform/crypto/data-keys'
import { type Database, kernelActor, type Transaction } from '#platform/database/database'
import { newId } from '#platform/records/new-id'
import { type BackupTable, backupTables } from './backup-tables'
import {
  backupFormat,
  type BackupManifest,
  type BackupPart,
  BackupUnusable,
  manifestCheck,
  manifestName,
  newBackupKey,
} from './manifest'
import { PartWriter } from './part-file'
import { packTar } from './tar'

export interface BackupOrder {
  readonly database: Database
  /** A folder that is not there yet or is empty, or a file ending in .tar. */
  readonly to: string
  /** The current master key encrypts; absent: not encrypted. */
  readonly masters: readonly MasterKey[]
}

const rowsAtOnce = 1000

interface Writing {
  readonly folder: string
  readonly key: Uint8Array | undefined
}

/** Rows as PostgreSQL writes them in JSON: exact decimals and microseconds never pass through a JavaScript number. */
async function writeTable(
  tx: Transaction,
  table: BackupTable,
  { folder, key }: Writing,
): Promise<BackupPart> {
  const file = `${table.name}.rows`
  const writer = new PartWriter({ path: join(folder, file), file, key })
  const order = sql.join(table.key.map((name) => sql.ref(name)))
  await tx.run(
    sql`DECLARE backup_rows NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS line FROM ${sql.table(table.name)} AS t ORDER BY ${order}`,
  )
  const size = sql.lit(table.has_files ? 1 : rowsAtOnce)
  for (;;) {
    const rows = await tx.all<{ line: string }>(sql`FETCH ${size} FROM backup_rows`)
    if (rows.length === 0) break
    await writer.add(rows.map(({ line }) => line))
  }
  await tx.run(sql`CLOSE backup_rows`)
  const sm3 = await writer.end()
  return { table: table.name, file, rows: writer.rows, bytes: writer.bytes, sm3 }
}

async function writeAll(
  tx: Transaction,
  folder: string,
  master: MasterKey | undefined,
): Promise<BackupManifest> {
  const id = newId()
  const backupKey = newBackupKey(id, master)
  const [{ now }] = (await tx.all(sql`SELECT now() AS now`)) as [{ now: string }]
  const parts: BackupPart[] = []
  for (const table of await backupTables(tx))
    parts.push(await writeTable(tx, table, { folder, key: backupKey?.key }))
  const rest = {
    format: backupFormat,
    id,
    recovery_point: now,
    database: (await isEmbedded(tx)) ? ('embedded' as const) : ('postgres' as const),
    migrations: await tx.all<{ name: string; digest: string }>(
      sql`SELECT name, digest FROM migration ORDER BY name`,
    ),
    parts,
    ledger: await tx.all<BackupManifest['ledger'][number]>(
      sql`SELECT zone_id, number, hash FROM ledger_seal AS s
        WHERE number = (SELECT max(number) FROM ledger_seal WHERE zone_id = s.zone_id) ORDER BY zone_id`,
    ),
    master_keys: [...new Set((await listDataKeys(tx)).map(({ master_id }) => master_id))],
    encryption: backupKey?.stored ?? null,
  }
  return { ...rest, check: manifestCheck(rest, backupKey?.key) }
}

const isEmbedded = async (tx: Transaction) =>
  ((await tx.first<{ v: string }>(sql`SELECT version() AS v`))?.v ?? '').includes('wasm')

async function assertFree(to: string): Promise<void> {
  const names = await readdir(to).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new BackupUnusable(`${to} is there already: a back-up never overwrites`)
  })
  if (names.length > 0) throw new BackupUnusable(`${to} is not empty: a back-up never overwrites`)
}

async function written(tx: Transaction, { to, masters }: BackupOrder): Promise<BackupManifest> {
  await assertFree(to)
  const folder = `${to}.partial`
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
  try {
    const manifest = await writeAll(tx, folder, masters[0])
    await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 })
    await publish(folder, to, manifest)
    return manifest
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Writes everything of one snapshot while the server runs, beside the place asked for; only a whole back-up gets its
 * name. PostgreSQL serves others meanwhile; the embedded database has one connection, and others wait.
 */
export const writeBackup = (order: BackupOrder): Promise<BackupManifest> =>
  order.database.transaction(kernelActor, 'read', (tx) => written(tx, order))

/**
 * The same when it is due by then; undefined when it is not, or another server of the database is just making one: of
 * several that look at the same moment, one makes it.
 */
export const writeBackupWhenDue = (
  order: BackupOrder,
  isDue: () => Promise<boolean>,
): Promise<BackupManifest | undefined> =>
  order.database.transaction(kernelActor, 'read', async (tx) => {
    const turn = await tx.first<{ free: boolean }>(sql`SELECT pg_try_advisory_xact_lock(7142) AS free`)
    return turn?.free && (await isDue()) ? written(tx, order) : undefined
  })

async function publish(folder: string, to: string, manifest: BackupManifest): Promise<void> {
  if (!to.endsWith('.tar')) {
    await rm(to, { recursive: true, force: true })
    await rename(folder, to)
    return
  }
  const half = join(folder, 'all.tar')
  await packTar(folder, [manifestName, ...manifest.parts.map(({ file }) => file)], half)
  await rename(half, to)
}
