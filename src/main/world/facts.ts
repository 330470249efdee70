import { parseCsvObjects } from 'hucre/csv'
import type { Nature } from '#engine/figures/indicator'
import { parsePeriod } from '#engine/period/period'
import type { Qualifier } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'
import { type FactIndicator, factIndicators } from './facts-indicators.data'
import type { ObservationSeed, SeedRow } from './world'

/** The texts of the published files (db/seed/facts). */
export interface FactTexts {
  readonly units: string
  readonly figures: string
  readonly projects: string
}

/** A row of figures.csv as it stands there. */
export interface PublishedFigure {
  readonly id: string
  readonly unit_code: string
  readonly subject: string
  readonly subject_en: string
  readonly period: string
  readonly value: string
  readonly unit: string
  readonly qualifier: Qualifier
  readonly nature: Nature
  readonly of_which: string
  readonly compare: string
}

type CsvRow = Readonly<Record<string, string>>

/** Rows by heading; every value stays the text it is, so that 7.70 does not become 7.7. */
export const rowsOf = (csv: string): CsvRow[] =>
  parseCsvObjects(csv, { header: true }).data.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        value === null || value === undefined ? '' : String(value as string),
      ]),
    ),
  )

export const publishedFigures = (csv: string): PublishedFigure[] =>
  rowsOf(csv) as unknown as PublishedFigure[]

/** The page was printed in March 2022, the day is not known: by the end of the month it was certainly out. */
const published = '2022-03-31T00:00:00.000Z'
/** Where the published facts come from. */
export const source = '2022年3月公开报道 · published report of March 2022'
const root = 'CN-HTZ'

export function factUnits(csv: string): SeedRow[] {
  return rowsOf(csv).map((row, index) => ({
    id: row.code ?? '',
    unit_id: row.parent || (row.code ?? ''),
    sample: false,
    code: row.code,
    name_zh: row.name_zh,
    name_en: row.name_en,
    kind: row.kind,
    parent: row.parent || null,
    position: index,
    division_code: row.division_code || null,
  }))
}

const byFact = new Map(
  factIndicators.flatMap((indicator) => indicator.facts.map((fact) => [fact, indicator] as const)),
)

/** The indicator that a published figure measures. */
export function indicatorOfFact(id: string): FactIndicator {
  const found = byFact.get(id)
  if (!found) throw new Error(`figures.csv has ${id}, which facts-indicators.data.ts does not know`)
  return found
}

function definition(indicator: FactIndicator, figures: readonly PublishedFigure[]): Text {
  const whole = figures.find((figure) => indicator.facts.includes(figure.id))?.of_which
  const parent = figures.find((figure) => figure.id === whole)
  const zh = parent ? `，其中项，总项为“${parent.subject}”` : ''
  const en = parent ? `; part of “${indicatorOfFact(parent.id).en}”` : ''
  return text(`${indicator.zhMeaning}${zh}；数值照公开报道。`, `${indicator.enMeaning}${en}; as published.`)
}

/** As many decimals as were printed, at most: a shown 350.40 would claim more than 350.4 does. */
function decimalsOf(indicator: FactIndicator, figures: readonly PublishedFigure[]): number {
  const printed = figures.filter((figure) => indicator.facts.includes(figure.id))
  return Math.max(...printed.map((figure) => (figure.value.split('.')[1] ?? '').length))
}

export function factIndicatorRows(figures: readonly PublishedFigure[]): SeedRow[] {
  const find = (id: string) => figures.find((figure) => figure.id === id)
  return factIndicators.map((indicator, index) => {
    const first = find(indicator.facts[0] ?? '')
    const says = definition(indicator, figures)
    return {
      id: indicator.code,
      unit_id: root,
      sample: false,
      code: indicator.code,
      name_zh: first?.subject,
      name_en: indicator.en,
      definition_zh: says.zh,
      definition_en: says.en,
      unit: first?.unit,
      decimals: decimalsOf(indicator, figures),
      direction: indicator.direction,
      frequency: indicator.frequency,
      accumulation: indicator.accumulation,
      rollup: 'none',
      source: 'reported',
      measure: indicator.measure ?? null,
      of_which: first?.of_which ? indicatorOfFact(first.of_which).code : null,
      theme: indicator.theme,
      position: 1000 + index,
      key_figure: indicator.key,
    }
  })
}

/** What the source leaves open is shown as open: of LZ-16 it does not say which sum the 101 % is of. */
const ambiguities: Readonly<Record<string, Text>> = {
  'LZ-16': text(
    '出处未说明 101% 是到位资金总额（54.41 亿元）还是省外到位资金（50.53 亿元）完成年度计划的比例',
    'The source does not say whether 101 % is of all funds in place (54.41 × 100 million CNY) or of those from other provinces (50.53)',
  ),
}

export function factObservations(figures: readonly PublishedFigure[]): ObservationSeed[] {
  return figures.map((figure) => {
    const period = parsePeriod(figure.period)
    if (!period.ok) throw new Error(`${figure.id}: ${period.error.message.en}`)
    const ambiguity = ambiguities[figure.id]
    const note = notes[figure.id]
    return {
      unit_id: figure.unit_code,
      indicator: indicatorOfFact(figure.id).code,
      period: period.value,
      nature: figure.nature,
      value: figure.value === '' ? null : figure.value,
      qualifier: figure.qualifier,
      origin: 'published',
      source,
      ...(note && { note }),
      ...(ambiguity && { ambiguity }),
      published_at: published,
      sample: false,
    }
  })
}

const notes: Readonly<Record<string, string>> = {
  'QD-01': '来自国家、省、市、区县四级',
  'YC-03': '位次越小越好，目标为前 100 位以内',
  'YC-04': '请进来与走出去合计',
  'LZ-01': '首次突破 300 亿元',
}

const stages: Readonly<Record<string, string>> = {
  started: '已开工',
  'clean-room under construction; filing done': '无尘车间建设中，已完成备案',
  'filing and conversion drawings done': '已完成备案和改造图纸',
  'in production': '已投产',
  'basement and main structure': '地下室及主体结构施工',
  'piling done; basement under way': '桩基完成，地下室施工中',
}

const capacities: Readonly<Record<string, string>> = {
  '3 workshops': '3 个车间',
  '30 classes': '30 个班',
  '2 lines to be added': '拟新增 2 条产线',
}

const orNull = (value: string | undefined) => (value ? value : null)

/** Nanning's six were started together; of the others the stage says where they stand. */
const stateOf = (unit: string, stage: string): string =>
  unit.startsWith('NN') ? 'started' : stage === 'in production' ? 'producing' : 'building'

/** The named projects; the six of Nanning were started together in March 2022. */
export function factProjects(csv: string): SeedRow[] {
  return rowsOf(csv).map((row, index) => {
    const unit = row.unit_code ?? ''
    return {
      id: `published-${unit}-${index + 1}`.toLowerCase(),
      unit_id: unit,
      sample: false,
      name_zh: row.name_zh,
      owner: orNull(row.owner),
      category: orNull(row.category),
      investment: orNull(row.investment_yi),
      investment_qualifier: orNull(row.investment_qualifier),
      excludes_working_capital: row.excludes_working_capital === 'yes' ? true : null,
      floor_area: orNull(row.floor_area_m2),
      floor_area_qualifier: orNull(row.floor_area_qualifier),
      land: orNull(row.land_mu),
      length: orNull(row.length_m),
      capacity: orNull(capacities[row.capacity ?? ''] ?? row.capacity),
      state: stateOf(unit, row.stage ?? ''),
      stage: orNull(stages[row.stage ?? ''] ?? row.stage),
      started_in: unit.startsWith('NN') ? '2022-03' : null,
      location: orNull(row.location),
      source,
    }
  })
}
