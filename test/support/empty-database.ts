import { randomUUID } from 'node:crypto'
import { inject } from 'vitest'
import { type ConnectionSource, withConnection } from '#platform/database/connection'
import { openEmbedded } from '#platform/database/embedded'
import { openPostgres } from '#platform/database/postgres'

/** A database with nothing in it, not even a table; gone once it is closed. */
export async function openEmptyDatabase(kind: 'embedded' | 'postgres'): Promise<ConnectionSource> {
  if (kind === 'embedded') return openEmbedded()
  const template = inject('postgres')
  const name = `empty_${randomUUID().replaceAll('-', '')}`
  const owner = openPostgres({ url: template.replace('template_world', 'postgres'), connections: 1 })
  const command = (statement: string) => withConnection(owner, (connection) => connection.run(statement))
  await command(`CREATE DATABASE ${name}`)
  const source = openPostgres({ url: template.replace('template_world', name), connections: 4 })
  return {
    ...source,
    async close() {
      await source.close()
      await command(`DROP DATABASE ${name} WITH (FORCE)`)
      await owner.close()
    },
  }
}
