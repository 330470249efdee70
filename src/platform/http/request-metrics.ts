import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Metric, Sample } from './exposition'
import { patternOf } from './pattern-of'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Stays open as long as the page does: counted, but neither timed nor among the requests under way. */
    stream?: true
  }
}

/** Upper bounds in seconds: the bars of the benchmark lie at 0.05, 0.2 and 1. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10]

class Durations {
  readonly #counts = bounds.map(() => 0)
  #all = 0
  #sum = 0

  add(seconds: number): void {
    const at = bounds.findIndex((bound) => seconds <= bound)
    if (at >= 0) this.#counts[at] = (this.#counts[at] ?? 0) + 1
    this.#all += 1
    this.#sum += seconds
  }

  samples(labels: Readonly<Record<string, string>>): Sample[] {
    let below = 0
    const buckets = bounds.map((bound, at): Sample => {
      below += this.#counts[at] ?? 0
      return { suffix: '_bucket', labels: { ...labels, le: String(bound) }, value: below }
    })
    return [
      ...buckets,
      { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: this.#all },
      { suffix: '_sum', labels, value: this.#sum },
      { suffix: '_count', labels, value: this.#all },
    ]
  }
}

interface Counted {
  readonly labels: Readonly<Record<string, string>>
  value: number
}

/** 2xx … 5xx; `aborted` when the client left before it was answered. */
const classOf = (reply: FastifyReply): string =>
  reply.raw.headersSent ? `${Math.floor(reply.raw.statusCode / 100)}xx` : 'aborted'

class Tally {
  readonly requests = new Map<string, Counted>()
  readonly durations = new Map<string, { labels: Readonly<Record<string, string>>; of: Durations }>()

  /** By the pattern of the address: the address itself holds ids and what was searched for. Without seconds it is counted only. */
  note(request: FastifyRequest, reply: FastifyReply, seconds: number | undefined): void {
    const labels = { route: patternOf(request) || 'none', method: request.method }
    const status = classOf(reply)
    const key = `${labels.method} ${labels.route}`
    const counted = this.requests.get(`${key} ${status}`) ?? { labels: { ...labels, status }, value: 0 }
    counted.value += 1
    this.requests.set(`${key} ${status}`, counted)
    if (seconds === undefined) return
    const timed = this.durations.get(key) ?? { labels, of: new Durations() }
    timed.of.add(seconds)
    this.durations.set(key, timed)
  }
}

/** Counts and times every request of the server from now on; returns what reads the figures. */
export function measureRequests(app: FastifyInstance): () => Metric[] {
  const tally = new Tally()
  const open = { requests: 0, streams: 0 }

  app.addHook('onRequest', (request, reply, done) => {
    const kind = request.routeOptions.config.stream ? 'streams' : 'requests'
    const begin = performance.now()
    open[kind] += 1
    // A client that goes away closes the connection without an end of the reply: `close` comes in either case.
    reply.raw.once('close', () => {
      open[kind] -= 1
      tally.note(request, reply, kind === 'streams' ? undefined : (performance.now() - begin) / 1000)
    })
    done()
  })

  return () => [
    {
      name: 'yipanqi_http_requests_total',
      kind: 'counter',
      help: 'Requests answered, by pattern of the route, method and class of status',
      samples: [...tally.requests.values()],
    },
    {
      name: 'yipanqi_http_request_duration_seconds',
      kind: 'histogram',
      help: 'Time from a request until its reply is sent, by pattern of the route and method',
      samples: [...tally.durations.values()].flatMap(({ labels, of }) => of.samples(labels)),
    },
    {
      name: 'yipanqi_http_requests_in_flight',
      kind: 'gauge',
      help: 'Requests under way, that for these figures among them',
      samples: [{ value: open.requests }],
    },
    {
      name: 'yipanqi_http_live_streams',
      kind: 'gauge',
      help: 'Open pages that are told of changes',
      samples: [{ value: open.streams }],
    },
  ]
}
