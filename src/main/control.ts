import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/**
 * The embedded database belongs to one process. So that back-up, verification and key rotation are possible while a
 * server runs, it takes commands on loopback from whoever can read a file of its data folder — and thus could read the
 * database itself.
 */
export interface ControlOrder {
  readonly command: string
  readonly args: readonly string[]
  readonly cwd: string
}

type Work = (order: ControlOrder, say: (line: string) => void) => Promise<number>

const fileOf = (folder: string) => join(folder, 'control')
const largest = 100_000

async function bodyOf(message: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of message) {
    body += String(chunk)
    if (body.length > largest) throw new Error('The order is too long')
  }
  return body
}

function isAllowed(message: IncomingMessage, token: string): boolean {
  const given = Buffer.from(String(message.headers.authorization ?? ''))
  const wanted = Buffer.from(`Bearer ${token}`)
  // A page in a browser names its origin: no page has business here.
  return (
    message.headers.origin === undefined && given.length === wanted.length && timingSafeEqual(given, wanted)
  )
}

async function answer(
  message: IncomingMessage,
  response: ServerResponse,
  given: { token: string; work: Work },
) {
  if (message.method !== 'POST' || !isAllowed(message, given.token)) {
    response.writeHead(403).end()
    return
  }
  response.writeHead(200, { 'content-type': 'application/x-ndjson' })
  const tell = (line: object) => response.write(`${JSON.stringify(line)}\n`)
  try {
    const order = JSON.parse(await bodyOf(message)) as ControlOrder
    tell({ code: await given.work(order, (say) => tell({ say })) })
  } catch (error) {
    tell({ say: (error as Error).message })
    tell({ code: 1 })
  }
  response.end()
}

/** Takes commands until the returned function is called. */
export async function openControl(folder: string, work: Work): Promise<() => Promise<void>> {
  const token = randomBytes(32).toString('hex')
  const server = createServer((message, response) => void answer(message, response, { token, work }))
  // A rotation of many files takes longer than a request usually may.
  server.requestTimeout = 0
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  await rm(fileOf(folder), { force: true })
  await writeFile(fileOf(folder), JSON.stringify({ port, token }), { mode: 0o600 })
  return async () => {
    await rm(fileOf(folder), { force: true })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

async function addressOf(folder: string): Promise<{ port: number; token: string } | undefined> {
  try {
    return JSON.parse(await readFile(fileOf(folder), 'utf8')) as { port: number; token: string }
  } catch {
    return undefined
  }
}

/** Has the server that holds the folder run a command; undefined when none takes commands there. */
export async function orderServer(
  folder: string,
  order: ControlOrder,
  say: (line: string) => void,
): Promise<number | undefined> {
  const address = await addressOf(folder)
  if (!address) return undefined
  const response = await new Promise<IncomingMessage | undefined>((resolve) => {
    const headers = { authorization: `Bearer ${address.token}` }
    request({ host: '127.0.0.1', port: address.port, method: 'POST', headers }, resolve)
      .on('error', () => resolve(undefined))
      .end(JSON.stringify(order))
  })
  if (!response || response.statusCode !== 200) return undefined
  let code = 1
  for await (const line of createInterface({ input: response })) {
    const told = JSON.parse(line) as { say?: string; code?: number }
    if (told.say !== undefined) say(told.say)
    code = told.code ?? code
  }
  return code
}
