// Runs one TypeScript entry: bundles it into memory's neighbour (dist/run) and starts it. Usage: node tools/run.mjs FILE …
import { spawnSync } from 'node:child_process'
import { basename } from 'node:path'
import { bundle } from './bundle.mjs'

const [entry, ...rest] = process.argv.slice(2)
const out = `dist/run/${basename(entry, '.ts')}`
await bundle({ entries: [entry], folder: out })
const done = spawnSync(
  process.execPath,
  ['--enable-source-maps', `${out}/${basename(entry, '.ts')}.js`, ...rest],
  { stdio: 'inherit' },
)
process.exit(done.status ?? 1)
