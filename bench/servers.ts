import { type ChildProcess, fork, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#main/folders'
import { demoPassword } from '#main/world/accounts'
import { type Answered, type Asked, HttpConnection } from './http-client'
import type { LoadOrder, LoadResult } from './load'

const built = (name: string) => join(root, 'dist', 'bench', `${name}.js`)

/** A server that listens, and how to end it. */
export interface Server {
  readonly port: number
  /** From the start of the process until it could be asked, in seconds. */
  readonly seconds: number
  readonly process: ChildProcess
  stop(): Promise<void>
}

async function untilListening(child: ChildProcess, since: number): Promise<Server> {
  let says = ''
  const port = await new Promise<number>((resolve, reject) => {
    const hear = (piece: Buffer) => {
      says += piece.toString()
      const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(says)
      if (found) resolve(Number(found[1]))
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (code) => reject(new Error(`The server ended (${code}):\n${says.slice(-2000)}`)))
  })
  return {
    port,
    seconds: (performance.now() - since) / 1000,
    process: child,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve()
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

/** Where a database is: an address, or the data folder of an embedded one. */
export type Place = { readonly url: string } | { readonly folder: string }

/** The product as it is shipped: its bundle, its defaults, a free port. */
export function startProduct(place: Place): Promise<Server> {
  const since = performance.now()
  // Settings of whoever runs the measures are none of the product that is measured.
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== 'DATABASE_URL' && !name.startsWith('YIPANQI_')),
  )
  // `--profile FOLDER` of the run: where the product's time goes.
  const profile = process.env.BENCH_PROFILE
  const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
  const child = spawn(process.execPath, [...flags, join(root, 'dist', 'server', 'serve.js')], {
    cwd: root,
    env: {
      ...environment,
      NODE_ENV: 'production',
      YIPANQI_PORT: '0',
      YIPANQI_LOG: 'error',
      // Counted as ever, but never reached: one session stands for many people here.
      YIPANQI_RATE_SESSION: '10000000',
      // Twenty thousand projects that have never been judged would be, in the midst of what is measured.
      YIPANQI_LAMP_MINUTES: '0',
      ...('url' in place ? { DATABASE_URL: place.url } : { YIPANQI_DATA: place.folder }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return untilListening(child, since)
}

export function startBare(place: Place): Promise<Server> {
  const since = performance.now()
  const at = 'url' in place ? place.url : join(place.folder, 'database')
  const child = spawn(process.execPath, [built('bare'), at], { stdio: ['ignore', 'pipe', 'pipe'] })
  return untilListening(child, since)
}

/** Fills a database with the measured world. */
export function fill(place: Place, isQuick: boolean): Promise<void> {
  const at = 'url' in place ? place.url : join(place.folder, 'database')
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=6000', built('prepare'), at, isQuick ? 'quick' : 'full'],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`Filling ${at} failed`))))
  })
}

/** One request, answered whole. */
export async function ask(server: Server, asked: Asked): Promise<Answered> {
  const connection = new HttpConnection(server.port)
  try {
    return await connection.ask(asked)
  } finally {
    connection.close()
  }
}

export async function askJson<T>(server: Server, asked: Asked): Promise<T> {
  const { status, body } = await ask(server, asked)
  if (status >= 300)
    throw new Error(`${asked.method} ${asked.path}: ${status} ${body.toString().slice(0, 1000)}`)
  return JSON.parse(body.toString()) as T
}

/** The headers that a signed-in person's program sends. */
export async function signIn(server: Server, account: string): Promise<Record<string, string>> {
  const reply = await fetch(`http://127.0.0.1:${server.port}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-yipanqi': 'bench' },
    body: JSON.stringify({ account, password: demoPassword }),
  })
  if (reply.status !== 201) throw new Error(`${account} could not sign in: ${await reply.text()}`)
  const cookie = reply.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return { cookie, 'x-yipanqi': 'bench' }
}

/** The process that makes the load, kept for the whole run. */
export interface Load {
  run(order: LoadOrder): Promise<LoadResult>
  stop(): void
}

export function startLoad(): Load {
  const child = fork(built('load'))
  return {
    run: (order) =>
      new Promise((resolve, reject) => {
        child.once('message', (result: LoadResult) => {
          if (result.fault === undefined) resolve(result)
          else reject(new Error(result.fault))
        })
        child.send(order)
      }),
    stop: () => child.kill(),
  }
}

/** Memory that a process holds, in MB, as the system counts it. */
export function memoryOf(server: Server): number {
  const status = readFileSync(`/proc/${server.process.pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024
}
