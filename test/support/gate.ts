import { connect, createServer, type Socket } from 'node:net'
import { once } from 'node:events'

/**
 * The line between a server and its database: it can be cut, and it can freeze — everything stays open and nothing
 * comes through, as when a machine hangs or a device on the way forgets a connection.
 */
export interface Gate {
  /** The same database by way of the gate. */
  readonly url: string
  cut(): void
  freeze(): void
  /** Lets everything through again. */
  open(): void
  close(): Promise<void>
}

type State = 'open' | 'cut' | 'frozen'

export async function openGate(database: string): Promise<Gate> {
  const target = new URL(database)
  const pairs = new Set<readonly [Socket, Socket]>()
  let state: State = 'open'
  const server = createServer((inward) => {
    if (state === 'cut') return inward.resetAndDestroy()
    const outward = connect(Number(target.port), target.hostname)
    const pair = [inward, outward] as const
    pairs.add(pair)
    for (const [from, to] of [pair, [outward, inward]] as const) {
      from.on('data', (piece) => to.write(piece))
      from.on('error', () => to.destroy())
      from.once('close', () => {
        to.destroy()
        pairs.delete(pair)
      })
    }
    if (state === 'frozen') for (const socket of pair) socket.pause()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = new URL(database)
  url.port = String(typeof address === 'object' ? address?.port : '')
  const drop = () => {
    for (const [inward, outward] of pairs) {
      inward.resetAndDestroy()
      outward.destroy()
    }
  }
  return {
    url: url.href,
    cut() {
      state = 'cut'
      drop()
    },
    freeze() {
      state = 'frozen'
      for (const pair of pairs) for (const socket of pair) socket.pause()
    },
    open() {
      state = 'open'
      for (const pair of pairs) for (const socket of pair) socket.resume()
    },
    async close() {
      drop()
      server.close()
      await once(server, 'close')
    },
  }
}
