import type { FastifyInstance, FastifyRequest } from 'fastify'
import { objectBody, signedIn } from '#platform/http/request'
import type { Kernel } from '#platform/records/kernel'
import { heldRules, saveRules } from './lamp-rules'
import { projectLamps } from './project-lamps'
import { rulesIn, unitIn, versionsIn } from './rules-in'
import { triedRules } from './try-rules'

/** The lamps of a project, and the rules of a unit: read, tried, kept. */
export function registerLampRoutes(app: FastifyInstance, kernel: Kernel): void {
  const { database } = kernel

  app.get('/api/project/:id/lamps', (request: FastifyRequest) =>
    database.transaction(signedIn(request), 'read', (tx) =>
      projectLamps(tx, kernel, (request.params as { id: string }).id),
    ),
  )

  app.get('/api/lamps/rules', (request: FastifyRequest) =>
    database.transaction(signedIn(request), 'read', (tx) =>
      heldRules(tx, kernel, unitIn((request.query as { unit?: unknown }).unit)),
    ),
  )

  app.post('/api/lamps/rules/try', (request: FastifyRequest) => {
    const body = objectBody(request)
    const given = { unit: unitIn(body.unit), rules: rulesIn(body) }
    return database.transaction(signedIn(request), 'read', (tx) => triedRules(tx, kernel, given))
  })

  app.put('/api/lamps/rules', (request: FastifyRequest) => {
    const body = objectBody(request)
    const given = { unit: unitIn(body.unit), rules: rulesIn(body), versions: versionsIn(body.versions) }
    return database.transaction(signedIn(request), 'write', async (tx) => {
      await saveRules(tx, kernel, given)
      return heldRules(tx, kernel, given.unit)
    })
  })
}
