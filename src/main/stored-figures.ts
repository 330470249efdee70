import { countOpenSessions } from '#platform/access/sessions'
import { ledgerAge } from '#platform/audit/ledger-age'
import { lastBackupAt } from '#platform/backup/backup-schedule'
import type { Config } from '#platform/config/config'
import { kernelActor } from '#platform/database/database'
import type { StoredFigures } from '#platform/http/metrics'
import type { Running } from './app'

/** What the metrics tell of database and disk, in one reading transaction. */
export const storedFigures =
  (
    { database, units }: Pick<Running, 'database' | 'units'>,
    config: Config,
  ): (() => Promise<StoredFigures>) =>
  async () => {
    const zones = units.tree().zones()
    const now = Date.now()
    const { sessions, age } = await database.transaction(kernelActor, 'read', async (tx) => ({
      sessions: await countOpenSessions(tx, config.idleMinutes),
      age: await ledgerAge(tx, zones, now),
    }))
    const backup = await lastBackupAt(config.backupFolder)
    return {
      sessions,
      lastSealAge: age.sealed,
      unsealedAge: age.waiting,
      backupAge: backup === undefined ? undefined : Math.max(0, (now - backup) / 1000),
    }
  }
