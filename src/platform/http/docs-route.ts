import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { docsPage, docsStyle } from './docs-page'
import type { Schema } from './openapi-schemas'
import { plainPagePolicy } from './safety-headers'

/** `/api/openapi.json` and a page that reads it out, for people; the page is made when it is first asked for. */
export function registerDocsRoutes(app: FastifyInstance, document: Schema): void {
  let html: string | undefined
  app.get('/api/openapi.json', () => document)
  const policy = plainPagePolicy(createHash('sha256').update(docsStyle).digest('base64'))
  app.get('/api/docs', (_request, reply) => {
    html ??= docsPage(document)
    return reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(html)
  })
}
