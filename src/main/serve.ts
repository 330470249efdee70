import type { Config } from '#platform/config/config'
import { openApp, openKernel } from './app'
import { configured, openPrepared } from './open-database'
import { encryptionLine } from './open-vault'
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

// What is printed may find no room; that must not end the server.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

const config = configured()
const open = await openPrepared(config)
const running = await openKernel(open.source, open.vault)
const app = await openApp(running, config, config.world === 'demo' ? demoAccounts : [])
const address = await app.listen({ host: config.host, port: config.port })
announce(address, config)
const stopOperations = await startOperations(running, config, (error) => app.log.error(error))

let ending = false
/** Requests under way are answered and their transactions end before the database is closed. */
async function end(): Promise<void> {
  if (ending) return
  ending = true
  await stopOperations()
  await app.close()
  await open.close()
  process.exit(0)
}
process.on('SIGTERM', () => void end())
process.on('SIGINT', () => void end())
