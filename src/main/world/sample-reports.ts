import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { PeriodId } from '#engine/period/period'
import { nextPeriod } from '#engine/period/period-steps'
import { decimal } from '#engine/quantity/decimal'
import type { Role } from '#engine/records/role.data'
import { randomStream, seedOf } from './random'
import { sampleFigure } from './sample-figures'
import { inForm, type MonthlyForm, monthlyForms } from './sample-forms'
import type { SampleIndicator } from './sample-indicators.data'
import { sampleRules } from './sample-rules.data'
import type { SampleSize } from './sample-size'
import {
  reportState,
  reportTimeline,
  type ReportPlace,
  type ReportState,
  type Timeline,
} from './sample-timeline'
import { type SamplePark, sampleZone } from './sample-zone.data'
import type { LineSeed, ObservationSeed, ReportSeed } from './world'

/** Who does the work, and the calendar they work by. */
export interface Desk {
  /** The person who holds the role at the unit. */
  readonly holder: (unit: string, role: Role) => string | undefined
  readonly calendar: WorkCalendar
}

interface Making extends ReportPlace {
  readonly size: SampleSize
  readonly desk: Desk
  readonly shape: MonthlyForm
  readonly at: SamplePark
  readonly state: ReportState
}

const returnedNote = '固定资产投资疑似多写了一位，请核对单位（亿元）后重报'

/** When a report was last moved on, and by whom: whoever handed it in, or whoever looked at it then. */
function lastChange(times: Timeline, { of, by }: { of: string | undefined; by: string | undefined }) {
  const looked = times.published ?? times.verified ?? times.returned
  if (looked !== null) return { updated_at: looked, updated_by: by }
  return times.submitted === null ? {} : { updated_at: times.submitted, updated_by: of }
}

function reportRow(making: Making): ReportSeed {
  const { at, desk, shape, period, state } = making
  const times = reportTimeline(desk.calendar, { unit: at.code, place: making, state })
  const by = (moment: string | null, holder: string | undefined) =>
    moment === null ? null : (holder ?? null)
  const economist = desk.holder(sampleZone.code, 'economist')
  return {
    id: `report-${at.code}-${shape.id.slice(5)}-${period}`.toLowerCase(),
    unit_id: at.code,
    sample: true,
    state,
    title: `${shape.zh} ${period}`,
    form: shape.id,
    period,
    due_on: times.due,
    submitted_at: times.submitted,
    submitted_by: by(times.submitted, desk.holder(at.code, 'statistician')),
    verified_at: times.verified,
    verified_by: by(times.verified, economist),
    published_at: times.published,
    published_by: by(times.published, economist),
    note: state === 'returned' ? returnedNote : null,
    ...(times.opened !== null && { created_at: times.opened }),
    ...lastChange(times, { of: desk.holder(at.code, 'statistician'), by: economist }),
    ...(state !== 'published' && { lines: linesOf(making) }),
  }
}

const mustBeKnown = new Set(
  sampleRules
    .filter((rule) => rule.kind === 'required' || rule.partOf)
    .flatMap((rule) => [rule.indicator, rule.partOf]),
)

/** About one figure in four hundred was not known when the month was published: unknown, never zero. */
const isMissing = (indicator: SampleIndicator, { at, period }: Making): boolean =>
  !mustBeKnown.has(indicator.code) &&
  randomStream(seedOf('missing', indicator.code, at.code, period))() < 0.0025

const valueOf = (indicator: SampleIndicator, { at, period }: Making): string =>
  sampleFigure(indicator, { unit: at.code, weight: at.weight }, period)

/** A returned report still holds the slip that it was returned for: the point one place too far right. */
function lineOf(making: Making, indicator: SampleIndicator): LineSeed {
  const value = valueOf(indicator, making)
  const isSlip = making.state === 'returned' && indicator.code === 'fixed_investment'
  const isExplained = making.state === 'submitted' && indicator.code === 'fixed_investment'
  return {
    indicator: indicator.code,
    value: isSlip ? decimal(value).times(10).toFixed() : value,
    ...(isExplained && { explanation: '本月集中开工项目入账，投资额高于往月' }),
  }
}

/** A draft is half filled: the rest is what the statistician is about to do. The month just begun is empty. */
function linesOf(making: Making): LineSeed[] {
  const { size, shape, period, state } = making
  const indicators = period > (size.months.at(-1) ?? period) ? [] : inForm(shape, size)
  const filled = state === 'draft' ? indicators.slice(0, Math.ceil(indicators.length / 2)) : indicators
  return filled.map((indicator) => lineOf(making, indicator))
}

/** The stamps that a published figure carries from its report. */
const stamps = (report: ReportSeed) => ({
  origin: 'reported' as const,
  report: report.id,
  reported_by: report.submitted_by as string,
  reported_at: report.submitted_at as string,
  verified_by: report.verified_by as string,
  verified_at: report.verified_at as string,
  published_by: report.published_by as string,
  published_at: report.published_at as string,
  sample: true,
})

function observationsOf(making: Making, report: ReportSeed): ObservationSeed[] {
  if (report.state !== 'published') return []
  return inForm(making.shape, making.size).map((indicator) => {
    const isGap = isMissing(indicator, making)
    return {
      unit_id: report.unit_id,
      indicator: indicator.code,
      period: making.period,
      nature: 'actual',
      value: isGap ? null : valueOf(indicator, making),
      qualifier: 'exact',
      ...(isGap && { note: '企业未报送，待补' }),
      ...stamps(report),
    }
  })
}

function makingsOf(size: SampleSize, desk: Desk, period: PeriodId): Making[] {
  const isOpen = period > (size.months.at(-1) ?? period)
  const forms = isOpen ? monthlyForms.slice(0, 1) : monthlyForms
  return size.parks.flatMap((at, park) =>
    forms.map((shape, form) => {
      const place = { park, form, period }
      return { size, desk, shape, at, ...place, state: reportState(size, place) }
    }),
  )
}

export interface Reported {
  readonly reports: readonly ReportSeed[]
  readonly observations: readonly ObservationSeed[]
}

/** Every monthly report of every park, with what was published of it; the month after the last is already open. */
export function sampleReports(size: SampleSize, desk: Desk): Reported {
  const last = size.months.at(-1)
  const periods = last ? [...size.months, nextPeriod(last)] : []
  const made = periods
    .flatMap((period) => makingsOf(size, desk, period))
    .map((making) => ({ making, report: reportRow(making) }))
  return {
    reports: made.map(({ report }) => report),
    observations: made.flatMap(({ making, report }) => observationsOf(making, report)),
  }
}
