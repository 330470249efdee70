import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { addressOf } from '#engine/records/record'
import { kernelActor, type Transaction } from '#platform/database/database'
import { patternOf } from '#platform/http/pattern-of'
import type { Kernel } from '#platform/records/kernel'
import { appendEvents, currentRequest, type NewEvent } from './events'

/** The same refusal again within this time is one event: a page that reloads must not fill the ledger. */
const quietFor = 60_000
const mostRemembered = 10_000
/** Written together and later: writing at once could be felt as a slower answer to what follows. */
const flushAfter = 1_000
const mostWaiting = 1_000

interface Refused {
  readonly person: string
  readonly method: string
  readonly address: string
  /** Record type and row, where the address names them. */
  readonly record: string | undefined
  readonly row: string | undefined
  readonly status: number
  readonly home: string
  readonly request: string
}

interface Given {
  readonly kernel: Kernel
  /** The unit above all others: where it is noted that somebody tried an account that does not exist. */
  readonly root: () => string
}

/** The row an address names, as the kernel sees it: told as missing, it may well be there. */
async function groundOf(
  tx: Transaction,
  { record, row }: Refused,
): Promise<{ zone: string; unit: string } | undefined> {
  if (record === undefined || row === undefined) return undefined
  const found = await tx.first<{ zone_id: string; unit_id: string }>(
    sql`SELECT zone_id, unit_id FROM ${sql.table(record)} WHERE id = ${row}`,
  )
  return found && { zone: found.zone_id, unit: found.unit_id }
}

async function eventOf(tx: Transaction, refused: Refused, kernel: Kernel): Promise<NewEvent[]> {
  const ground = await groundOf(tx, refused)
  // An address that leads nowhere is a typing error, not an attempt.
  if (refused.status === 404 && !ground) return []
  const home = { zone: kernel.places().zoneOf(refused.home) ?? refused.home, unit: refused.home }
  return [
    {
      ...(ground ?? home),
      record: refused.record ?? 'request',
      id: refused.row ?? refused.address,
      deed: 'access_refused',
      person: refused.person,
      changes: { request: [null, `${refused.method} ${refused.address}`], status: [null, refused.status] },
    },
  ]
}

/** A try with an account that does not exist; one with an account that does is noted where it is counted. */
async function unknownAccount(tx: Transaction, account: string, root: string): Promise<NewEvent[]> {
  const [known] = await tx.all(sql`SELECT 1 FROM account WHERE id = ${account}`)
  return known || !account
    ? []
    : [{ zone: root, unit: root, record: 'account', id: account, deed: 'sign_in_refused', person: 'public' }]
}

class Waiting {
  readonly #recent = new Map<string, number>()
  #works: { request: string; work: (tx: Transaction) => Promise<NewEvent[]> }[] = []
  #timer: NodeJS.Timeout | undefined
  constructor(
    private readonly given: Given,
    private readonly failed: (error: unknown) => void,
  ) {}

  add(key: string, request: string, work: (tx: Transaction) => Promise<NewEvent[]>): void {
    const now = performance.now()
    if (now - (this.#recent.get(key) ?? -quietFor) < quietFor || this.#works.length >= mostWaiting) return
    if (this.#recent.size >= mostRemembered) this.#recent.clear()
    this.#recent.set(key, now)
    this.#works.push({ request, work })
    this.#timer ??= setTimeout(() => void this.flush(), flushAfter).unref()
  }

  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const works = this.#works
    this.#works = []
    for (const { request, work } of works)
      await currentRequest
        .run({ id: request }, () =>
          this.given.kernel.database.transaction(kernelActor, 'write', async (tx) =>
            appendEvents(tx, await work(tx)),
          ),
        )
        .catch(this.failed)
  }
}

function refusedRequest(request: FastifyRequest, kernel: Kernel, status: number): Refused {
  const [, , name = ''] = patternOf(request).split('/')
  const record = [...kernel.records.values()].find((one) => addressOf(one) === name)?.name
  const { id } = (request.params ?? {}) as { id?: string }
  const [home = ''] = Object.values(request.actor.reach).flat()
  const address = request.url.split('?')[0]?.slice(0, 200) ?? ''
  return {
    person: request.actor.person,
    method: request.method,
    address,
    record,
    row: record && id?.slice(0, 200),
    status,
    home,
    request: request.id,
  }
}

function note(
  waiting: Waiting,
  { kernel, root }: Given,
  [request, reply]: readonly [FastifyRequest, FastifyReply],
): void {
  const { statusCode: status } = reply
  if (request.actor.person !== 'public' && (status === 403 || status === 404)) {
    const refused = refusedRequest(request, kernel, status)
    const key = [refused.person, refused.method, refused.address, status].join(' ')
    waiting.add(key, request.id, (tx) => eventOf(tx, refused, kernel))
  } else if (status === 401 && request.method === 'POST' && request.routeOptions.url === '/api/session') {
    const { account } = (request.body ?? {}) as { account?: unknown }
    const name = typeof account === 'string' ? account.trim().toLowerCase().slice(0, 100) : ''
    waiting.add(`sign-in ${name}`, request.id, (tx) => unknownAccount(tx, name, root()))
  }
}

/**
 * Notes in the ledger what was asked for and refused: by a post that may not (403), of a row outside its reach (404, and
 * the row is there), and sign-ins with accounts that do not exist.
 */
export function noteRefusedRequests(app: FastifyInstance, given: Given): void {
  const waiting = new Waiting(given, (error) => app.log.error({ err: error }, 'a refusal could not be noted'))
  app.addHook('onResponse', (request, reply, done) => {
    note(waiting, given, [request, reply])
    done()
  })
  app.addHook('onClose', () => waiting.flush())
}
