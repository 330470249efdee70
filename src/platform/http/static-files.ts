import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { kernelError } from '#platform/errors/app-error'
import { pagePolicy } from './safety-headers'

const year = 31_536_000_000

/**
 * Serves the built console: files with a digest in their name are kept for a year, and every address that is not a file
 * or the API gets the page itself, which knows its own routes.
 */
export async function registerStaticFiles(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return
  const page = await readFile(join(folder, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    maxAge: year,
    immutable: true,
    decorateReply: false,
  })
  const icon = await readFile(join(folder, 'favicon.svg'), 'utf8')
  app.get('/favicon.svg', (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'max-age=86400').send(icon),
  )
  app.get('/*', (request, reply) => {
    if (request.url.startsWith('/api') || /\.\w{2,5}($|\?)/.test(request.url)) throw kernelError('not_found')
    const nonce = randomBytes(16).toString('base64')
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', pagePolicy(nonce))
      .send(page.replace('</head>', `<meta property="csp-nonce" nonce="${nonce}" /></head>`))
  })
}
