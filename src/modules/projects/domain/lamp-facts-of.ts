import type { Happened, LampFacts, NodeFact } from '#engine/lamps/lamp-facts'
import type { LampSnapshot } from '#engine/lamps/months'
import { period, type PeriodId } from '#engine/period/period'
import { lastDay, timeProgress } from '#engine/period/period-extent'
import { previousPeriod } from '#engine/period/period-steps'
import type { PlainDate } from '#engine/period/plain-date'
import { decimal, type ExactDecimal, times } from '#engine/quantity/decimal'
import { quantity, type Quantity } from '#engine/quantity/quantity'

/** What the rows of a project say of a month: its own row, its place on the year's list, and the accepted months added up. */
export interface LampGround {
  readonly id: string
  readonly state: string
  readonly planned_start: string | null
  readonly started_on: string | null
  readonly started_in: string | null
  readonly entered_on: string | null
  /** On the list of the year: then an empty day of entry means that it has not come. */
  readonly is_listed: boolean
  readonly annual_plan: string | null
  /** A month, quarter or half-year of the year's list. */
  readonly year_start: string | null
  readonly funds_plan: string | null
  /** Accepted months of the year added up; null when there are none, or one of them does not say. */
  readonly invested: string | null
  readonly funds: string | null
}

/** The day and month that are judged. */
export interface LampReadingOf {
  readonly month: PeriodId
  readonly on: PlainDate
}

/**
 * Up to which month money can be told: the month judged once it is over, else the one before, since nobody reports a
 * month that is still running. In January there is none before: then it is January itself.
 */
export function toldUntil({ month, on }: LampReadingOf): PeriodId {
  const before = previousPeriod(month)
  return lastDay(month) > on && before.slice(0, 4) === month.slice(0, 4) ? before : month
}

const notStarted = ['reserve', 'signed', 'preliminary']

function startOf({ started_on, started_in, state }: LampGround): Happened | undefined {
  const told = started_on ?? started_in
  if (told !== null) return told as Happened
  return notStarted.includes(state) ? null : undefined
}

/** Off the year's list nobody follows the entry: an empty day says nothing then, but that there is no start. */
function entryOf(ground: LampGround): Happened | undefined {
  if (ground.entered_on !== null) return ground.entered_on as PlainDate
  return ground.is_listed || startOf(ground) === null ? null : undefined
}

/** The year's list says by when a start is due: by the end of its month; else the project's own planned day. */
function plannedOf({ year_start, planned_start }: LampGround): PlainDate | undefined {
  if (year_start !== null) return lastDay(period(year_start))
  return planned_start === null ? undefined : (planned_start as PlainDate)
}

const amount = (value: string | null): Quantity | undefined => (value === null ? undefined : quantity(value))

const shares = new Map<PeriodId, ExactDecimal>()

/** The share of the year that is gone; the same for every project of a month. */
function shareOf(month: PeriodId): ExactDecimal {
  const share = shares.get(month) ?? decimal(timeProgress(month))
  shares.set(month, share)
  return share
}

/** Funds planned for the year fall due evenly, a twelfth a month. */
function dueBy(month: PeriodId, planned: string | null): Quantity | undefined {
  if (planned === null) return undefined
  return quantity(times(decimal(planned), shareOf(month)))
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

/** Without what is undefined: for lamps, absent is unknown. */
const known = <T extends object>(parts: T): Defined<T> =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Defined<T>

/**
 * The facts that lamps are read from. What no row says stays unknown. Paid is the funds in place of the accepted months
 * of the year; to be paid is the year's funds plan × months ÷ 12.
 */
export function lampFactsOf(
  ground: LampGround,
  reading: LampReadingOf,
  more: { readonly nodes?: readonly NodeFact[]; readonly snapshots?: readonly LampSnapshot[] } = {},
): LampFacts {
  const until = toldUntil(reading)
  return {
    id: ground.id,
    on: reading.on,
    month: reading.month,
    toldUntil: until,
    ...known({
      completed: amount(ground.invested),
      annualPlan: amount(ground.annual_plan),
      plannedStart: plannedOf(ground),
      started: startOf(ground),
      entered: entryOf(ground),
      paid: amount(ground.funds),
      toBePaid: dueBy(until, ground.funds_plan),
      nodes: more.nodes,
      snapshots: more.snapshots,
    }),
  }
}
