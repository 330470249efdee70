import { connect, type Socket } from 'node:net'

/** A request as it goes over the wire; `{{n}}` in the body becomes a number of its own. */
export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

export interface Answered {
  readonly status: number
  readonly body: Buffer
}

function wire({ method, path, headers, body }: Asked): string {
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined
      ? []
      : ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]),
  ]
  return `${lines.join('\r\n')}\r\n\r\n${body ?? ''}`
}

/**
 * One kept-open connection that asks one thing at a time. Reads status and content-length and counts the rest: a client
 * that parsed everything would take the processor from the servers it measures.
 */
export class HttpConnection {
  readonly #socket: Socket
  #pieces: Buffer[] = []
  #have = 0
  #wanted = -1
  #bodyFrom = 0
  #status = 0
  #settle: { resolve: (answered: Answered) => void; reject: (error: Error) => void } | undefined

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (piece) => this.#take(piece))
    this.#socket.on('error', (error) => this.#settle?.reject(error))
    this.#socket.on('close', () => this.#settle?.reject(new Error('The server closed the connection')))
  }

  ask(asked: Asked): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#settle = { resolve, reject }
      this.#socket.write(wire(asked))
    })
  }

  close(): void {
    this.#settle = undefined
    this.#socket.destroy()
  }

  #take(piece: Buffer): void {
    this.#pieces.push(piece)
    this.#have += piece.length
    if (this.#wanted < 0) this.#readHead()
    if (this.#wanted >= 0 && this.#have >= this.#wanted) this.#finish()
  }

  #readHead(): void {
    const start = this.#pieces.length === 1 ? (this.#pieces[0] as Buffer) : Buffer.concat(this.#pieces)
    const end = start.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = start.toString('latin1', 0, end)
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)
    if (!length) {
      this.#settle?.reject(new Error(`A reply without its length cannot be counted:\n${head}`))
      return
    }
    this.#status = Number(head.slice(9, 12))
    this.#bodyFrom = end + 4
    this.#wanted = this.#bodyFrom + Number(length[1])
  }

  #finish(): void {
    const settle = this.#settle
    const answered = {
      status: this.#status,
      // Joined only when somebody looks at it: pieces of thousands of lists are not worth copying.
      get body() {
        return Buffer.concat(pieces).subarray(from)
      },
    }
    const [pieces, from] = [this.#pieces, this.#bodyFrom]
    this.#pieces = []
    this.#have = 0
    this.#wanted = -1
    settle?.resolve(answered)
  }
}
