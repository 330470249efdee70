import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { fillWorld } from '#main/fill-world'
import { migrationsFolder } from '#main/folders'
import { openEmbedded } from '#platform/database/embedded'
import { migrate } from '#platform/database/migrate'
import { fillDatabase } from './own-postgres'
import { startCluster } from './postgres-cluster'

declare module 'vitest' {
  interface ProvidedContext {
    /** File with the migrated and filled embedded database. */
    image: string
    /** Address of the filled template database, '' where PostgreSQL is missing. */
    postgres: string
  }
}

/** The demonstration world, small: the tests' world as well. Made once, copied for every test file. */
async function makeImage(folder: string): Promise<string> {
  const source = await openEmbedded()
  await migrate(source, migrationsFolder)
  await fillWorld(source, { sampleSize: 'small' })
  const image = await source.image()
  await source.close()
  const file = join(folder, 'world.tar')
  writeFileSync(file, image)
  return file
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'yipanqi-world-'))
  project.provide('image', await makeImage(folder))
  const bin = process.env.YIPANQI_TEST_POSTGRES ?? ''
  const cluster = bin === 'missing' ? undefined : await startCluster(bin).catch(() => undefined)
  project.provide('postgres', cluster ? await fillDatabase(cluster, 'template_world') : '')
  return async () => {
    await cluster?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
