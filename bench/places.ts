import { existsSync } from 'node:fs'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { withConnection } from '#platform/database/connection'
import { openPostgres } from '#platform/database/postgres'
import { type Cluster, startCluster } from '#test/support/postgres-cluster'
import { fill, type Place } from './servers'

/** As PostgreSQL is shipped, but for memory: every commit is on disk before it is confirmed. */
const settings = ['max_connections=100', 'shared_buffers=512MB', 'max_wal_size=4GB']

/** The databases of a run. */
export interface Places {
  readonly postgres: boolean
  readonly version: string
  /** The measured world, once for each server: on PostgreSQL they share it, an embedded database has one user. */
  measured(on: 'postgres' | 'embedded'): Promise<{ product: Place; bare: Place }>
  /** An empty place. */
  fresh(on: 'postgres' | 'embedded', round: number): Promise<Place>
  close(): Promise<void>
}

async function command(cluster: Cluster, statement: string): Promise<void> {
  const source = openPostgres({ url: cluster.url('postgres'), connections: 1 })
  await withConnection(source, (connection) => connection.run(statement))
  await source.close()
}

async function versionOf(cluster: Cluster | undefined): Promise<string> {
  if (!cluster) return ''
  const source = openPostgres({ url: cluster.url('postgres'), connections: 1 })
  const { rows } = await withConnection(source, (connection) =>
    connection.query("SELECT split_part(current_setting('server_version'), ' ', 1) AS version", []),
  )
  await source.close()
  return String(rows[0]?.version)
}

/** Filled once; a second run on the same folder finds it. */
async function once(marker: string, make: () => Promise<void>): Promise<void> {
  if (existsSync(marker)) return
  await make()
  await writeFile(marker, '')
}

async function measuredPostgres(cluster: Cluster, given: Given): Promise<{ product: Place; bare: Place }> {
  await once(join(given.folder, `postgres-${given.isQuick}.done`), async () => {
    await command(cluster, `DROP DATABASE IF EXISTS world_${given.isQuick} WITH (FORCE)`)
    await command(cluster, `CREATE DATABASE world_${given.isQuick}`)
    await fill({ url: cluster.url(`world_${given.isQuick}`) }, given.isQuick)
  })
  await command(cluster, 'DROP DATABASE IF EXISTS measured WITH (FORCE)')
  await command(cluster, `CREATE DATABASE measured TEMPLATE world_${given.isQuick}`)
  const place = { url: cluster.url('measured') }
  return { product: place, bare: place }
}

async function measuredEmbedded(given: Given): Promise<{ product: Place; bare: Place }> {
  const world = join(given.folder, `world-${given.isQuick}`)
  await once(join(given.folder, `embedded-${given.isQuick}.done`), async () => {
    await rm(world, { recursive: true, force: true })
    await mkdir(world, { recursive: true })
    await fill({ folder: world }, given.isQuick)
  })
  const copies = ['product', 'bare'].map((name) => ({ folder: join(given.folder, name) }))
  for (const { folder } of copies) {
    await rm(folder, { recursive: true, force: true })
    await cp(world, folder, { recursive: true })
  }
  const [product, bare] = copies as [Place, Place]
  return { product, bare }
}

interface Given {
  readonly folder: string
  readonly isQuick: boolean
}

export async function openPlaces(given: Given): Promise<Places> {
  const bin = process.env.YIPANQI_TEST_POSTGRES ?? 'missing'
  await mkdir(given.folder, { recursive: true })
  const cluster =
    bin === 'missing'
      ? undefined
      : await startCluster(bin, { settings, folder: join(given.folder, 'postgres') })
  const needed = (): Cluster => {
    if (!cluster) throw new Error('There is no PostgreSQL')
    return cluster
  }
  return {
    postgres: cluster !== undefined,
    version: await versionOf(cluster),
    measured: (on) => (on === 'postgres' ? measuredPostgres(needed(), given) : measuredEmbedded(given)),
    async fresh(on, round) {
      if (on === 'embedded') {
        const folder = join(given.folder, `fresh-${round}`)
        await rm(folder, { recursive: true, force: true })
        return { folder }
      }
      await command(needed(), `DROP DATABASE IF EXISTS fresh_${round} WITH (FORCE)`)
      await command(needed(), `CREATE DATABASE fresh_${round}`)
      return { url: needed().url(`fresh_${round}`) }
    },
    async close() {
      await cluster?.stop()
    },
  }
}
