import type { Config } from '#platform/config/config'
import type { ConnectionSource } from '#platform/database/connection'
import { kernelActor, openDatabase, queries } from '#platform/database/database'
import { isLost } from '#platform/database/database-error'
import type { Vault } from '#platform/crypto/vault'
import { migrate } from '#platform/database/migrate'
import { migrationsFolder } from './folders'
import { beginOpening, type Opening, stop } from './open-source'
import { assertKeysFit, configuredVault } from './open-vault'
import { Progress } from './progress'
import type { WorldRows } from './world/world-rows'

/** Nothing has been entered yet: no unit. */
async function isEmpty(source: ConnectionSource): Promise<boolean> {
  const found = await openDatabase(source).transaction(kernelActor, 'read', (tx) =>
    tx.first(queries().selectFrom('unit').select('id').limit(1)),
  )
  return found === undefined
}

// Loaded only where there is something to fill: at any other start it would be read for nothing.
const filling = () => import('./fill-world')

/** Brings the database up to date and fills an empty one; says what takes long. */
async function prepare(
  source: ConnectionSource,
  config: Config,
  given: { readonly vault: Vault; readonly world: Promise<WorldRows> | undefined },
): Promise<void> {
  const progress = new Progress()
  await progress.during('迁移数据库 · migrating the database', () => migrate(source, migrationsFolder))
  await assertKeysFit(source, config)
  if (config.world === 'demo' && (await isEmpty(source)))
    await progress.during('装入示范数据 · loading the demonstration world', async () =>
      (await filling()).fillWorld(source, config, given),
    )
}

export interface OpenDatabase {
  readonly source: ConnectionSource
  readonly vault: Vault
  /** Closes the database and gives up the folder. */
  close(): Promise<void>
}

/** The migrated and filled database of these settings, ready for use; `opening` may have begun earlier. */
export async function openPrepared(
  config: Config,
  vault: Vault = configuredVault(config),
  opening: Opening = beginOpening(config),
): Promise<OpenDatabase> {
  // What a new folder is filled with is worked out while the database makes itself in its own thread.
  const isToFill = opening.isNew && config.world === 'demo'
  const world = isToFill ? filling().then(({ demonstration }) => demonstration(config.sampleSize)) : undefined
  world?.catch(() => {})
  const { source, giveUp } = await opening.opened
  const close = async () => {
    await source.close()
    await giveUp()
  }
  try {
    await prepare(source, config, { vault, world })
  } catch (error) {
    await close().catch(() => {})
    if (config.databaseUrl && isLost(error))
      return stop(`连不上数据库 · The database cannot be reached (DATABASE_URL): ${(error as Error).message}`)
    throw error
  }
  return { source, vault, close }
}
