import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify'
import { addressOf, type RecordType } from '#engine/records/record'
import type { Kernel } from './kernel'

type Work = (record: RecordType, request: FastifyRequest, reply: FastifyReply) => unknown

const everyType = () => true

/**
 * Routes that every record type has. The router holds each of them once, the type being a part of the address: with one
 * for every type it would hold seven hundred, which took a fifth of a start.
 */
export class RecordRoutes {
  readonly #types: ReadonlyMap<string, RecordType>
  constructor(
    private readonly app: FastifyInstance,
    kernel: Kernel,
  ) {
    this.#types = new Map([...kernel.records.values()].map((record) => [addressOf(record), record]))
  }

  get(path: string, work: Work, has?: (record: RecordType) => boolean): void {
    this.#add('GET', { path, work, has })
  }

  post(path: string, work: Work, has?: (record: RecordType) => boolean): void {
    this.#add('POST', { path, work, has })
  }

  patch(path: string, work: Work): void {
    this.#add('PATCH', { path, work })
  }

  delete(path: string, work: Work): void {
    this.#add('DELETE', { path, work })
  }

  /** `/api/{type}{path}` of the types that have it; of any other it is an address that leads nowhere. */
  #add(
    method: HTTPMethods,
    given: { path: string; work: Work; has?: ((record: RecordType) => boolean) | undefined },
  ) {
    const { path, work, has = everyType } = given
    const types = new Map([...this.#types].filter(([, record]) => has(record)))
    const patternOf = (type: string) => `/api/${type}${path}`
    this.app.route({
      method,
      url: patternOf(':type'),
      config: { serves: [...types.keys()].map(patternOf) },
      handler(request, reply) {
        const { type } = request.params as { type: string }
        const record = types.get(type)
        if (!record) return reply.callNotFound()
        request.pattern = patternOf(type)
        return work(record, request, reply)
      },
    })
  }
}
