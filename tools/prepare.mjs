// Brings a clone to where it can run: packages as the lock file says, server and console built. Uses nothing but Node.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { unlessFresh } from './stamp.mjs'

const marker = 'node_modules/.yipanqi-lock'

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32', ...options })
  if (done.status !== 0) process.exit(done.status ?? 1)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Node ${process.versions.node} is too old: 20.19 or later is needed.`)
  process.exit(1)
}

/** Installs what the lock file says, when it is not there already. */
export async function install() {
  checkNode()
  const digest = createHash('sha256')
    .update(await readFile('package-lock.json'))
    .digest('hex')
  if (existsSync(marker) && (await readFile(marker, 'utf8')) === digest) return
  console.error('安装依赖 · installing packages …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  await mkdir('node_modules', { recursive: true })
  await writeFile(marker, digest)
}

/** Builds server and command line: half a second. */
export async function buildServer() {
  const sources = ['src', 'package-lock.json', 'tsconfig.base.json']
  await unlessFresh({ name: 'server', sources, product: 'dist/server/serve.js' }, async () => {
    const { bundle } = await import('./bundle.mjs')
    await bundle({ entries: ['src/main/serve.ts', 'src/main/yipanqi.ts'], folder: 'dist/server' })
  })
}

/** Builds the pages when their sources have changed. */
async function buildConsole() {
  const sources = [
    'src/console',
    'src/modules',
    'src/engine',
    'src/glossary',
    'vite.config.ts',
    'package-lock.json',
  ]
  await unlessFresh({ name: 'console', sources, product: 'dist/console/index.html' }, () => {
    console.error('构建页面 · building the console …')
    run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'])
  })
}

/** Builds everything that npm start serves. */
export async function build() {
  await buildServer()
  await buildConsole()
}
