import type { ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import type { RecordType } from '#engine/records/record'
import { type Actor, may } from '#engine/records/rights'
import type { Bus, Signal } from '#platform/audit/bus'
import { signedIn } from './request'

/** A silent connection is cut by proxies after a minute. */
const heartbeat = 25_000

/** What waits for a page that does not read lies in memory, in bytes: beyond that it is sent away, and reads afresh. */
const mostUnread = 256 * 1024

/** As the console tells itself when its stream was away for a while: everything is to be read again. */
const everything = 'data: {"type":"reopened"}\n\n'

/** After these a session may be over, or its rights others: pages ask again, and are let in or not. */
const partings = ['account_blocked', 'sessions_ended', 'sign_in_reset', 'password_changed']
const mayEndSession = (session: string, { record, type, id }: Signal) =>
  record === 'post' ||
  (record === 'account' && partings.includes(type)) ||
  (record === 'session' && session.startsWith(id))

/** An actor hears of rows of units they may read; of shared lists everybody hears. */
function mayHear(actor: Actor, record: RecordType | undefined, signal: Signal): boolean {
  return (
    record !== undefined &&
    (record.scope === 'shared' || may(actor, record, { verb: 'read', row: { unit_id: signal.unit } }))
  )
}

class Stream {
  #unread = 0
  constructor(private readonly raw: ServerResponse) {}

  tell(text: string): void {
    if (this.raw.writableEnded) return
    if (this.raw.writableLength > mostUnread) this.raw.destroy()
    else this.raw.write(text)
  }

  /** A page that has taken nothing since the last beat has stopped to read. */
  beat(): void {
    if (this.raw.writableEnded) return
    const { writableLength } = this.raw
    if (this.#unread > 0 && writableLength >= this.#unread) this.raw.destroy()
    else this.raw.write(': beat\n\n')
    this.#unread = writableLength
  }
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
    const { session = '', sessionEnds } = request
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
    const stream = new Stream(raw)
    const stop = given.bus.subscribe(
      (signal) => {
        if (mayEndSession(session, signal)) raw.end()
        else if (mayHear(actor, given.records.get(signal.record), signal))
          stream.tell(`data: ${JSON.stringify(signal)}\n\n`)
      },
      () => stream.tell(everything),
    )
    const beat = setInterval(
      () => (performance.now() > (sessionEnds?.moment ?? 0) ? raw.end() : stream.beat()),
      heartbeat,
    )
    raw.once('close', () => {
      clearInterval(beat)
      stop()
      open.delete(raw)
    })
  })
}
