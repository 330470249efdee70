import type { Config } from '#platform/config/config'
import type { ConnectionSource } from '#platform/database/connection'
import { isLost } from '#platform/database/database-error'
import type { Vault } from '#platform/crypto/vault'
import { migrate } from '#platform/database/migrate'
import { fillWorld, isEmpty } from './fill-world'
import { migrationsFolder } from './folders'
import { type OpenSource, openSource, stop } from './open-source'
import { assertKeysFit, configuredVault } from './open-vault'
import { Progress } from './progress'

/** Brings the database up to date and fills an empty one; says what takes long. */
async function prepare(source: ConnectionSource, config: Config, vault: Vault): Promise<void> {
  const progress = new Progress()
  await progress.during('迁移数据库 · migrating the database', () => migrate(source, migrationsFolder))
  await assertKeysFit(source, config)
  if (config.world === 'demo' && (await isEmpty(source)))
    await progress.during('装入示范数据 · loading the demonstration world', () =>
      fillWorld(source, config, vault),
    )
}

export interface OpenDatabase {
  readonly source: ConnectionSource
  readonly vault: Vault
  /** Closes the database and gives up the folder. */
  close(): Promise<void>
}

/** The migrated and filled database of these settings, ready for use; `opening` has begun to open it already. */
export async function openPrepared(
  config: Config,
  opening: Promise<OpenSource> = openSource(config),
): Promise<OpenDatabase> {
  const vault = configuredVault(config)
  const { source, giveUp } = await opening
  const close = async () => {
    await source.close()
    await giveUp()
  }
  try {
    await prepare(source, config, vault)
  } catch (error) {
    await close().catch(() => {})
    if (config.databaseUrl && isLost(error))
      return stop(`连不上数据库 · The database cannot be reached (DATABASE_URL): ${(error as Error).message}`)
    throw error
  }
  return { source, vault, close }
}
