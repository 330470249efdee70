import { bars, type On } from './bars.data'
import { askedAlone, type Bench, median } from './compare'
import { measureConsole } from './measures/console-size'
import { measureDispatch } from './measures/dispatch'
import { measureImport } from './measures/import-projects'
import { followProjects, measureLamps } from './measures/lamps'
import { measurePortfolio } from './measures/portfolio-page'
import { measurePublication } from './measures/publish-month'
import { measureRecompute } from './measures/recompute'
import { measureRequests, type RequestMeasure, requestMeasures } from './measures/requests'
import { measureSchedule } from './measures/schedule-nodes'
import { measureStarts } from './measures/starts'
import type { Places } from './places'
import type { Results } from './report'
import { type Load, type Server, signIn, startBare, startProduct } from './servers'
import type { Size } from './size'
import { parkOfficer } from './world'

interface Given {
  readonly results: Results
  readonly size: Size
  /** Whether a measure was asked for. */
  readonly wants: (name: string) => boolean
}

interface GivenOn extends Given {
  readonly load: Load
  readonly places: Places
  readonly database: On
}

const say = (what: string) => console.log(`  ${what}`)

/** What needs no database. */
export async function measureAlone({ results, size, wants }: Given): Promise<void> {
  if (wants('console_first_load')) {
    const { kilobytes, files } = measureConsole()
    results.bar('console_first_load', kilobytes)
    say(`console: ${kilobytes.toFixed(0)} kB in ${files} files`)
  }
  if (wants('schedule_nodes')) {
    const { milliseconds } = measureSchedule(size.rounds * 5)
    results.bar('schedule_nodes', milliseconds)
    say(`schedule: ${milliseconds.toFixed(1)} ms`)
  }
  if (wants('recompute_all')) {
    const { seconds, cells } = await measureRecompute(size)
    results.bar('recompute_all', seconds)
    results.figure('recompute_all.cells', cells, 'cells')
    say(`recompute: ${cells} cells in ${seconds.toFixed(2)} s`)
  }
}

async function portfolio({ results, size, database }: GivenOn, bench: Bench): Promise<void> {
  const officer = await signIn(bench.product, 'xiang')
  const { times, milliseconds, planned } = await measurePortfolio(bench.product, officer, size.rounds * 4)
  results.bar('portfolio_page', milliseconds, database)
  results.figure(`portfolio_page.${database}.slowest`, Math.max(...times), 'ms')
  say(`portfolio.${database}: ${milliseconds.toFixed(0)} ms, ${planned} with a plan`)
}

async function requests(given: GivenOn, bench: Bench, measure: RequestMeasure): Promise<void> {
  const { results, database } = given
  const people = {
    park: await signIn(bench.product, parkOfficer),
    zone: await signIn(bench.product, 'xiang'),
  }
  const { ratio, product, bare } = await measureRequests(bench, measure, people)
  if (bars.some(({ name }) => name === measure.name)) results.bar(measure.name, ratio, database)
  else results.figure(`${measure.name}.${database}.ratio`, ratio, 'ratio')
  if (measure.name === 'zone_year') {
    const alone = await askedAlone(bench, measure.pair(people))
    results.bar('zone_year_p99', alone.p99, database)
    say(`zone_year_p99.${database}: ${alone.p99.toFixed(1)} ms, p50 ${alone.p50.toFixed(1)} ms`)
  }
  for (const [whose, one] of [
    ['product', product],
    ['bare', bare],
  ] as const) {
    const name = `${measure.name}.${database}.${whose}`
    results.figure(`${name}.rate`, one.perSecond, 'requests/s')
    results.figure(`${name}.p50`, one.p50, 'ms')
    results.figure(`${name}.p99`, one.p99, 'ms')
    say(
      `${name}: ${one.perSecond.toFixed(0)}/s, p50 ${one.p50.toFixed(1)} ms, p99 ${one.p99.toFixed(1)} ms, load ${one.busy.toFixed(2)}`,
    )
  }
  results.figure(`${measure.name}.${database}.load.busy`, Math.max(product.busy, bare.busy), 'cores')
  say(`${measure.name}.${database}: ${ratio.toFixed(2)} ×`)
}

async function ceiling({ results, load, size, database }: GivenOn, bench: Bench): Promise<void> {
  const { perSecond } = await load.run({
    port: bench.bare.port,
    connections: 10,
    milliseconds: size.seconds * 1000,
    requests: [{ method: 'GET', path: '/nothing' }],
    status: 200,
    from: 0,
  })
  results.figure(`load.ceiling.${database}`, perSecond, 'requests/s')
  say(`load ceiling: ${perSecond.toFixed(0)}/s`)
}

async function work(given: GivenOn, bench: Bench): Promise<void> {
  const { results, size, wants, database } = given
  if (wants('publish_month')) {
    const times = await measurePublication(
      bench.product,
      await signIn(bench.product, 'jing'),
      size.publications,
    )
    results.bar('publish_month', median(times), database)
    results.figure(`publish_month.${database}.slowest`, Math.max(...times), 'ms')
    say(`publish.${database}: ${times.map((time) => time.toFixed(0)).join(' ')} ms`)
  }
  if (wants('import_')) {
    const headers = await signIn(bench.product, 'xiang')
    const { good, bad } = await measureImport(bench.product, headers, {
      rows: size.importRows,
      rounds: size.starts,
    })
    results.bar('import_projects', median(good), database)
    results.bar('import_refused', median(bad), database)
    say(
      `import.${database}: ${good.map((time) => time.toFixed(2)).join(' ')} s; refused ${bad.map((time) => time.toFixed(2)).join(' ')} s`,
    )
  }
}

type Followed = Pick<GivenOn, 'results' | 'size' | 'database'> & { readonly product: Server }

async function lamps({ results, size, database, product }: Followed): Promise<void> {
  const { seconds, projects, turned } = await measureLamps(product, size.starts)
  results.bar('lamps', median(seconds), database)
  results.figure(`lamps.${database}.projects`, projects, 'projects')
  say(
    `lamps.${database}: ${seconds.map((one) => one.toFixed(2)).join(' ')} s, ${turned} of ${projects} projects’ lamps turn`,
  )
}

async function dispatch({ results, size, database, product }: Followed): Promise<void> {
  const { seconds, projects } = await measureDispatch(product, size.starts)
  results.bar('dispatch_report', median(seconds), database)
  results.figure(`dispatch_report.${database}.projects`, projects, 'projects')
  say(
    `dispatch_report.${database}: ${seconds.map((one) => one.toFixed(2)).join(' ')} s for ${projects} projects`,
  )
}

/** In a place of their own: they need rows that the other measures do not know. */
async function followed({ wants, places, ...given }: GivenOn): Promise<void> {
  if (!wants('lamps') && !wants('dispatch_report')) return
  const { product: place } = await places.measured(given.database)
  await followProjects(place)
  const product = await startProduct(place)
  try {
    if (wants('lamps')) await lamps({ ...given, product })
    if (wants('dispatch_report')) await dispatch({ ...given, product })
  } finally {
    await product.stop()
  }
}

/** Every measure on one database, in an order in which none spoils the next: what adds rows comes last. */
async function measureTogether(given: GivenOn): Promise<void> {
  const { results, size, wants, places, database } = given
  if (wants('start_') || wants('memory_')) {
    const make = (round: number) => places.fresh(database, round)
    const { first, existing, memory } = await measureStarts({ make, rounds: size.starts })
    results.bar('start_existing', existing, database)
    results.bar('start_first', first, database)
    results.bar('memory_idle', memory, database)
    say(
      `starts.${database}: first ${first.toFixed(2)} s, existing ${existing.toFixed(2)} s, ${memory.toFixed(0)} MB`,
    )
  }
  const wanted = requestMeasures.filter(({ name }) => wants(name))
  if (wanted.length === 0 && !['publish_month', 'import_', 'portfolio_page'].some(wants)) return
  const where = await places.measured(database)
  const product = await startProduct(where.product)
  const bare = await startBare(where.bare)
  const bench = { load: given.load, size, product, bare }
  try {
    await ceiling(given, bench)
    for (const measure of wanted) await requests(given, bench, measure)
    if (wants('portfolio_page')) await portfolio(given, bench)
    await work(given, bench)
  } finally {
    await product.stop()
    await bare.stop()
  }
}

/** The measures of one database, and then those of projects that are followed. */
export async function measureOn(given: GivenOn): Promise<void> {
  await measureTogether(given)
  await followed(given)
}
