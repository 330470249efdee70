// The load: a process of its own, so that what it costs is not taken for the server's time. Orders come by message.
import { type Asked, HttpConnection } from './http-client'

/** What to ask, of whom, by how many clients at once and how long. */
export interface LoadOrder {
  readonly port: number
  readonly connections: number
  readonly milliseconds: number
  readonly requests: readonly Asked[]
  /** The status that every reply must have. */
  readonly status: number
  /** First number that `{{n}}` stands for. */
  readonly from: number
}

export interface LoadResult {
  readonly count: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly slowest: number
  /** Share of one processor that the load itself took. */
  readonly busy: number
  /** The first reply that was not as expected. */
  readonly fault?: string
}

const numbered = (asked: Asked, n: number): Asked =>
  asked.body === undefined ? asked : { ...asked, body: asked.body.replace('{{n}}', String(n)) }

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

async function load(order: LoadOrder): Promise<LoadResult> {
  const times: number[] = []
  let fault: string | undefined
  let next = order.from
  const start = performance.now()
  const cpu = process.cpuUsage()
  const until = start + order.milliseconds
  const client = async () => {
    const connection = new HttpConnection(order.port)
    while (performance.now() < until && fault === undefined) {
      const n = next++
      const asked = numbered(order.requests[n % order.requests.length] as Asked, n)
      const began = performance.now()
      const answered = await connection.ask(asked)
      times.push(performance.now() - began)
      if (answered.status !== order.status)
        fault ??= `${asked.method} ${asked.path}: ${answered.status} ${answered.body.toString().slice(0, 500)}`
    }
    connection.close()
  }
  await Promise.all(Array.from({ length: order.connections }, client))
  const seconds = (performance.now() - start) / 1000
  const used = process.cpuUsage(cpu)
  const sorted = times.toSorted((a, b) => a - b)
  return {
    count: times.length,
    perSecond: times.length / seconds,
    p50: at(sorted, 0.5),
    p99: at(sorted, 0.99),
    slowest: sorted.at(-1) ?? 0,
    busy: (used.user + used.system) / 1e6 / seconds,
    ...(fault !== undefined && { fault }),
  }
}

process.on('message', (order: LoadOrder) => {
  load(order).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ count: 0, fault: String(error) }),
  )
})
