import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findingWords } from '#engine/ledger/finding'
import { restoreBackup } from '#platform/backup/restore-backup'
import { migrationsFolder } from '../folders'
import { configured, openSource } from '../open-source'
import { masterKeys } from '../open-vault'
import { Misused } from './command'

export const restoreUsage = `yipanqi restore --from FOLDER|FILE.tar
    fills an empty database (YIPANQI_DATA or DATABASE_URL) and verifies it; a damaged back-up is refused`

/** `restore --from`: into a database that nothing else has touched yet, not even the demonstration world. */
export async function restoreCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { from: { type: 'string' } } })
  if (!values.from) throw new Misused('--from is missing: give the folder or the .tar of a back-up')
  const config = configured()
  const { source, giveUp } = await openSource(config)
  try {
    const from = resolve(values.from)
    const done = await restoreBackup({
      source,
      migrations: migrationsFolder,
      from,
      masters: masterKeys(config),
    })
    const { recovery_point } = done.manifest
    console.log(
      `已恢复至 ${recovery_point} · ${done.rows} 行 · restored to ${recovery_point}: ${done.rows} rows`,
    )
    if (done.migrated.length > 0) console.log(`已迁移 · migrated: ${done.migrated.join(', ')}`)
    for (const finding of done.findings)
      console.log(`✗ ${findingWords(finding).zh} · ${findingWords(finding).en}`)
    if (done.findings.length === 0) console.log('✓ 行数与账本核验无误 · counts and ledger hold')
    return done.findings.length === 0 ? 0 : 1
  } finally {
    await source.close()
    await giveUp()
  }
}
