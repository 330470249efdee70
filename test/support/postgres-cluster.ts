import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** A PostgreSQL of its own on loopback, for the time of a test run. */
export interface Cluster {
  readonly url: (database: string) => string
  /** Goes away, in order (SIGINT) or as in a crash (SIGQUIT), until it is started again. */
  halt(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>
  /** The same again, at the same address. */
  resume(): Promise<void>
  stop(): Promise<void>
}

/** PostgreSQL refuses to run as root: an ordinary account of the machine takes over. */
export function ordinaryUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const name of ['postgres', 'nobody'])
    try {
      const id = (flag: string) =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      continue
    }
  throw new Error('There is no ordinary user to run PostgreSQL as')
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function untilReady(child: ChildProcess): Promise<void> {
  let log = ''
  let ready = false
  child.stderr?.on('data', (chunk: Buffer) => {
    log += chunk.toString()
    if (log.includes('database system is ready to accept connections')) ready = true
  })
  for (let waited = 0; !ready; waited += 50) {
    if (child.exitCode !== null || waited > 60_000)
      throw new Error(`PostgreSQL did not start:\n${log.slice(-2000)}`)
    await setTimeout(50)
  }
}

/** What a test run may do without: it has nothing to lose. */
const carefree = [
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'max_connections=100',
  'shared_buffers=128MB',
]

interface ClusterOptions {
  readonly settings?: readonly string[]
  /** Kept from one run to the next; without it a temporary folder is made and removed. */
  readonly folder?: string
}

const program = (bin: string, name: string) => (bin ? join(bin, name) : name)

function makeData(bin: string, folder: string): string {
  const owner = ordinaryUser()
  mkdirSync(folder, { recursive: true })
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const data = join(folder, 'data')
  if (!existsSync(data))
    execFileSync(
      program(bin, 'initdb'),
      [
        '-D',
        data,
        '-U',
        'yipanqi_owner',
        '-A',
        'trust',
        '--locale=C.UTF-8',
        '--lc-collate=C',
        '-E',
        'UTF8',
        '--no-sync',
      ],
      { stdio: 'ignore', cwd: folder, ...owner },
    )
  return data
}

interface Starting {
  readonly folder: string
  readonly data: string
  readonly port: number
  readonly settings: readonly string[]
}

async function startProcess(bin: string, { folder, data, port, settings }: Starting): Promise<ChildProcess> {
  const child = spawn(
    program(bin, 'postgres'),
    [
      '-D',
      data,
      '-p',
      String(port),
      '-h',
      '127.0.0.1',
      '-k',
      folder,
      ...settings.flatMap((one) => ['-c', one]),
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder, ...ordinaryUser() },
  )
  await untilReady(child)
  return child
}

/** Makes and starts a cluster; `bin` is the folder of its programs, '' when on the PATH. */
export async function startCluster(
  bin: string,
  { settings = carefree, folder: kept }: ClusterOptions = {},
): Promise<Cluster> {
  const folder = kept ?? mkdtempSync(join(tmpdir(), 'yipanqi-postgres-'))
  const starting = { folder, data: makeData(bin, folder), port: await freePort(), settings }
  let child = await startProcess(bin, starting)
  const halt = async (signal: 'SIGINT' | 'SIGQUIT') => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  return {
    url: (database) => `postgres://yipanqi_owner@127.0.0.1:${starting.port}/${database}`,
    halt,
    async resume() {
      child = await startProcess(bin, starting)
    },
    async stop() {
      await halt('SIGINT')
      if (kept === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}
