import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { actAsOwner, type ConnectionSource } from './connection'

interface Migration {
  readonly name: string
  readonly sql: string
  readonly digest: string
}

/** The migration files in order. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name)).toSorted()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, digest: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

const book = `
CREATE TABLE migration (name text PRIMARY KEY, digest text NOT NULL, at timestamptz NOT NULL DEFAULT now());
COMMENT ON TABLE migration IS '已执行的数据库迁移';
COMMENT ON COLUMN migration.name IS '文件名';
COMMENT ON COLUMN migration.digest IS '内容散列';
COMMENT ON COLUMN migration.at IS '执行时间';
ALTER TABLE migration ENABLE ROW LEVEL SECURITY;
ALTER TABLE migration FORCE ROW LEVEL SECURITY;
CREATE POLICY migration_owner ON migration TO CURRENT_USER USING (true) WITH CHECK (true)`

/** An applied file whose text has changed since: history must not be rewritten. */
export class MigrationChanged extends Error {
  constructor(readonly file: string) {
    super(`${file} was changed after it had been applied; undo the change and write a new migration instead`)
    this.name = 'MigrationChanged'
  }
}

/**
 * Brings the database up to the last migration, each in its own transaction; returns the names applied now. Servers
 * that start together take turns by an advisory lock. `until`: the last one wanted, for a back-up of an earlier version.
 */
export async function migrate(source: ConnectionSource, folder: string, until?: string): Promise<string[]> {
  const migrations = (await readMigrations(folder)).filter(({ name }) => until === undefined || name <= until)
  const connection = await source.acquire()
  try {
    await actAsOwner(connection)
    await connection.run('SELECT pg_advisory_lock(7140)')
    const [kept] = (await connection.query("SELECT to_regclass('migration') AS book", [])).rows
    if (!kept?.book) await connection.run(book)
    const { rows } = await connection.query('SELECT name, digest FROM migration', [])
    const applied = new Map(rows.map((row) => [row.name as string, row.digest as string]))
    const open: string[] = []
    for (const { name, sql, digest } of migrations) {
      const before = applied.get(name)
      if (before !== undefined && before !== digest) throw new MigrationChanged(name)
      if (before !== undefined) continue
      await connection.run(
        `BEGIN; ${sql}\n; INSERT INTO migration (name, digest) VALUES ('${name}', '${digest}'); COMMIT`,
      )
      open.push(name)
    }
    await connection.run('SELECT pg_advisory_unlock(7140)')
    return open
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => {})
    await connection.run('SELECT pg_advisory_unlock_all()').catch(() => {})
    throw error
  } finally {
    connection.release()
  }
}
