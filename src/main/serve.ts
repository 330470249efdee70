import { join } from 'node:path'
import type { Config } from '#platform/config/config'
import { readConfig } from '#platform/config/config'
import type { ConnectionSource } from '#platform/database/connection'
import { openEmbedded } from '#platform/database/embedded'
import { lockFolder } from '#platform/database/folder-lock'
import { migrate } from '#platform/database/migrate'
import { openPostgres } from '#platform/database/postgres'
import { openApp, openKernel } from './app'
import { demoAccounts, fillWorld, isEmpty } from './fill-world'
import { migrationsFolder } from './folders'
import { Progress } from './progress'

function stop(message: string): never {
  console.error(message)
  process.exit(1)
}

/** The settings, or every problem of them and the end. */
export function configured(): Config {
  const config = readConfig(process.env)
  if (config.ok) return config.value
  return stop(`The configuration cannot stand:\n${config.error.map((problem) => `  ${problem}`).join('\n')}`)
}

/** The embedded database of the data folder, held by this process alone, or the pool to PostgreSQL. */
export async function openSource(config: Config): Promise<{ source: ConnectionSource; giveUp: () => Promise<void> }> {
  if (config.databaseUrl)
    return { source: openPostgres({ url: config.databaseUrl, connections: config.poolSize }), giveUp: async () => {} }
  const folder = join(config.dataFolder, 'database')
  const lock = await lockFolder(config.dataFolder)
  if (!lock.ok)
    return stop(
      `数据目录正被进程 ${lock.error.process} 使用 · The data folder ${config.dataFolder} is in use by process ${lock.error.process}.\n` +
        '请先停止该进程，或另设 YIPANQI_DATA · Stop it, or set YIPANQI_DATA to another folder.',
    )
  return { source: await openEmbedded({ folder }), giveUp: lock.value }
}

/** Brings the database up to date and fills an empty one; says what takes long. */
async function prepare(source: ConnectionSource, config: Config): Promise<void> {
  const progress = new Progress()
  const applied = await progress.during('迁移数据库 · migrating the database', () => migrate(source, migrationsFolder))
  if (applied.length > 0 || (await isEmpty(source)))
    if (config.world === 'demo' && (await isEmpty(source)))
      await progress.during('装入示范数据 · loading the demonstration world', () => fillWorld(source, config))
}

function announce(address: string, config: Config): void {
  const lines = config.world === 'demo' ? demoAccounts.map(({ account, password, sees }) => `  ${account.padEnd(8)} ${password}   ${sees.zh} · ${sees.en}`) : []
  const database = config.databaseUrl ? 'PostgreSQL' : `${config.dataFolder} (embedded: for trying out; use DATABASE_URL for real data)`
  console.log([`\n一盘棋 Yipanqi  ${address}`, `  ${database}`, ...(lines.length > 0 ? ['', '示范账号 · demo sign-ins:', ...lines] : []), ''].join('\n'))
}

async function serve(): Promise<void> {
  const config = configured()
  const { source, giveUp } = await openSource(config)
  await prepare(source, config)
  const running = await openKernel(source)
  const app = await openApp(running, config, config.world === 'demo' ? demoAccounts : [])
  const address = await app.listen({ host: config.host, port: config.port })
  announce(address, config)
  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    // Requests under way are answered and their transactions end before the database is closed.
    await app.close()
    await source.close()
    await giveUp()
    process.exit(0)
  }
  process.on('SIGTERM', () => void end())
  process.on('SIGINT', () => void end())
}

await serve()
