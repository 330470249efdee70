import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { MasterKey } from '#platform/crypto/master-keys'
import type { Database } from '#platform/database/database'
import { startRepeating } from '#platform/jobs/start-repeating'
import { writeBackupWhenDue } from './write-backup'

interface Schedule {
  /** '' makes none. */
  readonly folder: string
  readonly hours: number
  readonly keep: number
  readonly masters: readonly MasterKey[]
  readonly failed: (error: unknown) => void
}

const form = /^yipanqi-(\d{4})-(\d\d)-(\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.tar$/

const nameAt = (moment: Date) => `yipanqi-${moment.toISOString().slice(0, 19).replaceAll(':', '-')}Z.tar`

const momentOf = (name: string): number => {
  const [, year, month, date, hour, minute, second] = form.exec(name) ?? []
  return Date.parse(`${year}-${month}-${date}T${hour}:${minute}:${second}Z`)
}

async function ownBackups(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => form.test(name)).toSorted()
}

/** When the server last made a back-up of its own, in milliseconds since 1970; undefined when there is none. */
export async function lastBackupAt(folder: string): Promise<number | undefined> {
  const last = folder === '' ? undefined : (await ownBackups(folder)).at(-1)
  return last === undefined ? undefined : momentOf(last)
}

/** Makes a back-up when the last one is older than the interval, and removes its own oldest beyond those to keep. */
export async function backupIfDue(
  database: Database,
  schedule: Omit<Schedule, 'failed'>,
  now: Date,
): Promise<boolean> {
  const { folder, hours, keep, masters } = schedule
  // One dated long after now was made before the clock was put right: nothing can be put off until then.
  const isRecent = (name: string) => Math.abs(now.getTime() - momentOf(name)) < hours * 3_600_000
  const isDue = async () => !(await ownBackups(folder)).some(isRecent)
  if (!(await isDue())) return false
  const order = { database, to: join(folder, nameAt(now)), masters }
  if (!(await writeBackupWhenDue(order, isDue))) return false
  for (const name of (await ownBackups(folder)).slice(0, -keep)) await rm(join(folder, name), { force: true })
  return true
}

/** Looks every few minutes whether a back-up is due: a server that was down makes it up. Returns what stops it. */
export function startBackups(database: Database, schedule: Schedule): () => Promise<void> {
  if (schedule.folder === '') return () => Promise.resolve()
  const look = () => backupIfDue(database, schedule, new Date())
  return startRepeating(look, { first: 10_000, every: 5 * 60_000, failed: schedule.failed }).stop
}
