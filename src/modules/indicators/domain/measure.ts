import { isPeriodId, type PeriodId } from '#engine/period/period'
import { firstDay } from '#engine/period/period-extent'
import type { Measure } from '#engine/records/record'

/** A named measure of a record type, written `project.started` in an indicator. */
export interface MeasureName {
  readonly record: string
  readonly measure: string
}

/** `project.started` → its parts; undefined for anything else. */
export function parseMeasure(written: string): MeasureName | undefined {
  const match = /^([a-z][a-z0-9_]*)\.([a-z][a-z0-9_]*)$/.exec(written.trim())
  return match?.[1] && match[2] ? { record: match[1], measure: match[2] } : undefined
}

/** A date or period as the period of the indicator's frequency: 2026-03-15 is of 2026-03, and of 2026. */
export function periodOf(value: unknown, frequency: string): PeriodId | undefined {
  if (typeof value !== 'string') return undefined
  const cut = frequency === 'year' ? value.slice(0, 4) : frequency === 'month' ? value.slice(0, 7) : value
  const length = { year: 4, month: 7 }[frequency]
  return isPeriodId(cut) && (length === undefined || cut.length === length) ? cut : undefined
}

/** Whether the measure can tell of a period on a day: what happens in one that has not begun is not known. */
export const canTell = ({ happened }: Measure, period: PeriodId, on: string): boolean =>
  happened !== true || firstDay(period) <= on
