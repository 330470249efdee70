import { parseArgs } from 'node:util'
import { writeBackup } from '#platform/backup/write-backup'
import { masterKeys } from '../open-vault'
import { type Command, fileOf, Misused } from './command'

export const backupUsage = `yipanqi backup --to FOLDER|FILE.tar
    everything of one moment, while the server runs; encrypted when a master key is configured`

/** `backup --to`. */
export const backupCommand: Command = async (context, args) => {
  const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' } } })
  if (!values.to) throw new Misused('--to is missing: give a folder or a file ending in .tar')
  const start = performance.now()
  const to = fileOf(context, values.to)
  const masters = masterKeys(context.config)
  const { parts, recovery_point, encryption } = await writeBackup({
    database: context.running.database,
    to,
    masters,
  })
  const rows = parts.reduce((sum, part) => sum + part.rows, 0)
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MB, ${seconds} s`
  context.say(
    `恢复点 ${recovery_point} · ${parts.length} 张表 · ${rows} 行 · ${encryption ? '已加密' : '未加密'} · ${size}`,
  )
  context.say(
    `recovery point ${recovery_point}: ${parts.length} tables, ${rows} rows, ${encryption ? `encrypted under master key ${encryption.master_id}` : 'not encrypted'} → ${to}`,
  )
  return 0
}
