import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { ConnectionSource } from '#platform/database/connection'
import { openEmbedded } from '#platform/database/embedded'
import { openPostgres } from '#platform/database/postgres'
import { copyTemplate } from './test-server'

/** Where a copy of the test world lies: for a server process by its settings, and for the look at it afterwards. */
export interface ServerPlace {
  readonly settings: Readonly<Record<string, string>>
  open(): Promise<ConnectionSource>
  remove(): Promise<void>
}

async function embeddedPlace(): Promise<ServerPlace> {
  const folder = mkdtempSync(join(tmpdir(), 'yipanqi-place-'))
  const database = join(folder, 'database')
  const source = await openEmbedded({ folder: database, image: readFileSync(inject('image')) })
  await source.close()
  return {
    settings: { YIPANQI_DATA: folder },
    open: () => openEmbedded({ folder: database }),
    remove: () => Promise.resolve(rmSync(folder, { recursive: true, force: true })),
  }
}

async function postgresPlace(): Promise<ServerPlace> {
  const { url, drop } = await copyTemplate()
  return {
    settings: { DATABASE_URL: url },
    open: () => Promise.resolve(openPostgres({ url, connections: 2 })),
    remove: drop,
  }
}

export const serverPlace = (database: 'embedded' | 'postgres'): Promise<ServerPlace> =>
  database === 'embedded' ? embeddedPlace() : postgresPlace()
