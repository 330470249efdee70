import { join } from 'node:path'
import { type Config, readConfig } from '#platform/config/config'
import type { ConnectionSource } from '#platform/database/connection'
import { isLost } from '#platform/database/database-error'
import type { Vault } from '#platform/crypto/vault'
import { openEmbedded } from '#platform/database/embedded'
import { lockFolder } from '#platform/database/folder-lock'
import { migrate } from '#platform/database/migrate'
import { openPostgres } from '#platform/database/postgres'
import { fillWorld, isEmpty } from './fill-world'
import { migrationsFolder } from './folders'
import { assertKeysFit, configuredVault } from './open-vault'
import { Progress } from './progress'

/** Ends the process with a message for the person at the terminal. */
export function stop(message: string): never {
  console.error(message)
  process.exit(1)
}

/** The settings, or every problem of them and the end. */
export function configured(): Config {
  const config = readConfig(process.env)
  if (config.ok) return config.value
  return stop(
    `配置有误 · The configuration cannot stand:\n${config.error.map((problem) => `  ${problem}`).join('\n')}`,
  )
}

/** The embedded database of the data folder, held by this process alone, or the pool to PostgreSQL. */
export async function openSource(
  config: Config,
): Promise<{ source: ConnectionSource; giveUp: () => Promise<void> }> {
  if (config.databaseUrl)
    return {
      source: openPostgres({
        url: config.databaseUrl,
        connections: config.poolSize,
        statementSeconds: config.statementSeconds,
      }),
      giveUp: async () => {},
    }
  const lock = await lockFolder(config.dataFolder)
  if (!lock.ok)
    return stop(
      `数据目录正被进程 ${lock.error.process} 使用 · The data folder ${config.dataFolder} is in use by process ${lock.error.process}.\n` +
        '请先停止该进程，或另设 YIPANQI_DATA · Stop it, or set YIPANQI_DATA to another folder.',
    )
  return { source: await openEmbedded({ folder: join(config.dataFolder, 'database') }), giveUp: lock.value }
}

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

/** The migrated and filled database of these settings, ready for use. */
export async function openPrepared(config: Config): Promise<OpenDatabase> {
  const vault = configuredVault(config)
  const { source, giveUp } = await openSource(config)
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
