import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import { nextPeriod } from '#engine/period/period-steps'
import type { Role } from '#engine/records/role.data'
import { sampleFigure, type SamplePlace } from './sample-figures'
import type { SampleIndicator } from './sample-indicators.data'
import type { SampleSize } from './sample-size'
import { sampleZone } from './sample-zone.data'
import type { LineSeed, ObservationSeed, ReportSeed, SeedRow } from './world'

interface FormShape {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly themes: readonly string[]
}

const shapes: readonly FormShape[] = [
  {
    id: 'form-economy',
    zh: '经济运行月报',
    en: 'Monthly economic report',
    themes: ['产业经济', '企业培育', '人才'],
  },
  {
    id: 'form-projects',
    zh: '项目投资月报',
    en: 'Monthly report on projects and investment',
    themes: ['项目投资', '招商引资'],
  },
  {
    id: 'form-innovation',
    zh: '科技创新与绿色月报',
    en: 'Monthly report on innovation and environment',
    themes: ['科技创新', '安全环保', '营商环境'],
  },
]

/** Working days after the month's end: the tenth, as many places ask. */
const dueWorkday = 10

const isReported = (indicator: SampleIndicator) => indicator.formula === undefined

const inForm = (shape: FormShape, size: SampleSize) =>
  size.indicators.filter((indicator) => isReported(indicator) && shape.themes.includes(indicator.theme))

const targeted = (size: SampleSize) => size.indicators.filter((indicator) => indicator.target === true)

export function sampleForms(size: SampleSize): SeedRow[] {
  const row = (
    id: string,
    [zh, en]: [string, string],
    fields: Readonly<Record<string, unknown>>,
  ): SeedRow => ({
    id,
    unit_id: sampleZone.code,
    sample: true,
    name_zh: zh,
    name_en: en,
    closed: false,
    ...fields,
  })
  const monthly = shapes.map((shape) =>
    row(shape.id, [shape.zh, shape.en], {
      frequency: 'month',
      nature: 'actual',
      indicators: inForm(shape, size).map((indicator) => indicator.code),
      due_workday: dueWorkday,
    }),
  )
  const targets = row('form-targets', ['年度目标', 'Targets of the year'], {
    frequency: 'year',
    nature: 'target',
    indicators: targeted(size).map((indicator) => indicator.code),
    due_workday: 20,
  })
  return [...monthly, targets]
}

type ReportState = 'draft' | 'returned' | 'submitted' | 'verified' | 'published'

/** Where the reports of the last two months stand: every desk has something to do. */
function stateOf(size: SampleSize, at: { park: number; form: number; period: PeriodId }): ReportState {
  const last = size.months.at(-1) ?? at.period
  const beforeLast = size.months.at(-2)
  if (at.period > last) return 'draft'
  if (at.period === last) return lastMonthState(size.parks.length, at)
  const isStray = at.period === beforeLast && at.park === size.parks.length - 1
  return isStray && at.form > 0 ? (at.form === 1 ? 'returned' : 'draft') : 'published'
}

function lastMonthState(parks: number, { park, form }: { park: number; form: number }): ReportState {
  if (park === 0) return (['draft', 'returned', 'submitted'] as const)[form] ?? 'draft'
  if (park === parks - 1) return 'draft'
  if (park === 1) return 'submitted'
  return park === 2 ? 'verified' : 'published'
}

export interface Desk {
  /** The person who holds the role at the unit. */
  readonly holder: (unit: string, role: Role) => string | undefined
  readonly calendar: WorkCalendar
}

interface Making {
  readonly size: SampleSize
  readonly desk: Desk
  readonly shape: FormShape
  readonly form: number
  readonly park: number
  readonly period: PeriodId
}

const hour = (day: string | null, time: string) => (day === null ? null : `${day}T${time}:00.000Z`)

const reached = (state: ReportState, step: 'submitted' | 'verified' | 'published') =>
  ['submitted', 'verified', 'published'].indexOf(state) >=
  ['submitted', 'verified', 'published'].indexOf(step)

function reportRow(making: Making): ReportSeed {
  const { size, desk, shape, period } = making
  const unit = size.parks[making.park]?.code ?? ''
  const due = desk.calendar.addWorkdays(lastDay(period), dueWorkday)
  const day = due.ok ? due.value : null
  const state = stateOf(size, making)
  const statistician = desk.holder(unit, 'statistician') ?? null
  const economist = desk.holder(sampleZone.code, 'economist') ?? null
  return {
    id: `report-${unit}-${shape.id.slice(5)}-${period}`.toLowerCase(),
    unit_id: unit,
    sample: true,
    state,
    title: `${shape.zh} ${period}`,
    form: shape.id,
    period,
    due_on: day,
    submitted_at: reached(state, 'submitted') || state === 'returned' ? hour(day, '02:10') : null,
    submitted_by: reached(state, 'submitted') || state === 'returned' ? statistician : null,
    verified_at: reached(state, 'verified') ? hour(day, '06:40') : null,
    verified_by: reached(state, 'verified') ? economist : null,
    published_at: reached(state, 'published') ? hour(day, '08:00') : null,
    published_by: reached(state, 'published') ? economist : null,
    note: state === 'returned' ? '固定资产投资与上月口径不一致，请核对后重报' : null,
    ...(state !== 'published' &&
      period <= (size.months.at(-1) ?? period) && { lines: linesOf(making, state) }),
  }
}

const placeOf = (making: Making): SamplePlace => {
  const park = making.size.parks[making.park]
  return { unit: park?.code ?? '', weight: park?.weight ?? 1 }
}

const figureAt = (making: Making, indicator: SampleIndicator) =>
  sampleFigure(indicator, placeOf(making), {
    month: making.size.months.indexOf(making.period),
    period: making.period,
  })

/** A draft is half filled: the rest is what the statistician is about to do. */
function linesOf(making: Making, state: ReportState): LineSeed[] {
  const indicators = inForm(making.shape, making.size)
  const filled = state === 'draft' ? indicators.slice(0, Math.ceil(indicators.length / 2)) : indicators
  return filled.map((indicator) => ({ indicator: indicator.code, value: figureAt(making, indicator) }))
}

function observationsOf(making: Making, report: ReportSeed): ObservationSeed[] {
  if (report.state !== 'published') return []
  return inForm(making.shape, making.size).map((indicator) => ({
    unit_id: report.unit_id,
    indicator: indicator.code,
    period: making.period,
    nature: 'actual' as const,
    value: figureAt(making, indicator),
    qualifier: 'exact' as const,
    origin: 'reported' as const,
    report: report.id,
    reported_by: report.submitted_by as string,
    reported_at: report.submitted_at as string,
    verified_by: report.verified_by as string,
    verified_at: report.verified_at as string,
    published_by: report.published_by as string,
    published_at: report.published_at as string,
    sample: true,
  }))
}

/** Every report of every park and month, with what was published of it; the month after the last is already open. */
export function sampleReports(
  size: SampleSize,
  desk: Desk,
): { reports: ReportSeed[]; observations: ObservationSeed[] } {
  const last = size.months.at(-1)
  const open = last ? [nextPeriod(last)] : []
  const makings = [...size.months, ...open].flatMap((period) =>
    size.parks.flatMap((_, park) =>
      shapes
        .filter((_shape, form) => form === 0 || !open.includes(period))
        .map((shape): Making => ({ size, desk, shape, form: shapes.indexOf(shape), park, period })),
    ),
  )
  const made = makings.map((making) => ({ making, report: reportRow(making) }))
  return {
    reports: made.map(({ report }) => report),
    observations: made.flatMap(({ making, report }) => observationsOf(making, report)),
  }
}
