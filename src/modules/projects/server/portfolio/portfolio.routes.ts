import type { FastifyInstance } from 'fastify'
import { signedIn } from '#platform/http/request'
import type { Kernel } from '#platform/records/kernel'
import { portfolioReply } from './portfolio'

/** Projects seen together: asked for as any list of projects is. */
export function registerPortfolioRoutes(app: FastifyInstance, kernel: Kernel): void {
  app.get('/api/portfolio', (request) =>
    kernel.database.transaction(signedIn(request), 'read', (tx) => portfolioReply(tx, kernel, request)),
  )
}
