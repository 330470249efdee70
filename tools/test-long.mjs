// npm run test:long: the attacks and faults of `npm test` in their full form (a thousand kills, a hundred thousand random
// requests, a minute of five hundred people). Takes hours; its figures go into docs/guarantees.md. Other arguments go to
// the test runner: `npm run test:long -- test/faults/two-servers.test.ts` is a part, whose figures take the place of those
// of the last full run, with its day. A share of it, such as a tenth by YIPANQI_TEST_LONG=0.1, is not written down.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, release, totalmem } from 'node:os'
import { join } from 'node:path'
import { build, install } from './prepare.mjs'
import { installMissing, postgresFolder } from './machine.mjs'

const page = 'docs/guarantees.md'
const [begin, end] = ['<!-- last full run -->', '<!-- /last full run -->']
const figuresFile = 'test-results/figures.jsonl'
const report = 'test-results/long.json'
const given = process.argv.slice(2)
const parts = given.length > 0 ? given : ['test/attacks', 'test/faults']

const share = process.env.YIPANQI_TEST_LONG ?? '1'

await install()
await build()
if (postgresFolder() === undefined) installMissing(['postgresql'])
const postgres = postgresFolder()
mkdirSync('test-results', { recursive: true })
for (const file of [figuresFile, report]) rmSync(file, { force: true })

const begun = Date.now()
const minutes = () => Math.round((Date.now() - begun) / 60_000)

/** Runs the tests; each is told when it ends, and every few minutes that they go on. */
function run() {
  const child = spawn(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project=server',
      '--reporter=verbose',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...parts,
    ],
    {
      stdio: 'inherit',
      env: { ...process.env, YIPANQI_TEST_LONG: share, YIPANQI_TEST_POSTGRES: postgres ?? 'missing' },
    },
  )
  const beat = setInterval(() => console.error(`… ${minutes()} min`), 120_000)
  return new Promise((resolve) =>
    child.once('exit', (code) => {
      clearInterval(beat)
      resolve(code ?? 1)
    }),
  )
}

function postgresVersion() {
  if (postgres === undefined) return 'no PostgreSQL'
  const program = postgres === '' ? 'postgres' : join(postgres, 'postgres')
  const told = spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout
  return `PostgreSQL ${/[\d.]+/.exec(told)?.[0] ?? '?'}`
}

const lines = (file) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [])

const today = new Date(begun).toISOString().slice(0, 10)

/** A run's name, and its figures as a row of the table. */
function figureRow(line) {
  const { name, long: _long, ...figures } = JSON.parse(line)
  const told = Object.entries(figures).map(([key, value]) => `${key} ${value}`)
  const when = given.length > 0 ? ` (${today}, by itself)` : ''
  return [name, `| ${name}${when} | ${told.join(' · ')} |`]
}

const newRows = () => lines(figuresFile).map(figureRow)

const table = (rows) => rows.map(([, row]) => row).toSorted()

/** What is known of the run, without a word that tells the machine from any other of its kind. */
function section({ numPassedTests, numFailedTests }) {
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`
  const machine = [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    memory,
    `Linux ${release().split('-')[0]}`,
    `Node ${process.versions.node}`,
    postgresVersion(),
  ]
  return [
    begin,
    '',
    '## Last full run · 最近一次完整运行',
    '',
    `\`npm run test:long\` on ${today}, ${machine.join(', ')}: ${numPassedTests} passed, ${numFailedTests} failed, ${minutes()} minutes.`,
    '',
    '| run | figures |',
    '| --- | --- |',
    ...table(newRows()),
    '',
    end,
  ].join('\n')
}

/** The section as it stands, with the rows of a part that was run by itself in the place of the older ones. */
function renewed(standing) {
  const renewing = newRows()
  const isNew = (row) => renewing.some(([name]) => row.startsWith(`| ${name} `))
  const isRow = (line) => line.startsWith('| ') && !line.startsWith('| run ') && !line.startsWith('| ---')
  const kept = standing.split('\n').filter((line) => !isRow(line))
  const rows = standing.split('\n').filter((line) => isRow(line) && !isNew(line))
  const head = kept.findIndex((line) => line.startsWith('| ---')) + 1
  return [...kept.slice(0, head), ...[...rows, ...table(renewing)].toSorted(), ...kept.slice(head)].join('\n')
}

function writeDown(totals) {
  const text = readFileSync(page, 'utf8')
  const [from, to] = [text.indexOf(begin), text.indexOf(end) + end.length]
  if (from < 0 || to < from) throw new Error(`${page} has no place for the figures: ${begin} … ${end}`)
  const told = given.length > 0 ? renewed(text.slice(from, to)) : section(totals)
  writeFileSync(page, text.slice(0, from) + told + text.slice(to))
  console.log(`figures written to ${page}`)
}

const code = await run()
const totals = JSON.parse(readFileSync(report, 'utf8'))
if (share === '1' && (given.length === 0 || totals.success)) writeDown(totals)
if (postgres === undefined)
  console.error('没有运行 · not run: the server on PostgreSQL. Install postgresql and run it again.')
const skipped = totals.numPendingTests + totals.numTodoTests
console.log(
  `${totals.numPassedTests} passed, ${totals.numFailedTests} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
)
process.exit(code !== 0 || postgres === undefined ? 1 : 0)
