import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { PeriodId } from '#engine/period/period'
import { shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { objectBody, signedIn } from '#platform/http/request'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import { invalidInput } from '#platform/records/refusals'
import { projectMoney } from './money/project-money'
import { registerAgentDesk } from './agent/agent-desk.routes'
import { changesIn } from './plan-changes'
import { layTemplate } from './plan-from-template'
import { registerDriftRoute } from './portfolio/drift.routes'
import type { WhatIfReply } from '../contract'
import { readingOf } from './plan-reading'
import { keptPlan, scheduleOf } from './schedule'
import { promisedIn, triedChanges } from './tried-changes'
import { lampsByPromise } from './lamps/lamps-by-promise'

const idIn = (request: FastifyRequest): string => (request.params as { id: string }).id

/** The year asked about; this one where none is named. */
function yearIn(request: FastifyRequest): PeriodId {
  const { year = beijingToday().slice(0, 4) } = request.query as { year?: string }
  if (/^\d{4}$/.test(year)) return year as PeriodId
  throw invalidInput([
    {
      field: 'year',
      code: 'query',
      value: shown(year),
      says: text('不是一个年度', 'is not a year'),
      mend: text('请写 2026', 'Write 2026.'),
    },
  ])
}

/** A project's schedule, worked out when it is asked for, tried with changes, begun from a template; and its money. */
export function registerProjectRoutes(app: FastifyInstance, kernel: Kernel): void {
  const reading = (tx: Transaction) => readingOf(tx, kernel)

  registerAgentDesk(app, kernel)

  app.get('/api/project/:id/schedule', (request) =>
    kernel.database.transaction(signedIn(request), 'read', async (tx) =>
      scheduleOf(await keptPlan(tx, idIn(request)), await reading(tx)),
    ),
  )

  app.get('/api/project/:id/money', (request) =>
    kernel.database.transaction(signedIn(request), 'read', (tx) =>
      projectMoney(tx, { id: idIn(request), year: yearIn(request) }),
    ),
  )

  app.post('/api/project/:id/schedule/try', (request) => {
    const changes = changesIn(objectBody(request))
    return kernel.database.transaction(signedIn(request), 'read', async (tx): Promise<WhatIfReply> => {
      const kept = await keptPlan(tx, idIn(request))
      const tried = triedChanges(kept, changes, await reading(tx))
      const promised = promisedIn(changes).at(-1)
      const { id, zone_id: zone } = kept.project
      const lamps = promised === undefined ? [] : await lampsByPromise(tx, kernel, { zone, id, promised })
      return { ...tried, lamps }
    })
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

  registerDriftRoute(app, kernel)
}
