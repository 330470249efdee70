import { chinaCalendar, chinaCalendarRows } from '#engine/calendar/china-calendar'
import { yearOfPeriod, type PeriodId } from '#engine/period/period'
import { monthsOf } from '#engine/period/period-extent'
import { decimal } from '#engine/quantity/decimal'
import type { Role } from '#engine/records/role.data'
import {
  type FactTexts,
  factIndicatorRows,
  factObservations,
  factProjects,
  factUnits,
  publishedFigures,
} from './facts'
import { sampleFigure, sampleTarget } from './sample-figures'
import type { SampleIndicator } from './sample-indicators.data'
import { samplePeople, sampleOrganRows } from './sample-people'
import { sampleForms, sampleReports } from './sample-reports'
import { sampleRules } from './sample-rules.data'
import { type SampleSize, sampleSize } from './sample-size'
import { sampleProjectNames, sampleZone } from './sample-zone.data'
import type { ObservationSeed, SeedRow, World } from './world'

const root = 'CN-HTZ'

function sampleUnits(size: SampleSize): SeedRow[] {
  const unit = (
    code: string,
    [zh, en]: [string, string],
    fields: { kind: string; parent: string; position: number },
  ): SeedRow => ({
    id: code,
    unit_id: fields.parent,
    sample: true,
    code,
    name_zh: zh,
    name_en: en,
    ...fields,
  })
  const parks = size.parks.map((park, index) =>
    unit(park.code, [park.zh, park.en], { kind: 'park', parent: sampleZone.code, position: 900 + index }),
  )
  return [
    unit(sampleZone.code, [sampleZone.zh, sampleZone.en], { kind: 'zone', parent: root, position: 899 }),
    ...parks,
  ]
}

function rollupFields({ rollup }: SampleIndicator): Readonly<Record<string, unknown>> {
  if (rollup === 'sum' || rollup === 'none') return { rollup }
  if ('by' in rollup) return { rollup: 'weighted_mean', weight: rollup.by }
  return { rollup: 'ratio_of_sums', numerator: rollup.over[0], denominator: rollup.over[1] }
}

function sampleIndicatorRows(size: SampleSize): SeedRow[] {
  return size.indicators.map((indicator, index) => ({
    id: indicator.code,
    unit_id: root,
    sample: true,
    code: indicator.code,
    name_zh: indicator.zh,
    name_en: indicator.en,
    definition_zh: indicator.formula
      ? `按公式计算：${indicator.formula}。`
      : `${indicator.zh}，由园区按月填报的${indicator.accumulation === 'stock' ? '期末数' : '当月数'}。`,
    definition_en: indicator.formula
      ? `Worked out as ${indicator.formula}.`
      : `${indicator.en}: ${indicator.accumulation === 'stock' ? 'at the month’s end' : 'of the month'}, reported by each park.`,
    unit: indicator.unit,
    decimals: indicator.decimals,
    direction: indicator.direction,
    frequency: 'month',
    accumulation: indicator.accumulation,
    ...rollupFields(indicator),
    source: indicator.formula ? 'formula' : 'reported',
    formula: indicator.formula ?? null,
    theme: indicator.theme,
    position: index,
    key_figure: indicator.key ?? false,
  }))
}

/** Targets of the two last years for every park; the zone's are their sum. */
function sampleTargets(size: SampleSize, published: string): ObservationSeed[] {
  const last = yearOfPeriod(size.months.at(-1) ?? ('2026-10' as PeriodId))
  const first = size.months[0] ?? ('2026-01' as PeriodId)
  const offset = (year: number) => (year - yearOfPeriod(first)) * 12 - (Number(first.slice(5)) - 1)
  return [last - 1, last].flatMap((year) =>
    size.indicators
      .filter((indicator) => indicator.target === true)
      .flatMap((indicator) =>
        size.parks.map((park): ObservationSeed => ({
          unit_id: park.code,
          indicator: indicator.code,
          period: String(year),
          nature: 'target',
          value: sampleTarget(
            indicator,
            { unit: park.code, weight: park.weight },
            { first: offset(year), months: monthsOf(String(year) as PeriodId) },
          ),
          qualifier: 'exact',
          origin: 'reported',
          source: '年度目标（示范）',
          published_at: published,
          sample: true,
        })),
      ),
  )
}

/** The zone's own tax figure of one month is not the sum of its parks: such things happen, and must be seen. */
function zoneOwnFigure(size: SampleSize, published: string): ObservationSeed[] {
  const tax = size.indicators.find((indicator) => indicator.code === 'tax')
  const period = size.months.at(-3)
  if (!tax || !period) return []
  const month = size.months.indexOf(period)
  const sum = size.parks
    .map((park) => decimal(sampleFigure(tax, { unit: park.code, weight: park.weight }, { month, period })))
    .reduce((a, b) => a.plus(b))
  return [
    {
      unit_id: sampleZone.code,
      indicator: tax.code,
      period,
      nature: 'actual',
      value: sum.plus('0.35').toFixed(),
      qualifier: 'exact',
      origin: 'reported',
      source: '财政金融局月度快报（示范）',
      note: '含区本级入库，未分配到园区',
      published_at: published,
      sample: true,
    },
  ]
}

function sampleProjects(size: SampleSize): SeedRow[] {
  return size.parks.flatMap((park, place) =>
    Array.from({ length: 4 }, (_, index): SeedRow => {
      const shape = sampleProjectNames[(place * 4 + index) % sampleProjectNames.length] ?? {
        zh: '示范项目',
        category: 'manufacturing',
      }
      const investment = decimal(((place * 7 + index * 13) % 60) + 1)
        .div(4)
        .toFixed()
      return {
        id: `sample-${park.code}-${index + 1}`.toLowerCase(),
        unit_id: park.code,
        sample: true,
        name_zh: `${park.zh}${shape.zh}`,
        owner: `示范${park.zh.replace('园', '')}发展有限公司`,
        category: shape.category,
        investment,
        investment_qualifier: 'exact',
        stage: ['前期手续办理中', '主体结构施工', '设备安装调试', '已投产'][(place + index) % 4],
        started_in: `2026-0${((place + index) % 9) + 1}`,
        location: `${park.zh}示范路 ${place * 10 + index + 1} 号`,
        source: '示范数据',
      }
    }),
  )
}

const calendarDays = (): SeedRow[] =>
  chinaCalendarRows().map((row) => ({
    id: row.date,
    unit_id: root,
    sample: false,
    date: row.date,
    kind: row.kind,
    name_zh: row.name,
  }))

/** The demonstration world: the published facts, and a sample zone beside them. The same twice, on every machine. */
export function buildWorld(facts: FactTexts, given: { readonly size: 'small' | 'full' }): World {
  const size = sampleSize(given.size)
  const figures = publishedFigures(facts.figures)
  const { people, posts, accounts } = samplePeople(size.parks.map((park) => park.code))
  const holder = (unit: string, role: Role) =>
    posts.find((post) => post.unit_id === unit && post.role === role)?.person as string | undefined
  const { reports, observations } = sampleReports(size, { holder, calendar: chinaCalendar() })
  const codes = new Set(size.indicators.map((indicator) => indicator.code))
  const targetDay = `${yearOfPeriod(size.months.at(-1) ?? ('2026-10' as PeriodId)) - 1}-01-20T02:00:00.000Z`
  return {
    units: [...factUnits(facts.units), ...sampleUnits(size)],
    organs: sampleOrganRows(),
    people,
    posts,
    accounts,
    calendarDays: calendarDays(),
    indicators: [...sampleIndicatorRows(size), ...factIndicatorRows(figures)],
    forms: sampleForms(size),
    rules: sampleRules.filter(
      (rule) =>
        codes.has(rule.indicator as string) && (!rule.left_side || codes.has(rule.left_side as string)),
    ),
    reports,
    observations: [
      ...factObservations(figures),
      ...observations,
      ...sampleTargets(size, targetDay),
      ...zoneOwnFigure(size, `${size.months.at(-2) ?? '2026-09'}-20T02:00:00.000Z`),
    ],
    projects: [...factProjects(facts.projects), ...sampleProjects(size)],
  }
}
