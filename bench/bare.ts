// What the product is measured beside: Node's own HTTP server and prepared SQL on the same database. Nothing else.
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openBare } from './bare-database'

const [place = '', connections = '10'] = process.argv.slice(2)
const run = await openBare(place, Number(connections))

type Answer = (given: URLSearchParams, request: IncomingMessage) => Promise<object>

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return JSON.parse(Buffer.concat(pieces).toString()) as Record<string, string>
}

const answers: Readonly<Record<string, Answer>> = {
  '/list': async (given) => {
    const values = [given.get('unit'), given.get('category')]
    const [rows, counted] = await Promise.all([run('list', values), run('count', values)])
    return { rows, ...counted[0] }
  },
  '/sums': async (given) => ({
    rows: await run('sums', [given.get('zone'), given.get('from'), given.get('to')]),
  }),
  '/year': async (given) => ({
    rows: await run('year', [given.get('zone'), given.get('from'), given.get('to')]),
  }),
  '/shown': async (given) => ({
    rows: await run(
      'shown',
      ['zone', 'from', 'to', 'indicators'].map((name) => given.get(name)),
    ),
  }),
  '/create': async (_given, request) => {
    const row = await bodyOf(request)
    const [created] = await run('create', [
      'SF',
      randomUUID(),
      row.unit_id ?? '',
      row.name_zh ?? '',
      row.owner ?? null,
      row.category ?? null,
      row.investment ?? null,
      row.started_in ?? null,
      row.location ?? null,
      'bare',
    ])
    return { row: { ...row, ...created } }
  },
  '/nothing': () => Promise.resolve({ rows: [] }),
}

function send(response: ServerResponse, status: number, value: object): void {
  const body = JSON.stringify(value)
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  })
  response.end(body)
}

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bare')
  const answer = answers[pathname]
  if (!answer) return send(response, 404, {})
  answer(searchParams, request).then(
    (value) => send(response, 200, value),
    (error: unknown) => send(response, 500, { error: String(error) }),
  )
})
server.listen(0, '127.0.0.1', () => {
  console.log(`listening http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
