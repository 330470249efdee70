import type { FastifyInstance } from 'fastify'
import { isPeriodId } from '#engine/period/period'
import type { PlanSource } from '#modules/indicators/server/figures-plan'
import type { Units } from '#modules/organisation/server/unit-tree'
import { kernelError } from '#platform/errors/app-error'
import { signedIn } from '#platform/http/request'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import { readBoard } from './board'

/** `GET /api/board`: a unit that the actor's posts do not reach does not exist for them. */
export function registerBoardRoutes(
  app: FastifyInstance,
  kernel: Kernel,
  given: { plans: PlanSource; units: Units },
): void {
  app.get('/api/board', async (request) => {
    const actor = signedIn(request)
    const query = request.query as Readonly<Record<string, string | undefined>>
    const tree = given.units.tree()
    const reached = new Set(Object.values(actor.reach).flat())
    const unit = query.unit ? tree.find(query.unit) : tree.inOrder.find(({ code }) => reached.has(code))
    const instant = new Date().toISOString()
    if (!unit || !reached.has(unit.code)) throw kernelError('not_found')
    const period = query.period && isPeriodId(query.period) ? query.period : undefined
    return kernel.database.transaction(actor, 'read', async (tx) =>
      readBoard(tx, await given.plans(tx), {
        tree,
        records: kernel.records.values(),
        query: { unit, period, ranking: query.ranking, today: beijingToday(), now: instant },
      }),
    )
  })
}
