import { join } from 'node:path'
import { type Config, readConfig } from '#platform/config/config'
import type { ConnectionSource } from '#platform/database/connection'
import { openEmbedded } from '#platform/database/embedded'
import { isMade } from '#platform/database/embedded-folder'
import { lockFolder } from '#platform/database/folder-lock'

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

const databaseFolder = ({ dataFolder }: Config): string => join(dataFolder, 'database')

export interface OpenSource {
  readonly source: ConnectionSource
  /** Gives up the data folder. */
  readonly giveUp: () => Promise<void>
}

/** The embedded database of the data folder, held by this process alone, or the pool to PostgreSQL. */
export async function openSource(config: Config): Promise<OpenSource> {
  if (config.databaseUrl) {
    // Loaded only where it is used, as the embedded database is: either takes its time at every start.
    const { openPostgres } = await import('#platform/database/postgres')
    return {
      source: openPostgres({
        url: config.databaseUrl,
        connections: config.poolSize,
        statementSeconds: config.statementSeconds,
      }),
      giveUp: async () => {},
    }
  }
  const lock = await lockFolder(config.dataFolder)
  if (!lock.ok)
    return stop(
      `数据目录正被进程 ${lock.error.process} 使用 · The data folder ${config.dataFolder} is in use by process ${lock.error.process}.\n` +
        '请先停止该进程，或另设 YIPANQI_DATA · Stop it, or set YIPANQI_DATA to another folder.',
    )
  return { source: await openEmbedded({ folder: databaseFolder(config) }), giveUp: lock.value }
}

/** A database that has begun to open. */
export interface Opening {
  readonly opened: Promise<OpenSource>
  /** An embedded database that is being made: it will have to be filled. */
  readonly isNew: boolean
}

/** Whether these settings mean an embedded database that is still to be made. */
export const isToBeMade = (config: Config): boolean =>
  config.databaseUrl === '' && !isMade(databaseFolder(config))

/** Begins to open the database of these settings; a failure is told where `opened` is waited for. */
export function beginOpening(config: Config): Opening {
  const isNew = isToBeMade(config)
  const opened = openSource(config)
  opened.catch(() => {})
  return { opened, isNew }
}

/** The database of these settings for whatever is put together before it is open: who asks it waits until it is. */
export function sourceToCome(config: Config, opening: Opening): ConnectionSource {
  let source: ConnectionSource | undefined
  const opened = opening.opened.then((open) => (source = open.source))
  opened.catch(() => {})
  return {
    kind: config.databaseUrl ? 'postgres' : 'embedded',
    acquire: async () => (source ?? (await opened)).acquire(),
    listen: async (channel, listening) => (await opened).listen(channel, listening),
    load: () => source?.load() ?? { open: 0, idle: 0, waiting: 0 },
    close: async () => (await opened).close(),
  }
}
