/** A database that the bars are measured on. */
export type On = 'postgres' | 'embedded'

/** One bar of the design: what is measured, what it has to reach, and on which database it differs. */
export interface Bar {
  readonly name: string
  readonly work: string
  readonly unit: 'ratio' | 'ms' | 's' | 'MB' | 'kB'
  /** The value itself must not be less (ratios) or not be more (everything else). */
  readonly bar: number | Readonly<Record<On, number>>
  /** Measured once, without any database. */
  readonly alone?: true
}

/** Every bar of the design has a row here; a test holds the two together. */
export const bars: readonly Bar[] = [
  {
    name: 'list_projects',
    work: 'list 50 of 20 000 projects, filter + sort + count',
    unit: 'ratio',
    bar: 0.6,
  },
  { name: 'sum_by_park', work: 'sum by park over 20 000 projects', unit: 'ratio', bar: 2 },
  {
    name: 'zone_year',
    work: 'indicators of a zone for a year, over 480 000 observations',
    unit: 'ratio',
    bar: 20,
  },
  { name: 'zone_year_p99', work: 'the same asked by one client, slowest of a hundred', unit: 'ms', bar: 20 },
  { name: 'create_project', work: 'create a project, validated and audited', unit: 'ratio', bar: 0.3 },
  { name: 'import_projects', work: 'import 20 000 rows from Excel', unit: 's', bar: 3 },
  {
    name: 'import_refused',
    work: 'import 20 000 rows from Excel, every bad row named',
    unit: 's',
    bar: 3,
  },
  {
    name: 'publish_month',
    work: 'publish one park’s month (200 figures), all roll-ups right after',
    unit: 'ms',
    bar: 100,
  },
  {
    name: 'recompute_all',
    work: 'whole recompute, 200 indicators × 21 units × 120 months',
    unit: 's',
    bar: 5,
    alone: true,
  },
  {
    name: 'lamps',
    work: 'lamps of 20 000 projects by the rules that hold and by others, compared',
    unit: 's',
    bar: 2,
  },
  {
    name: 'dispatch_report',
    work: 'dispatch report of a park’s month, 500 projects and more',
    unit: 's',
    bar: 2,
  },
  {
    name: 'schedule_nodes',
    work: 'work out a plan of 2 000 nodes',
    unit: 'ms',
    bar: 50,
    alone: true,
  },
  {
    name: 'portfolio_page',
    work: 'a page of 100 projects with their plans, of 20 000',
    unit: 'ms',
    bar: 100,
  },
  { name: 'start_existing', work: 'start on an existing folder or database', unit: 's', bar: 1.5 },
  { name: 'start_first', work: 'first start with demo data', unit: 's', bar: 8 },
  { name: 'memory_idle', work: 'memory idle', unit: 'MB', bar: { postgres: 250, embedded: 450 } },
  {
    name: 'console_first_load',
    work: 'console, first load gzipped, before a chart is needed',
    unit: 'kB',
    bar: 450,
    alone: true,
  },
]

export const barOf = (bar: Bar, on: On | undefined): number =>
  typeof bar.bar === 'number' ? bar.bar : bar.bar[on ?? 'postgres']
