import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { type Database, kernelActor } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'

/** `/healthz`: the process answers. `/readyz`: the database answers too, and the server is not going down. */
export function registerHealthRoutes(app: FastifyInstance, database: Database): void {
  let closing = false
  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async () => {
    if (closing) throw kernelError('shutting_down', { retryAfter: 5 })
    await database.transaction(kernelActor, 'read', (tx) => tx.all(sql`SELECT 1`))
    return { status: 'ready', database: database.source.kind }
  })
}
