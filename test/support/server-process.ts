import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { root } from '#main/folders'
import { demoPassword } from '#main/world/accounts'
import { freePort } from './postgres-cluster'
import { until } from './until'

/** The built server as a process of its own, as `npm start` runs it: it can be killed. */
export interface ServerProcess {
  readonly address: string
  readonly child: ChildProcess
  /** Ends it without a word, in the middle of whatever it does. */
  kill(): Promise<void>
  /** Ends it in order, as an operator would. */
  end(): Promise<void>
}

const patience = 60_000

/** The address that the server prints once it listens; whatever it printed, when it ends before. */
function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const limit = setTimeout(() => reject(new Error(`no server after ${patience} ms:\n${printed}`)), patience)
    const hear = (chunk: Buffer) => {
      printed += chunk.toString()
      const [, address] = /(http:\/\/127\.0\.0\.1:\d+)/.exec(printed) ?? []
      if (address) {
        clearTimeout(limit)
        resolve(address)
      }
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${printed}`)))
  })
}

/** Waits for a server that tells nobody its address. */
async function answering(address: string): Promise<string> {
  await until(
    () =>
      fetch(`${address}/healthz`)
        .then(({ ok }) => ok)
        .catch(() => false),
    patience,
  )
  return address
}

/** Starts the server on a free port of loopback with these settings; `log` takes what it prints. */
export async function startServerProcess(
  settings: Readonly<Record<string, string>>,
  log?: number,
): Promise<ServerProcess> {
  const port = log === undefined ? 0 : await freePort()
  const child = spawn(process.execPath, [join(root, 'dist', 'server', 'serve.js')], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      YIPANQI_PORT: String(port),
      YIPANQI_LOG: 'silent',
      YIPANQI_RATE_SESSION: '0',
      YIPANQI_RATE_VISITOR: '0',
      YIPANQI_RATE_SIGN_IN: '0',
      ...settings,
    },
    stdio: ['ignore', log ?? 'pipe', log ?? 'pipe'],
  })
  const address = await (log === undefined ? listening(child) : answering(`http://127.0.0.1:${port}`))
  const stop = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
  return { address, child, kill: () => stop('SIGKILL'), end: () => stop('SIGTERM') }
}

export interface Answer {
  readonly status: number
  readonly type: string | null
  readonly retryAfter: string | null
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any
}

export type Client = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<Answer>

/** Signs in over the wire; returns the cookie of the session. */
export async function cookieOf(address: string, account: string): Promise<string> {
  const reply = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-yipanqi': 'test' },
    body: JSON.stringify({ account, password: demoPassword }),
  })
  if (reply.status !== 201) throw new Error(`${account} could not sign in: ${await reply.text()}`)
  return reply.headers.get('set-cookie')?.split(';')[0] ?? ''
}

/** Asks with this cookie; rejects when the server is gone. */
export function clientWith(address: string, cookie: string): Client {
  return async (method, path, body, headers = {}) => {
    const isForm = body instanceof FormData
    const reply = await fetch(`${address}${path}`, {
      method,
      headers: {
        cookie,
        'x-yipanqi': 'test',
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await reply.text()
    return {
      status: reply.status,
      type: reply.headers.get('content-type'),
      retryAfter: reply.headers.get('retry-after'),
      body: text.startsWith('{') ? JSON.parse(text) : text,
    }
  }
}

/** Signs in over the wire; what is asked afterwards rejects when the server is gone. */
export const clientOf = async (address: string, account: string): Promise<Client> =>
  clientWith(address, await cookieOf(address, account))

/** A page that listens for changes. */
export interface LivePage {
  /** Waits until the stream tells this text, and returns what came up to it; what it ended with, when it ends before. */
  heard(text: string): Promise<string>
  /** Whether the server ends the stream within five seconds. */
  ended(): Promise<boolean>
  close(): void
}

/** Listens in the name of a demo account, or with the cookie of a session. */
export async function listenTo(address: string, accountOrCookie: string): Promise<LivePage> {
  const controller = new AbortController()
  const cookie = accountOrCookie.includes('=') ? accountOrCookie : await cookieOf(address, accountOrCookie)
  const reply = await fetch(`${address}/api/events`, { headers: { cookie }, signal: controller.signal })
  const reader = (reply.body as ReadableStream<Uint8Array>).getReader()
  let told = ''
  return {
    async heard(text) {
      const limit = setTimeout(() => controller.abort(), 15_000)
      while (!told.includes(text)) {
        const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }))
        told += new TextDecoder().decode(value)
        if (done) break
      }
      clearTimeout(limit)
      const end = told.indexOf(text)
      const passed = end < 0 ? told : told.slice(0, end + text.length)
      told = told.slice(passed.length)
      return passed
    },
    async ended() {
      const limit = setTimeout(() => controller.abort(), 5_000)
      try {
        while (!(await reader.read()).done);
        return true
      } catch {
        return false
      } finally {
        clearTimeout(limit)
      }
    },
    close: () => controller.abort(),
  }
}
