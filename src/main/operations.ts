import { startBegunMonths } from '#modules/indicators/server/begun-months'
import { startLamps } from '#modules/projects/server/lamps/keep-lamps'
import { startSealing } from '#platform/audit/seal-timer'
import { startBackups } from '#platform/backup/backup-schedule'
import type { Config } from '#platform/config/config'
import { startUpkeep } from '#platform/database/upkeep'
import type { Running } from './app'
import { runOrder } from './commands/operate'
import { openControl } from './control'
import { masterKeys, sealKeys } from './open-vault'

/**
 * What a server does beside answering: seals the ledger, makes its back-ups, keeps the lamps, counts the months that
 * begin, tends the embedded database, and takes the operator's commands where it alone holds that. Returns what ends it
 * all.
 */
export async function startOperations(
  running: Running,
  config: Config,
  failed: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const { database } = running
  const stopControl = config.databaseUrl
    ? async () => {}
    : await openControl(config.dataFolder, (order, say) => runOrder(running, config, { order, say }))
  const stopSealing = startSealing(database, {
    minutes: config.sealMinutes,
    signKey: sealKeys(config)[0],
    failed,
  })
  const stopBackups = startBackups(database, {
    folder: config.backupFolder,
    hours: config.backupHours,
    keep: config.backupKeep,
    masters: masterKeys(config),
    failed,
  })
  const stopLamps = startLamps(running.kernel, running.newProjects, { minutes: config.lampMinutes, failed })
  const stopMonths = startBegunMonths(
    database,
    {
      plans: running.plans,
      places: () => running.units.tree(),
      records: [...running.kernel.records.values()].filter((record) => record.measures),
    },
    { minutes: config.lampMinutes, failed },
  )
  const stopUpkeep = startUpkeep(database.source, failed)
  return async () => {
    await stopControl()
    await stopUpkeep()
    await stopLamps()
    await stopMonths()
    await stopBackups()
    await stopSealing()
  }
}
