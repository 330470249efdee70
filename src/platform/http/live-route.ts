import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { RecordType } from '#engine/records/record'
import { type Actor, may } from '#engine/records/rights'
import type { Bus, Signal } from '#platform/audit/bus'
import { signedIn } from './request'

/** A silent connection is cut by proxies after a minute. */
const heartbeat = 25_000

/** After these a session may be over, or its rights others: pages ask again, and are let in or not. */
const partings = ['account_blocked', 'sessions_ended', 'sign_in_reset', 'password_changed']
const mayEndSessions = ({ record, type }: Signal) =>
  record === 'post' || (record === 'account' && partings.includes(type))

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
  const open = new Set<ServerResponse>()
  // Open streams would hold up a graceful end for ever.
  app.addHook('preClose', (done) => {
    for (const stream of open) stream.end()
    done()
  })
  app.get('/api/events', { config: { stream: true } }, (request, reply) => {
    const actor = signedIn(request)
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      // Kept alive, the ended stream's connection would hold up the server's end until it times out.
      connection: 'close',
    })
    raw.write('retry: 3000\n\n')
    open.add(raw)
    const ends = Date.parse(request.sessionEnds ?? '')
    const stop = given.bus.subscribe((signal) => {
      if (mayEndSessions(signal)) raw.end()
      if (mayHear(actor, given.records.get(signal.record), signal))
        raw.write(`data: ${JSON.stringify(signal)}\n\n`)
    })
    const beat = setInterval(() => (Date.now() > ends ? raw.end() : raw.write(': beat\n\n')), heartbeat)
    raw.once('close', () => {
      clearInterval(beat)
      stop()
      open.delete(raw)
    })
  })
}
