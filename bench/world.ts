import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Decimal } from 'decimal.js'
import { factsFolder } from '#main/folders'
import { demoPassword } from '#main/world/accounts'
import { buildWorld } from '#main/world/build-world'
import { sampleFigure } from '#main/world/sample-figures'
import { countedSize, type SampleSize } from '#main/world/sample-size'
import { sampleZone } from '#main/world/sample-zone.data'
import type { ObservationSeed, ReportSeed, SeedRow, World } from '#main/world/world'
import type { Size } from './size'

/** The year in which all projects of the measured world have started. */
export const projectYear = '2026'
/** The last whole year of figures. */
export const figureYear = '2025'
export const parkOfficer = 'park-officer'
export const zone = sampleZone.code
export const firstPark = 'SF-HX'
export const counted = { projects: 'bench_projects', investment: 'bench_investment' } as const
export const publishedForm = 'form-bench'

/** Two indicators counted from the projects, so that a sum by park is a kept figure. */
function countedIndicators(): SeedRow[] {
  const row = (code: string, says: { zh: string; en: string; unit: string; measure: string }): SeedRow => ({
    id: code,
    unit_id: zone,
    sample: true,
    code,
    name_zh: says.zh,
    name_en: says.en,
    definition_zh: `${says.zh}，由项目台账统计。`,
    unit: says.unit,
    decimals: says.unit === '个' ? 0 : 4,
    direction: 'up',
    frequency: 'year',
    accumulation: 'period',
    rollup: 'sum',
    source: 'measure',
    measure: says.measure,
    theme: '项目投资',
    position: 900,
    key_figure: false,
  })
  return [
    row(counted.projects, {
      zh: '台账项目数',
      en: 'Projects counted',
      unit: '个',
      measure: 'project.started',
    }),
    row(counted.investment, {
      zh: '台账项目总投资',
      en: 'Investment counted',
      unit: '亿元',
      measure: 'project.started_investment',
    }),
  ]
}

/** What counting the projects gives, park by park. */
function countedFigures(projects: readonly SeedRow[]): ObservationSeed[] {
  const parks = new Map<string, { count: number; sum: Decimal }>()
  for (const { unit_id, investment } of projects) {
    const before = parks.get(unit_id) ?? { count: 0, sum: new Decimal(0) }
    parks.set(unit_id, { count: before.count + 1, sum: before.sum.plus(investment as string) })
  }
  const figure = (unit_id: string, indicator: string, value: string): ObservationSeed => ({
    unit_id,
    indicator,
    period: projectYear,
    nature: 'actual',
    value,
    qualifier: 'exact',
    origin: 'published',
    published_at: '2026-10-31T00:00:00.000Z',
    sample: true,
  })
  return [...parks].flatMap(([unit, { count, sum }]) => [
    figure(unit, counted.projects, String(count)),
    figure(unit, counted.investment, sum.toFixed()),
  ])
}

/** One form over every reported indicator, and a verified report of each park on it: ready to be published. */
function reportsToPublish(size: SampleSize): { form: SeedRow; reports: ReportSeed[] } {
  const reported = size.indicators.filter(({ formula }) => formula === undefined)
  const period = size.months.at(-1) ?? '2026-10'
  const form = {
    id: publishedForm,
    unit_id: zone,
    sample: true,
    name_zh: '全部指标月报',
    name_en: 'All indicators monthly',
    frequency: 'month',
    nature: 'actual',
    indicators: reported.map(({ code }) => code),
    due_workday: 10,
    closed: false,
  }
  const reports = size.parks.map((park) => ({
    id: `bench-${park.code}`,
    unit_id: park.code,
    sample: true,
    state: 'verified',
    title: `全部指标月报 ${period}`,
    form: publishedForm,
    period,
    due_on: null,
    lines: reported.map((indicator) => ({
      indicator: indicator.code,
      value: sampleFigure(indicator, { unit: park.code, weight: park.weight }, period as never),
    })),
  }))
  return { form, reports }
}

/** The demonstration's generator at the size of the design, with what the measures need besides. */
export async function benchWorld({ world: counts }: Size): Promise<World> {
  const [units, figures, projects] = await Promise.all(
    ['units', 'figures', 'projects'].map((name) => readFile(join(factsFolder, `${name}.csv`), 'utf8')),
  )
  const world = buildWorld(
    { units: units ?? '', figures: figures ?? '', projects: projects ?? '' },
    { size: counts },
  )
  const officer = world.posts.find((post) => post.unit_id === firstPark && post.role === 'project_officer')
  const { form, reports } = reportsToPublish(countedSize(counts))
  const started = (row: SeedRow, index: number): SeedRow =>
    row.sample ? { ...row, started_in: `${projectYear}-${String((index % 10) + 1).padStart(2, '0')}` } : row
  const own = world.projects.map(started)
  return {
    ...world,
    accounts: [
      ...world.accounts,
      { account: parkOfficer, password: demoPassword, person: officer?.person as string },
    ],
    indicators: [...world.indicators, ...countedIndicators()],
    forms: [...world.forms, form],
    reports: [...world.reports, ...reports],
    observations: [...world.observations, ...countedFigures(own.filter((row) => row.sample))],
    projects: own,
  }
}
