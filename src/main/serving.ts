import type { Config } from '#platform/config/config'
import { assembleKernel, openApp } from './app'
import { openPrepared } from './open-database'
import { type Opening, sourceToCome } from './open-source'
import { configuredVault, encryptionLine } from './open-vault'
import { startOperations } from './operations'
import { demoAccounts } from './world/accounts'

function announce(address: string, config: Config): void {
  const database = config.databaseUrl
    ? 'PostgreSQL'
    : `${config.dataFolder} (内置数据库，试用；正式数据请设 DATABASE_URL · embedded, for trying out; set DATABASE_URL for real data)`
  const signIns =
    config.world === 'demo'
      ? demoAccounts.map(
          ({ account, password, sees }) => `  ${account.padEnd(7)} ${password}  ${sees.zh} · ${sees.en}`,
        )
      : []
  const lines = [
    '',
    `一盘棋 Yipanqi  ${address}`,
    `  ${database}`,
    `  ${encryptionLine(config)}`,
    ...(signIns.length > 0 ? ['', '示范账号 · demo sign-ins', ...signIns] : []),
    '',
  ]
  console.log(lines.join('\n'))
}

/** Serves until the process is told to end: requests under way are answered before the database is closed. */
export async function serve(config: Config, opening: Opening): Promise<void> {
  const vault = configuredVault(config)
  // Routes are put together while the database opens in its own thread.
  const running = assembleKernel(sourceToCome(config, opening), vault)
  const assembling = openApp(running, config, config.world === 'demo' ? demoAccounts : [])
  const open = await openPrepared(config, vault, opening)
  await running.begin()
  const app = await assembling
  announce(await app.listen({ host: config.host, port: config.port }), config)
  const stopOperations = await startOperations(running, config, (error) => app.log.error(error))
  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    await stopOperations()
    await app.close()
    await open.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void end())
  process.on('SIGINT', () => void end())
}
