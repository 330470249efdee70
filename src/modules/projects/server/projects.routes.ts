import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Transaction } from '#platform/database/database'
import { objectBody, signedIn } from '#platform/http/request'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import { registerAgentDesk } from './agent/agent-desk.routes'
import { changesIn } from './plan-changes'
import { layTemplate } from './plan-from-template'
import { keptPlan, scheduleOf, triedChanges } from './schedule'

const idIn = (request: FastifyRequest): string => (request.params as { id: string }).id

/** The schedule of a project: worked out when it is asked for, tried with changes, begun from a template. */
export function registerProjectRoutes(app: FastifyInstance, kernel: Kernel): void {
  const reading = async (tx: Transaction) => ({
    today: beijingToday(),
    calendar: await kernel.calendar(tx),
  })

  registerAgentDesk(app, kernel)

  app.get('/api/project/:id/schedule', (request) =>
    kernel.database.transaction(signedIn(request), 'read', async (tx) =>
      scheduleOf(await keptPlan(tx, idIn(request)), await reading(tx)),
    ),
  )

  app.post('/api/project/:id/schedule/try', (request) => {
    const changes = changesIn(objectBody(request))
    return kernel.database.transaction(signedIn(request), 'read', async (tx) =>
      triedChanges(await keptPlan(tx, idIn(request)), changes, await reading(tx)),
    )
  })

  app.post('/api/project/:id/plan', async (request, reply) => {
    const { template } = objectBody(request)
    const schedule = await kernel.database.transaction(signedIn(request), 'write', async (tx) => {
      const kept = await keptPlan(tx, idIn(request))
      await layTemplate(tx, kernel, { kept, template: typeof template === 'string' ? template : '' })
      return scheduleOf(await keptPlan(tx, idIn(request)), await reading(tx))
    })
    return reply.status(201).send(schedule)
  })
}
