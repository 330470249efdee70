import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Config } from '#platform/config/config'
import type { ConnectionSource } from '#platform/database/connection'
import { kernelError } from '#platform/errors/app-error'
import { exposition, expositionType, type Metric, single } from './exposition'
import { watchProcess } from './process-metrics'
import { measureRequests } from './request-metrics'

/** What is asked of the database and of the disk, in seconds and pieces; undefined where it is not known. */
export interface StoredFigures {
  readonly sessions: number
  readonly lastSealAge: number | undefined
  readonly unsealedAge: number | undefined
  readonly backupAge: number | undefined
}

interface Given {
  readonly config: Config
  readonly source: ConnectionSource
  readonly version: string
  readonly stored: () => Promise<StoredFigures>
}

/** Prometheus gives up after ten seconds: a database that does not answer by then must not hide the other figures. */
const patience = 3_000
/** Several collectors, or an eager one, cost the database one look in this time. */
const kept = 5_000

const digest = (text: string) => createHash('sha256').update(text).digest()

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && (/^(::ffff:)?127\./.test(address) || address === '::1')

/** A proxy on this machine comes from loopback as well, for whomever: what it passes on carries one of these. */
const passedOn = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

/** From this machine itself, or with the token. */
function mayRead({ headers, raw }: FastifyRequest, token: string): boolean {
  const { authorization = '' } = headers
  if (token !== '' && timingSafeEqual(digest(authorization), digest(`Bearer ${token}`))) return true
  return isLoopback(raw.socket.remoteAddress) && passedOn.every((name) => headers[name] === undefined)
}

/** Reads what is stored, once at a time and at most every few seconds; undefined when the database does not answer. */
function storedReader(stored: () => Promise<StoredFigures>): () => Promise<StoredFigures | undefined> {
  let last: { at: number; figures: Promise<StoredFigures | undefined> } | undefined
  return () => {
    if (last && performance.now() - last.at < kept) return last.figures
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), patience)
    })
    const figures = Promise.race([stored().catch(() => undefined), late]).finally(() => clearTimeout(timer))
    last = { at: performance.now(), figures }
    return figures
  }
}

function storedMetrics(source: ConnectionSource, figures: StoredFigures | undefined): Metric[] {
  const { open, idle, waiting } = source.load()
  const gauge = (name: string, help: string, value: number | undefined) =>
    single('gauge', `yipanqi_${name}`, { help, value })
  return [
    gauge('database_up', 'Whether the database answered (1) or not (0)', figures ? 1 : 0),
    gauge('database_connections_in_use', 'Connections to the database that are working', open - idle),
    gauge('database_connections_idle', 'Connections to the database that are free', idle),
    gauge('database_connections_waiting', 'Transactions that wait for a connection', waiting),
    gauge('sessions_open', 'Sessions that have neither ended nor lain idle too long', figures?.sessions),
    gauge('ledger_last_seal_age_seconds', 'Since the last seal of the ledger', figures?.lastSealAge),
    gauge(
      'ledger_unsealed_age_seconds',
      'Age of the oldest event that waits for its seal; 0 when none does',
      figures && (figures.unsealedAge ?? 0),
    ),
    gauge('backup_last_age_seconds', 'Since the last back-up the server made itself', figures?.backupAge),
  ]
}

/**
 * `GET /metrics` in Prometheus' text format. Labels hold patterns of routes, never an address, a person or an id; to
 * whoever may not read it, the address leads nowhere.
 */
export function registerMetrics(app: FastifyInstance, { config, source, version, stored }: Given): void {
  const requests = measureRequests(app)
  const own = watchProcess()
  const read = storedReader(stored)
  app.addHook('onClose', (_app, done) => {
    own.stop()
    done()
  })
  const build: Metric = {
    name: 'yipanqi_build_info',
    kind: 'gauge',
    help: 'Version of the product, of Node, and kind of database',
    samples: [{ labels: { version, node: process.versions.node, database: source.kind }, value: 1 }],
  }
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(request, config.metricsToken)) throw kernelError('not_found')
    const figures = await read()
    return reply
      .type(expositionType)
      .header('cache-control', 'no-store')
      .send(exposition([build, ...requests(), ...storedMetrics(source, figures), ...own.read()]))
  })
}
