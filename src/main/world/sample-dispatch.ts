import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { PlainDate } from '#engine/period/plain-date'
import type { PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import { yearToDate } from '#engine/period/period-steps'
import { exactSum } from '#engine/quantity/exact-sum'
import { sampleNext } from './sample-blockers.data'
import { sampleZone } from './sample-zone.data'
import type { SeedRow } from './world'

export interface DispatchGround {
  readonly calendar: WorkCalendar
  /** The month being reported. */
  readonly last: PeriodId
  /** Who holds a role over a unit. */
  readonly holder: (unit: string, role: 'leader' | 'economist' | 'project_officer') => string | undefined
}

/** Reports are due this many working days after the month's end, and the month is closed so many days later. */
const dueAfter = 5
const closedAfter = 8

/** A day so many working days after (before, when negative) another. */
export function workday(calendar: WorkCalendar, from: PlainDate, days: number): PlainDate {
  const found = calendar.addWorkdays(from, days)
  if (!found.ok) throw new Error(found.error.message.en)
  return found.value
}

export const atHour = (day: string, hour: number) => `${day}T${String(hour).padStart(2, '0')}:30:00.000Z`

/** A report as it stood at a moment: what was corrected later had not been yet. */
export function beforeCorrection(row: SeedRow, at: string): SeedRow {
  if (typeof row.correction_at !== 'string' || row.correction_at <= at) return row
  return {
    ...row,
    invested: row.invested_before,
    correction_open: null,
    correction_by: null,
    correction_at: null,
    correction_reason: null,
    invested_before: null,
  }
}

/** The zone's months since January: all closed but the last, which is being reported. */
export function sampleDispatches(months: readonly SeedRow[], ground: DispatchGround): SeedRow[] {
  const { calendar, last, holder } = ground
  const closedBy = holder(sampleZone.code, 'economist') ?? 'system'
  return yearToDate(last).map((month): SeedRow => {
    const closed_at = atHour(workday(calendar, lastDay(month), closedAfter), 8)
    const accepted = months
      .filter((row) => row.month === month && row.state === 'accepted')
      .map((row) => beforeCorrection(row, closed_at))
    const isClosed = month !== last
    return {
      id: `sample-dispatch-${month}`,
      unit_id: sampleZone.code,
      sample: true,
      state: isClosed ? 'closed' : 'open',
      month,
      due_on: workday(calendar, lastDay(month), dueAfter),
      note: isClosed ? null : '请附现场照片；需协调事项写明责任单位。',
      ...(isClosed && {
        closed_at,
        closed_by: closedBy,
        closed_reported: accepted.length,
        closed_invested: exactSum(accepted.map(({ invested }) => String(invested))),
      }),
    }
  })
}

/** How far the reports of the month have come, in turn; `undefined`: not begun. */
const newest = [
  'accepted',
  'submitted',
  'accepted',
  undefined,
  'returned',
  'accepted',
  'draft',
  'submitted',
] as const

function lastReport(row: SeedRow, index: number): SeedRow[] {
  const state = newest[index % newest.length]
  return state === undefined ? [] : [{ ...row, state, ...sampleNext[index % sampleNext.length] }]
}

/** One report of the month before was corrected after the month was closed: with leave, and it says so. */
function corrected(row: SeedRow, { calendar, last, holder }: DispatchGround): SeedRow {
  const allowedBy = holder(sampleZone.code, 'leader') ?? 'system'
  const reason = '监理核减重复计量的基坑支护'
  const at = atHour(workday(calendar, lastDay(last), 2), 2)
  return {
    ...row,
    correction_open: false,
    correction_by: allowedBy,
    correction_at: at,
    correction_reason: reason,
    invested_before: exactSum([String(row.invested), '0.02']),
  }
}

/** The months as a dispatch finds them: the last in every state, one earlier report corrected. */
export function dispatchedMonths(months: readonly SeedRow[], ground: DispatchGround): SeedRow[] {
  const { last } = ground
  const before = yearToDate(last).at(-2)
  const newOnes = months.filter(({ month }) => month === last)
  const firstBefore = months.find(({ month, invested }) => month === before && Number(invested) > 0.1)
  return [
    ...months
      .filter(({ month }) => month !== last)
      .map((row) => (row === firstBefore ? corrected(row, ground) : row)),
    ...newOnes.flatMap((row, index) => lastReport(row, index)),
  ]
}

/** The list with its coming and going: some came in summer, one in the last month, and one left it. */
export function dispatchedYears(years: readonly SeedRow[], last: PeriodId): SeedRow[] {
  const current = years.filter(({ year }) => year === last.slice(0, 4))
  const [came, left] = [current[4], current.at(-2)]
  const inSummer = new Set(current.filter((_, index) => index % 9 === 5))
  return years.map((row) => ({
    ...row,
    listed_on: row === came ? `${last}-12` : `${String(row.year)}-${inSummer.has(row) ? '07-01' : '01-08'}`,
    ...(row === left && {
      left_on: `${last}-20`,
      left_reason: '投资方调整布局，转入储备',
      counted: false,
    }),
  }))
}
