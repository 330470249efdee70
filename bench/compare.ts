import type { Asked } from './http-client'
import type { LoadResult } from './load'
import type { Load, Server } from './servers'
import type { Size } from './size'

/** The same question put to both servers. */
export interface Pair {
  readonly product: readonly Asked[]
  readonly bare: readonly Asked[]
  readonly status?: { readonly product: number; readonly bare: number }
}

export interface Compared {
  /** Requests a second of the product by those of the bare server: the median of the rounds. */
  readonly ratio: number
  readonly product: LoadResult
  readonly bare: LoadResult
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}

/** The result whose rate is in the middle. */
const middleOf = (results: readonly LoadResult[]): LoadResult =>
  results.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(results.length / 2)] as LoadResult

/** Clients at once: as many as each server has connections to PostgreSQL. */
export const clients = 10

export interface Bench {
  readonly load: Load
  readonly size: Size
  readonly product: Server
  readonly bare: Server
}

let numbers = 1

/** Both servers by turns, round after round, so that whatever else the machine does strikes both. */
export async function compare({ load, size, product, bare }: Bench, pair: Pair): Promise<Compared> {
  const half =
    (server: Server, requests: readonly Asked[], status: number) => async (milliseconds: number) => {
      const from = numbers
      numbers += 1_000_000
      return load.run({ port: server.port, connections: clients, milliseconds, requests, status, from })
    }
  const askProduct = half(product, pair.product, pair.status?.product ?? 200)
  const askBare = half(bare, pair.bare, pair.status?.bare ?? 200)
  await askBare(size.seconds * 250)
  await askProduct(size.seconds * 500)
  const rounds: { product: LoadResult; bare: LoadResult }[] = []
  for (let round = 0; round < size.rounds; round++) {
    const first = await askBare(size.seconds * 1000)
    rounds.push({ bare: first, product: await askProduct(size.seconds * 1000) })
  }
  return {
    ratio: median(rounds.map((round) => round.product.perSecond / round.bare.perSecond)),
    product: middleOf(rounds.map((round) => round.product)),
    bare: middleOf(rounds.map((round) => round.bare)),
  }
}

/** The product asked by one client: what a person waits, where ten at once wait for each other on as few cores. */
export const askedAlone = ({ load, size, product }: Bench, pair: Pair): Promise<LoadResult> =>
  load.run({
    port: product.port,
    connections: 1,
    milliseconds: size.seconds * 1000,
    requests: pair.product,
    status: pair.status?.product ?? 200,
    from: 0,
  })
