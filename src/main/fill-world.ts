import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashPassword } from '#platform/access/passwords'
import { appendEvents } from '#platform/audit/events'
import type { ConnectionSource } from '#platform/database/connection'
import {
  type Database,
  kernelActor,
  openDatabase,
  queries,
  type Transaction,
} from '#platform/database/database'
import { insertAll } from '#platform/database/insert-all'
import { closedVault, type Vault } from '#platform/crypto/vault'
import { insertTogether, together } from '#platform/records/rows-together'
import { factsFolder } from './folders'
import { buildWorld } from './world/build-world'
import type { World } from './world/world'
import { type WorldRows, worldRows } from './world/world-rows'

export async function readWorld(size: 'small' | 'full'): Promise<World> {
  const [units, figures, projects] = await Promise.all(
    ['units', 'figures', 'projects'].map((name) => readFile(join(factsFolder, `${name}.csv`), 'utf8')),
  )
  return buildWorld({ units: units ?? '', figures: figures ?? '', projects: projects ?? '' }, { size })
}

/** The demonstration world, worked out to the last row: a second of computing that needs no database. */
export const demonstration = async (size: 'small' | 'full'): Promise<WorldRows> =>
  worldRows(await readWorld(size))

async function insertLines(tx: Transaction, { lines }: WorldRows): Promise<void> {
  for (let start = 0; start < lines.length; start += 500)
    await tx.run(
      queries()
        .insertInto('report_line')
        .values(lines.slice(start, start + 500)),
    )
}

async function insertAccounts(tx: Transaction, { accounts }: WorldRows): Promise<void> {
  const hashes = new Map<string, string>()
  for (const { account, password, person, zone } of accounts) {
    const hash = hashes.get(password) ?? (await hashPassword(password))
    hashes.set(password, hash)
    await tx.run(
      queries()
        .insertInto('account')
        .values({ zone_id: zone, id: account, person_id: person, password_hash: hash }),
    )
  }
}

/** Writes a world into an empty database, in one transaction: it is there whole or not at all. */
export async function writeWorld(database: Database, world: WorldRows): Promise<void> {
  const computed_at = new Date().toISOString()
  await database.transaction(kernelActor, 'write', async (tx) => {
    for (const { record, rows, made } of world.records) {
      await insertTogether(tx, await together(tx, record, rows))
      await appendEvents(tx, made)
    }
    await insertAll(tx, 'observation', { rows: world.observations })
    const cells = world.cells.map((row) => ({ ...row, computed_at }))
    await insertAll(tx, 'cell', { rows: cells, by: 4000 })
    await insertLines(tx, world)
    await appendEvents(tx, world.deeds)
    await insertAccounts(tx, world)
  })
}

/** Fills an empty database with the demonstration world, or with one that has been worked out already. */
export async function fillWorld(
  source: ConnectionSource,
  { sampleSize }: { readonly sampleSize: 'small' | 'full' },
  given: { readonly vault?: Vault; readonly world?: Promise<WorldRows> | undefined } = {},
): Promise<void> {
  const { vault = closedVault, world = demonstration(sampleSize) } = given
  await writeWorld(openDatabase(source, vault), await world)
}
