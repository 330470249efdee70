import type { FastifyInstance, FastifyRequest } from 'fastify'
import { signedIn } from '#platform/http/request'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import { agentDesk } from './agent-desk'

const agentIn = (request: FastifyRequest, own: string): string => {
  const { agent } = request.query as Readonly<Record<string, unknown>>
  return typeof agent === 'string' && agent !== '' ? agent.slice(0, 100) : own
}

/** The desk of an agent: one's own, or that of another whose projects one may see. */
export function registerAgentDesk(app: FastifyInstance, kernel: Kernel): void {
  app.get('/api/agent-desk', (request) => {
    const actor = signedIn(request)
    const order = { agent: agentIn(request, actor.person), today: beijingToday() }
    return kernel.database.transaction(actor, 'read', (tx) => agentDesk(tx, kernel, order))
  })
}
