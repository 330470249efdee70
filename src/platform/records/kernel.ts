import type { RecordType } from '#engine/records/record'
import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { ExtraFields } from '#engine/records/check-input'
import type { Text } from '#engine/result/result'
import type { Database, Transaction } from '#platform/database/database'
import type { Bus } from '#platform/audit/bus'
import type { Effects } from './effects'

/** Where units lie: which zone (tenant) a unit is in, and which units are below it. Filled by the organisation. */
export interface Places {
  zoneOf(unit: string): string | undefined
  /** The unit and everything below it. */
  within(unit: string): readonly string[]
  /** The unit and everything above it, nearest first. */
  above(unit: string): readonly string[]
  /** What an open unit is called; undefined for one that has been closed. */
  nameOf(unit: string): Text | undefined
}

/** The zones in which these units lie: what a statement is limited to, so that it goes to one zone's data alone. */
export const zonesOf = (places: Places, units: readonly string[]): string[] => [
  ...new Set(units.flatMap((unit) => places.zoneOf(unit) ?? [])),
]

/** What is kept for a unit itself, or for the nearest unit above it for which something is. */
export const nearestAbove = <T>(
  places: Places,
  unit: string,
  kept: ReadonlyMap<string, T>,
): T | undefined => {
  const holder = places.above(unit).find((code) => kept.has(code))
  return holder === undefined ? undefined : kept.get(holder)
}

/** What every record route needs; put together once, in main. */
export interface Kernel {
  readonly database: Database
  readonly records: ReadonlyMap<string, RecordType>
  readonly bus: Bus
  readonly effects: Effects
  places(): Places
  /** Fields that zones have added to a record type without code. */
  extraFields(record: RecordType, tx: Transaction): Promise<ExtraFields>
  /** The working calendar by which limits are counted. */
  calendar(tx: Transaction): Promise<WorkCalendar>
}

/** A record type by name; a stray name is a programming mistake, not a user's. */
export function recordNamed(kernel: Kernel, name: string): RecordType {
  const record = kernel.records.get(name)
  if (!record) throw new Error(`No record type is called ${name}`)
  return record
}
