// npm run bench: the bars of the design on both databases. Options: --only NAME, --quick (a smoke run), --on DATABASE,
// --data FOLDER (kept for the next run), --profile FOLDER (processor profiles of the product).
import { readFileSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { bars, type On } from './bars.data'
import { openPlaces } from './places'
import { measureAlone, measureOn } from './measure'
import { machine, printed, Results, writeResults } from './report'
import { startLoad } from './servers'
import { sizeOf } from './size'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    data: { type: 'string' },
    on: { type: 'string' },
    profile: { type: 'string' },
  },
})

if (options.profile) process.env.BENCH_PROFILE = resolve(options.profile)

const pgliteVersion = (): string => {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const file = join(entry.slice(0, entry.indexOf('pglite') + 'pglite'.length), 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

const folder = options.data ? resolve(options.data) : await mkdtemp(join(tmpdir(), 'yipanqi-bench-'))
// PostgreSQL runs as another user than root does and must be able to step into its folder.
if (!options.data) await chmod(folder, 0o755)
const size = sizeOf(options.quick)
const unknown = options.only?.filter((one) => !bars.some(({ name }) => name.startsWith(one))) ?? []
if (unknown.length > 0) {
  const names = bars.map(({ name }) => name).join(', ')
  console.error(`--only ${unknown.join(', ')}: there is no such bar. There are: ${names}`)
  process.exit(2)
}
/** What measures several bars is asked for by what their names begin with. */
const wants = (name: string): boolean =>
  !options.only || options.only.some((one) => name.startsWith(one) || one.startsWith(name))
const results = new Results()
const load = startLoad()
const places = await openPlaces({ folder, isQuick: options.quick })
const on: readonly On[] = (['postgres', 'embedded'] as const).filter(
  (one) => (!options.on || options.on === one) && (one === 'embedded' || places.postgres),
)
const began = performance.now()
try {
  await measureAlone({ results, size, wants })
  for (const database of on) await measureOn({ results, size, wants, load, places, database })
} finally {
  load.stop()
  await places.close()
  if (!options.data) await rm(folder, { recursive: true, force: true })
}
console.log(`\n${printed(results)}\n`)
const seconds = Math.round((performance.now() - began) / 1000)
const isWhole = !options.quick && !options.only && on.length === 2
if (isWhole) await writeResults(results, machine({ postgres: places.version, embedded: pgliteVersion() }))
console.log(
  isWhole
    ? `${seconds} s; written to docs/performance.md and bench/results.json`
    : `${seconds} s; only a whole run writes docs/performance.md and bench/results.json`,
)
if (!places.postgres) console.error('没有测 · not measured: PostgreSQL. Install postgresql and run it again.')
process.exit()
