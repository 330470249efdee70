import type { FastifyInstance } from 'fastify'
import type { RecordType } from '#engine/records/record'
import { type Actor, may } from '#engine/records/rights'
import type { Bus, Signal } from '#platform/audit/bus'
import { signedIn } from './request'

/** A silent connection is cut by proxies after a minute. */
const heartbeat = 25_000

/** An actor hears of rows of units they may read; of shared lists everybody hears. */
function mayHear(actor: Actor, record: RecordType | undefined, signal: Signal): boolean {
  return (
    record !== undefined &&
    (record.scope === 'shared' || may(actor, record, { verb: 'read', row: { unit_id: signal.unit } }))
  )
}

/** `GET /api/events`: server-sent events of what has changed, so that open pages stay true. */
export function registerLiveRoute(
  app: FastifyInstance,
  given: { bus: Bus; records: ReadonlyMap<string, RecordType> },
): void {
  app.get('/api/events', (request, reply) => {
    const actor = signedIn(request)
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    })
    raw.write('retry: 3000\n\n')
    const stop = given.bus.subscribe((signal) => {
      if (mayHear(actor, given.records.get(signal.record), signal))
        raw.write(`data: ${JSON.stringify(signal)}\n\n`)
    })
    const beat = setInterval(() => raw.write(': beat\n\n'), heartbeat)
    const end = () => {
      clearInterval(beat)
      stop()
    }
    request.raw.on('close', end)
    // Open streams would hold up a graceful end for ever.
    app.addHook('preClose', (done) => {
      raw.end()
      done()
    })
  })
}
