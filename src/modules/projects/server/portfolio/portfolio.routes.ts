import type { FastifyInstance, FastifyRequest } from 'fastify'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { signedIn } from '#platform/http/request'
import type { Kernel } from '#platform/records/kernel'
import { invalidInput } from '#platform/records/refusals'
import { planTotals } from './plan-totals'
import { portfolioReply } from './portfolio'
import { projectCards } from './project-cards'
import { yearList } from './year-list'

/** The year in an address: four digits, else it is said how to write it. */
function yearIn(request: FastifyRequest): string {
  const { year } = request.params as { year: string }
  if (/^\d{4}$/.test(year)) return year
  throw invalidInput([
    {
      field: 'year',
      code: 'query',
      value: year.slice(0, 20),
      says: text('不是年度', 'is not a year'),
      mend: text('请写 2026', 'Write 2026.'),
    },
  ])
}

const unitIn = (request: FastifyRequest): string => {
  const { unit } = request.query as { unit?: unknown }
  return typeof unit === 'string' ? unit : ''
}

/** Projects seen together: asked for as any list of projects is. */
export function registerPortfolioRoutes(app: FastifyInstance, kernel: Kernel): void {
  const read = <T>(request: FastifyRequest, work: (tx: Transaction) => Promise<T>) =>
    kernel.database.transaction(signedIn(request), 'read', work)

  app.get('/api/portfolio', (request) => read(request, (tx) => portfolioReply(tx, kernel, request)))

  app.get('/api/portfolio/cards', (request) => read(request, (tx) => projectCards(tx, kernel, request)))

  app.get('/api/portfolio/plan/:year', (request) => {
    const year = yearIn(request)
    return read(request, (tx) => planTotals(tx, kernel, { request, year }))
  })

  app.get('/api/portfolio/year/:year', (request) => {
    const year = yearIn(request)
    return read(request, (tx) => yearList(tx, kernel, { unit: unitIn(request), year }))
  })
}
