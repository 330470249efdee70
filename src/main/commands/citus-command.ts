import { readCitusGround } from '#platform/database/citus-ground'
import { citusPlan } from '#platform/database/citus-plan'
import { withConnection } from '#platform/database/connection'
import { allRecords } from '../records'
import type { Command } from './command'

export const citusUsage = `yipanqi citus-plan
    prints the statements that spread this schema over Citus by zone; exit code 1 when a table cannot be spread`

/** Lists that all zones share: rows of every zone refer to them (docs/decisions/0004-shared-lists.md). */
export const sharedTables: ReadonlySet<string> = new Set(
  allRecords.filter(({ scope }) => scope === 'shared').map(({ name }) => name),
)

/** `citus-plan`: changes nothing; what it prints is SQL, remarks included. */
export const citusCommand: Command = async ({ running, say }) => {
  const ground = await withConnection(running.database.source, (connection) =>
    readCitusGround(connection, sharedTables),
  )
  const { statements, exceptions } = citusPlan(ground)
  say('-- At the coordinator, as a superuser, with the servers stopped: docs/how-to/run-on-citus.md')
  for (const [table, reason] of ground.local) say(`-- ${table} stays at the coordinator: ${reason}`)
  for (const { table, reason } of exceptions) say(`-- NOT SPREAD ${table}: ${reason}`)
  for (const statement of statements) say(statement)
  return exceptions.length === 0 ? 0 : 1
}
