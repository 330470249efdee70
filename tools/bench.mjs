// npm run bench: builds what is measured and the measures, then runs them. Options are told in bench/run.ts.
import { spawnSync } from 'node:child_process'
import { build, install } from './prepare.mjs'
import { bundle } from './bundle.mjs'
import { postgresFolder } from './machine.mjs'

await install()
await build()
await bundle({
  entries: ['run', 'prepare', 'bare', 'load'].map((name) => `bench/${name}.ts`),
  folder: 'dist/bench',
})
const done = spawnSync(
  process.execPath,
  ['--enable-source-maps', 'dist/bench/run.js', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, YIPANQI_TEST_POSTGRES: postgresFolder() ?? 'missing' } },
)
process.exit(done.status ?? 1)
