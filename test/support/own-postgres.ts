import { chownSync } from 'node:fs'
import { fillWorld } from '#main/fill-world'
import { migrationsFolder } from '#main/folders'
import { withConnection } from '#platform/database/connection'
import { migrate } from '#platform/database/migrate'
import { openPostgres } from '#platform/database/postgres'
import { type Cluster, ordinaryUser, startCluster } from './postgres-cluster'

/** What a cluster may do without that is stopped as in a crash: nothing that it has confirmed. */
const hasty = ['fsync=off', 'full_page_writes=off', 'max_connections=100', 'shared_buffers=64MB']

/** A database of this name on the cluster, with the small demonstration world in it. */
export async function fillDatabase(cluster: Cluster, name: string, place = ''): Promise<string> {
  const owner = openPostgres({ url: cluster.url('postgres'), connections: 1 })
  await withConnection(owner, (connection) => connection.run(`CREATE DATABASE ${name} ${place}`))
  await owner.close()
  const url = cluster.url(name)
  const source = openPostgres({ url, connections: 2 })
  await migrate(source, migrationsFolder)
  await fillWorld(source, { sampleSize: 'small' })
  await source.close()
  return url
}

/** A PostgreSQL that a test may stop, and the address of its database; its tables lie in `folder` where one is given. */
export async function ownPostgres(folder?: string): Promise<{ cluster: Cluster; url: string }> {
  const cluster = await startCluster(process.env.YIPANQI_TEST_POSTGRES ?? '', { settings: hasty })
  if (folder === undefined) return { cluster, url: await fillDatabase(cluster, 'world') }
  const owner = ordinaryUser()
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const source = openPostgres({ url: cluster.url('postgres'), connections: 1 })
  await withConnection(source, (one) => one.run(`CREATE TABLESPACE small LOCATION '${folder}'`))
  await source.close()
  return { cluster, url: await fillDatabase(cluster, 'world', 'TABLESPACE small') }
}
