import type { Config } from '#platform/config/config'
import { openKernel, type Running } from '../app'
import { type ControlOrder, orderServer } from '../control'
import { openPrepared } from '../open-database'
import { configured } from '../open-source'
import { Misused } from './command'
import { isOperatorCommand, type OperatorCommand, operatorCommands } from './commands'
import { isNewKey, newKeyCommand } from './keys-command'
import { restoreCommand, restoreUsage } from './restore-command'

export const operatorUsage = [
  ...Object.values(operatorCommands).map(({ usage }) => usage),
  restoreUsage,
].join('\n')

export const isOperation = (name: string): name is OperatorCommand | 'restore' =>
  name === 'restore' || isOperatorCommand(name)

/** Runs one operator's command over an open database, here or inside the server on somebody's order. */
export async function runOrder(
  running: Running,
  config: Config,
  { order, say }: { order: ControlOrder; say: (line: string) => void },
): Promise<number> {
  if (!isOperatorCommand(order.command)) return 2
  const { run, usage } = operatorCommands[order.command]
  try {
    return await run({ running, config, cwd: order.cwd, say }, order.args)
  } catch (error) {
    const isMisuse =
      error instanceof Misused || String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS')
    if (!isMisuse) throw error
    say(`${(error as Error).message}\n\n${usage}`)
    return 2
  }
}

async function overDatabase(command: OperatorCommand, args: readonly string[]): Promise<number> {
  const config = configured()
  const order = { command, args, cwd: process.cwd() }
  const say = (line: string) => console.log(line)
  // The embedded database belongs to the server that runs: it does it for us.
  const code = config.databaseUrl ? undefined : await orderServer(config.dataFolder, order, say)
  if (code !== undefined) return code
  const open = await openPrepared(config)
  try {
    return await runOrder(await openKernel(open.source, open.vault), config, { order, say })
  } finally {
    await open.close()
  }
}

/** An operator's command from the command line; returns the exit code. */
export async function operate(name: OperatorCommand | 'restore', args: readonly string[]): Promise<number> {
  try {
    if (name === 'restore') return await restoreCommand(args)
    if (name === 'keys' && isNewKey(args)) return newKeyCommand(args, (line) => console.log(line))
    return await overDatabase(name, args)
  } catch (error) {
    if (!(error instanceof Misused)) throw error
    console.error(`${error.message}\n\n${operatorUsage}`)
    return 2
  }
}
