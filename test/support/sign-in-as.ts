import { sql } from 'kysely'
import { kernelActor } from '#platform/database/database'
import type { Caller, TestServer } from './test-server'

/**
 * Signs in whoever holds this role in this unit, also where the demonstration gives them no account: they get one with
 * the demonstration's password first.
 */
export async function signInAs(server: TestServer, role: string, unit: string): Promise<Caller> {
  const account = `test-${role}-${unit}`.toLowerCase()
  await server.running.database.transaction(kernelActor, 'write', (tx) =>
    tx.run(sql`INSERT INTO account (zone_id, id, person_id, password_hash)
      SELECT person.zone_id, ${account}, person.id, (SELECT password_hash FROM account WHERE id = 'zhu')
      FROM post JOIN person ON person.id = post.person
      WHERE post.role = ${role} AND post.unit_id = ${unit} ORDER BY post.id LIMIT 1
      ON CONFLICT DO NOTHING`),
  )
  return server.as(account)
}
