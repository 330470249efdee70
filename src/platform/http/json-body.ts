import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { text } from '#engine/result/result'
import { kernelError } from '#platform/errors/app-error'

const notUtf8 = text(
  '请求不是 UTF-8 编码（可能是 GBK），没有读取',
  'The request is not in UTF-8 (perhaps in GBK): it was not read',
)

/**
 * Reads JSON bodies, UTF-8 alone: in any other encoding Chinese would be kept as replacement characters, and nobody could
 * tell afterwards what it had been.
 */
export function readJsonBodies(app: FastifyInstance): void {
  // Prototype names in a body are refused, not silently dropped.
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser<Buffer>('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    if (!isUtf8(body)) return done(kernelError('bad_request', { detail: notUtf8 }))
    return parse(request, body.toString('utf8'), done)
  })
}
