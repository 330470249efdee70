import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import { currentRequest } from '#platform/audit/events'
import type { Config } from '#platform/config/config'
import { AppError, kernelError } from '#platform/errors/app-error'
import { refuseCrossSite } from './cross-site'
import { readJsonBodies } from './json-body'
import { LogLines } from './log-lines'
import { problemReply } from './problem-reply'
import { refuseUnreadable } from './readable-text'
import { publicActor } from './request'
import { safetyHeaders } from './safety-headers'
import { checkEvery, cutOffSlowClients } from './slow-clients'

/** Largest JSON body. Files come as multipart with their own limit. */
const jsonLimit = 5 * 1024 * 1024

const byStatus: Readonly<Record<number, () => AppError>> = {
  404: () => kernelError('not_found'),
  413: () => kernelError('too_large'),
  415: () => kernelError('unsupported_media'),
  429: () => kernelError('too_many_requests'),
}

/** Files under way that find no room: what they were part of is not kept. */
const noRoom = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/** The client has gone, or was cut off, before it had sent everything: no fault of the server. */
const brokeOff = ({ raw }: FastifyRequest): boolean => raw.destroyed && !raw.complete

/** What Fastify itself refuses (malformed JSON, too large …) in our words. */
function asKnown(error: unknown, request: FastifyRequest): AppError {
  if (error instanceof AppError) return error
  if (noRoom.has(String((error as NodeJS.ErrnoException).code)))
    return kernelError('storage_full', { retryAfter: 60, cause: error })
  if (brokeOff(request)) return kernelError('bad_request', { cause: error })
  const status = (error as FastifyError).statusCode ?? 500
  const known = byStatus[status]
  if (known) return known()
  return status < 500
    ? kernelError('bad_request', { cause: error })
    : kernelError('internal', { cause: error })
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = asKnown(error, request)
  if (known.entry.status >= 500) request.log.error({ err: error, code: known.code }, known.message)
  if (known.data.retryAfter !== undefined) void reply.header('retry-after', String(known.data.retryAfter))
  return reply.code(known.entry.status).type('application/problem+json').send(problemReply(known, request.id))
}

/** The proxies that may say who asks; nobody else's word is taken for it. */
function proxiesOf(config: Config): string[] | false {
  const named = config.trustProxy.split(/[\s,]+/).filter(Boolean)
  return named.length > 0 ? named : false
}

const loggerOf = ({ logLevel }: Config) =>
  logLevel !== 'silent' && {
    level: logLevel,
    redact: ['req.headers.cookie', 'req.headers.authorization'],
    stream: new LogLines(),
  }

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is, as `METHOD /address/:id`: what the API description is measured by. */
    readonly routesServed: readonly string[]
  }
  interface FastifyRequest {
    /** The pattern of the address where the route serves several; empty where it is the route's own. */
    pattern: string
  }
  interface FastifyContextConfig {
    /** The patterns that a route serves, where it is not its own. */
    readonly serves?: readonly string[]
  }
}

/** No route here declares a schema of Fastify's: records and modules check their own input and say every problem at once. */
function noSchemas(): never {
  throw new Error('A route declares a schema: nothing here compiles it')
}

/** A server without routes: request ids, error replies, security headers, graceful end. */
export async function openServer(config: Config): Promise<FastifyInstance> {
  const app = fastify({
    logger: loggerOf(config),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    bodyLimit: jsonLimit,
    routerOptions: { maxParamLength: 200 },
    trustProxy: proxiesOf(config),
    // Fastify's own compilers load three validators: a quarter of a start, for nothing.
    schemaController: { compilersFactory: { buildValidator: noSchemas, buildSerializer: noSchemas } },
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    http: { connectionsCheckingInterval: checkEvery(config.requestSeconds) },
  })
  cutOffSlowClients(app, config.requestSeconds)
  readJsonBodies(app)
  await app.register(cookie)
  await app.register(multipart, {
    limits: { fileSize: config.uploadMegabytes * 1024 * 1024, files: 1, fields: 10 },
  })
  const routes: string[] = []
  app.decorate('routesServed', routes)
  app.addHook('onRoute', ({ method, url, config }) => {
    const patterns = config?.serves ?? [url]
    routes.push(...[method].flat().flatMap((one) => patterns.map((pattern) => `${one} ${pattern}`)))
  })
  const headers = safetyHeaders(config)
  for (const name of ['actor', 'session', 'sessionEnds']) app.decorateRequest(name)
  app.decorateRequest('pattern', '')
  app.addHook('onRequest', (request, reply, done) => {
    request.actor = publicActor
    void reply.headers({ ...headers, 'x-request-id': request.id })
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store')
    refuseCrossSite(request)
    currentRequest.run({ id: request.id }, done)
  })
  app.addHook('preValidation', (request, _reply, done) => {
    refuseUnreadable(request)
    done()
  })
  app.addHook('preClose', (done) => {
    // A browser keeps its connections open for minutes: once answered, they must not hold up the end.
    setInterval(() => app.server.closeIdleConnections(), 100).unref()
    done()
  })
  app.setErrorHandler(answerError)
  app.setNotFoundHandler((request, reply) => answerError(kernelError('not_found'), request, reply))
  return app
}
