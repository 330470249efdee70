import type { FastifyInstance } from 'fastify'
import { kernelError } from '#platform/errors/app-error'
import { signedIn } from '#platform/http/request'
import type { Kernel } from '#platform/records/kernel'
import { getRow } from '#platform/records/rows'
import type { BaselineRow } from '../../domain/kept-baseline'
import { planBaseline } from '../../records/plan-baseline'
import { readingOf } from '../plan-reading'
import { keptPlan } from '../schedule'
import { driftReply } from './drift'

/** The drift of a project's plan from one of its baselines. */
export function registerDriftRoute(app: FastifyInstance, kernel: Kernel): void {
  app.get('/api/project/:id/drift/:baseline', (request) => {
    const { id, baseline } = request.params as { id: string; baseline: string }
    return kernel.database.transaction(signedIn(request), 'read', async (tx) => {
      const row = (await getRow(tx, planBaseline, { id: baseline })) as unknown as BaselineRow
      if (row.project !== id) throw kernelError('not_found')
      return driftReply(await keptPlan(tx, id), row, await readingOf(tx, kernel))
    })
  })
}
