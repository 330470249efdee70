import type { LampFacts, LampReading } from '#engine/lamps/lamp-facts'
import type { LampMeasure } from '#engine/lamps/lamp-table'
import { readDaysLate, readMonthsRunning, readMonthsSince } from '#engine/lamps/read-dates'
import { readPaceRatio, readPaidRatio, readPointsBehind } from '#engine/lamps/read-progress'

const READ: Readonly<Record<LampMeasure, (facts: LampFacts) => LampReading>> = {
  points_behind: readPointsBehind,
  pace_ratio: readPaceRatio,
  paid_ratio: readPaidRatio,
  days_late: readDaysLate,
  months_running: readMonthsRunning,
  months_since: readMonthsSince,
}

/** What a measure says of a project: a value, that nothing is left to judge, or why nobody can tell. */
export const readMeasure = (measure: LampMeasure, facts: LampFacts): LampReading => READ[measure](facts)
