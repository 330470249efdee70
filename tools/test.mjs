// npm test: everything — engine, server on both databases, access, journeys in a real browser.
// `npm test -- --allow-missing` passes without PostgreSQL, Chromium or a disk to mount; other arguments go to the test runner.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { guarantees } from './guarantees.mjs'
import { build, install } from './prepare.mjs'
import { chromiumPath, installMissing, postgresFolder } from './machine.mjs'

const given = process.argv.slice(2)
const allowMissing = given.includes('--allow-missing')
const rest = given.filter((argument) => argument !== '--allow-missing')

await install()
await build()

const absent = () =>
  [postgresFolder() === undefined && 'postgresql', !chromiumPath() && 'chromium'].filter(Boolean)
if (absent().length > 0) installMissing(absent())
const missing = absent()

mkdirSync('test-results', { recursive: true })
const report = 'test-results/vitest.json'
// A run that ends before it reports must not be told with the figures of the one before.
rmSync(report, { force: true })
const run = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...rest,
  ],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      YIPANQI_TEST_POSTGRES: postgresFolder() ?? 'missing',
      YIPANQI_TEST_CHROMIUM: chromiumPath() ?? '',
    },
  },
)
if (!existsSync(report)) {
  console.error('测试未能运行 · the tests could not be run: what stands above says why.')
  process.exit(run.status || 1)
}
const totals = JSON.parse(readFileSync(report, 'utf8'))
const skipped = totals.numPendingTests + totals.numTodoTests
for (const name of missing) {
  const part =
    name === 'chromium'
      ? '浏览器里的全程测试 · journeys in the browser'
      : 'PostgreSQL 上的服务端测试 · the server on PostgreSQL'
  console.error(
    `没有运行 · not run: ${part}. 请安装 ${name} 后重跑 · Install ${name} (on Debian: apt-get install ${name}) and run npm test again.`,
  )
}
// A part of the tests proves a part of the promises: only a whole run is held to all of them.
const { count, broken, notRun } =
  rest.length === 0 ? guarantees(totals) : { count: 0, broken: [], notRun: [] }
for (const promise of broken) console.error(`没有证明 · not proven: ${promise}`)
for (const promise of notRun) console.error(`没有运行 · not run here: ${promise}`)
if (count > 0)
  console.log(`${count - broken.length - notRun.length} of ${count} promises of docs/guarantees.md proven`)
console.log(
  `${totals.numPassedTests} passed, ${totals.numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
)
const isWhole = missing.length === 0 && notRun.length === 0
process.exit(run.status !== 0 || broken.length > 0 ? 1 : isWhole || allowMissing ? 0 : 1)
