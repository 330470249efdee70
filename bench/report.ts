import { writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { root } from '#main/folders'
import { barOf, bars, type On } from './bars.data'
import { causes } from './causes.data'

/** One line of bench/results.json; `bar` and `holds` are null where a figure stands for itself. */
export interface ResultRow {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly bar: number | null
  readonly holds: boolean | null
}

const rounded = (value: number): number => Number(value.toPrecision(value >= 1000 ? 4 : 3))

/** Collects what is measured; a bar is told apart from a figure that stands for itself. */
export class Results {
  readonly rows: ResultRow[] = []

  figure(name: string, value: number, unit: string): void {
    this.rows.push({ name, value: rounded(value), unit, bar: null, holds: null })
  }

  bar(name: string, value: number, on?: On): void {
    const bar = bars.find((one) => one.name === name)
    if (!bar) throw new Error(`${name} is no bar of the design`)
    const wanted = barOf(bar, on)
    // Judged as it is printed: a row must not say 0.6 against 0.6 and be a miss.
    const told = rounded(value)
    const holds = bar.unit === 'ratio' ? told >= wanted : told <= wanted
    this.rows.push({
      name: on ? `${name}.${on}` : name,
      value: told,
      unit: bar.unit,
      bar: wanted,
      holds,
    })
  }

  get(name: string): ResultRow | undefined {
    return this.rows.find((row) => row.name === name)
  }
}

const sign = (row: ResultRow): string => (row.unit === 'ratio' ? '≥' : '≤')
const shown = (row: ResultRow): string =>
  row.unit === 'ratio' ? `${row.value} ×` : `${row.value} ${row.unit}`

/** The bars as a table for the terminal. */
export function printed(results: Results): string {
  const barred = results.rows.filter((row) => row.bar !== null)
  const width = Math.max(...barred.map(({ name }) => name.length))
  const lines = barred.map(
    (row) =>
      `${row.holds ? 'ok  ' : 'MISS'}  ${row.name.padEnd(width)}  ${shown(row).padStart(12)}   bar ${sign(row)} ${row.bar}`,
  )
  return lines.join('\n')
}

export interface Machine {
  readonly cores: number
  readonly node: string
  readonly postgres: string
  readonly embedded: string
  readonly date: string
}

export const machine = (databases: { postgres: string; embedded: string }): Machine => ({
  cores: availableParallelism() || cpus().length,
  node: process.versions.node,
  date: new Date().toISOString().slice(0, 10),
  ...databases,
})

function barTable(results: Results): string[] {
  const lines = ['| work | bar | PostgreSQL | embedded database |', '|---|---|---|---|']
  for (const bar of bars) {
    const cell = (on: On) => {
      const row = results.get(`${bar.name}.${on}`)
      return row ? `${shown(row)}${row.holds ? '' : ' **missed**'}` : '–'
    }
    const alone = results.get(bar.name)
    const wanted =
      typeof bar.bar === 'number'
        ? `${bar.bar}`
        : `${bar.bar.postgres}; ${bar.bar.embedded} with the embedded database`
    const unit = bar.unit === 'ratio' ? '× the bare server' : bar.unit
    const told = alone
      ? `${shown(alone)}${alone.holds ? '' : ' **missed**'} | (no database)`
      : `${cell('postgres')} | ${cell('embedded')}`
    lines.push(`| ${bar.work} | ${bar.unit === 'ratio' ? '≥' : '≤'} ${wanted} ${unit} | ${told} |`)
  }
  return lines
}

function figureTable(results: Results): string[] {
  const figures = results.rows.filter((row) => row.bar === null)
  return ['| figure | value |', '|---|---|', ...figures.map((row) => `| \`${row.name}\` | ${shown(row)} |`)]
}

function missed(results: Results): string[] {
  const rows = results.rows.filter((row) => row.holds === false)
  if (rows.length === 0) return ['Every bar holds.']
  return rows.map(
    (row) =>
      `- \`${row.name}\`: ${shown(row)} against ${row.bar}. ${causes[row.name] ?? 'The cause is not known yet.'}`,
  )
}

function page(results: Results, on: Machine): string {
  return [
    '<!-- Written by `npm run bench`; do not edit. -->',
    '',
    '# Performance',
    '',
    `Measured on ${on.date} with ${on.cores} processor cores, Node ${on.node}, PostgreSQL ${on.postgres} (as it is shipped: every commit is on disk before it is confirmed) and the embedded database PGlite ${on.embedded}. Run it yourself: \`npm run bench\` (\`-- --only NAME\`, \`-- --quick\`).`,
    '',
    '## How it is measured',
    '',
    'The product is the server as it is shipped, over HTTP, as a project officer with a session: row rules forced by the database, reads in read-only transactions, every change with its event in the same transaction. Beside it runs the **bare server** (`bench/bare.ts`): Node’s own HTTP server and prepared SQL on the same rows, without rights, audit, validation, totals or names. Both answer the same question — the run fails when their answers differ — by turns (bare, product, bare, product …) from ten clients; a ratio is the median of the rounds. Clients, product, bare server and database share the machine.',
    '',
    '- `list_projects`: the officer of one park lists its thousand of 20 000 projects, by one category, by investment and name, with the count of all that match; the bare server is told the park. The product also sums five columns and lists what the officer may do with each row.',
    '- `sum_by_park`: number and investment of the projects of twenty parks. The product reads the figures it keeps with every change of a project; the bare server adds 20 000 rows up.',
    '- `zone_year`: twenty indicators, a page of them, of the zone by month for a year. The product reads kept cells; the bare server adds up the observations of twenty parks. `zone_year_all` asks for all 200 indicators at once, 2 400 figures, and has no bar: what it costs is mostly the text of the reply. `zone_year_p99` is what one client waits, a hundred times over; among ten at once each waits for the others, and their p99 stands among the figures below.',
    '- `create_project`: a project that has not started yet. The product checks the row, writes it with its search text and its event; the bare server inserts a row. `create_started_project` is one that two indicators count: the park’s figures, and all above them, are counted anew in the same transaction, one transaction after another in a zone.',
    '- `import_*`: a workbook sent as a browser sends it, until the report is there. `import_refused` has one bad row in a hundred.',
    '- `start_*`: from the start of the process until it can be asked.',
    '',
    '## Bars',
    '',
    ...barTable(results),
    '',
    '## What is missed, and why',
    '',
    ...missed(results),
    '',
    '## Figures behind them',
    '',
    'Requests a second and milliseconds of the middle round. `load.ceiling` is what the clients reach against a server that answers nothing; `load.busy` the share of one core that they took in the busiest measure.',
    '',
    ...figureTable(results),
    '',
  ].join('\n')
}

/** Writes bench/results.json and docs/performance.md. */
export async function writeResults(results: Results, on: Machine): Promise<void> {
  const file = join(root, 'docs', 'performance.md')
  const options = (await resolveConfig(file)) ?? {}
  await writeFile(file, await format(page(results, on), { ...options, parser: 'markdown' }))
  const json = join(root, 'bench', 'results.json')
  await writeFile(json, await format(JSON.stringify(results.rows), { ...options, parser: 'json' }))
}
