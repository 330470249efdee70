import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { docsPage, docsStyle } from './docs-page'
import type { Schema } from './openapi-schemas'
import { plainPagePolicy } from './safety-headers'
import { shippedFont } from './shipped-font'

interface Page {
  readonly html: string
  readonly policy: string
}

async function madePage(document: Schema, consoleFolder: string): Promise<Page> {
  const style = `${await shippedFont(consoleFolder)}${docsStyle}`
  const policy = plainPagePolicy(createHash('sha256').update(style).digest('base64'))
  return { html: docsPage(document, style), policy }
}

/**
 * `/api/openapi.json` and a page that reads it out, for people; the page is made when it is first asked for. It shows
 * Chinese with the font of the built console in `consoleFolder`, where the reader's machine has none.
 */
export function registerDocsRoutes(app: FastifyInstance, document: Schema, consoleFolder: string): void {
  let page: Promise<Page> | undefined
  app.get('/api/openapi.json', () => document)
  app.get('/api/docs', async (_request, reply) => {
    page ??= madePage(document, consoleFolder)
    const { html, policy } = await page
    return reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(html)
  })
}
