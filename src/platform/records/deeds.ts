import { masked, personalOf } from '#engine/records/personal'
import type { RecordType } from '#engine/records/record'
import { storedFields } from '#engine/records/record-clock'
import { appendEvents, type Changes, type NewEvent } from '#platform/audit/events'
import type { Transaction } from '#platform/database/database'
import type { Deed } from './effects'
import type { Kernel } from './kernel'
import type { StoredRow } from './rows'
import { refusalOf } from './refusals'
import { sealedFields, sealedMark } from './sealed-fields'

type Input = Readonly<Record<string, unknown>>

/** What cannot be taken out of the ledger again must not go into it: of personal data it keeps the mask. */
function keptChange(
  record: RecordType,
  name: string,
  change: readonly [unknown, unknown],
): readonly [unknown, unknown] {
  const kind = personalOf(record.fields[name])?.kind
  return kind ? ([masked(kind, change[0]), masked(kind, change[1])] as const) : change
}

/** Fields that differ, as [before, after]; what the ledger keeps. Of sealed fields it keeps only that they changed. */
export function changesBetween(record: RecordType, before: Input | undefined, after: Input): Changes {
  const names = [
    ...storedFields(record).map(([name]) => name),
    ...(record.lifecycle ? ['state'] : []),
    'unit_id',
    'extra',
  ]
  const differs = (name: string) => {
    const [from, to] = [before?.[name] ?? null, after[name] ?? null]
    return from !== to && JSON.stringify(from) !== JSON.stringify(to)
  }
  const sealed = sealedFields(record)
  const mark = (value: unknown) => (value === null || value === undefined ? null : sealedMark)
  const kept = (name: string): readonly [unknown, unknown] => {
    const [from, to] = [before?.[name] ?? null, after[name] ?? null]
    return sealed.includes(name) ? [mark(from), mark(to)] : keptChange(record, name, [from, to])
  }
  const isEmptyExtra = (name: string) => name === 'extra' && !before && JSON.stringify(after.extra) === '{}'
  return Object.fromEntries(
    names.filter((name) => differs(name) && !isEmptyExtra(name)).map((name) => [name, kept(name)]),
  )
}

/** Runs the module's own rule before a change and lays its computed fields over the row. */
export async function withEffect(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; deed: Deed },
): Promise<StoredRow> {
  const computed = await kernel.effects.get(given.record.name)?.before?.(tx, given.deed)
  return computed ? { ...given.deed.row, ...computed } : given.deed.row
}

/** A deed as the ledger keeps it. */
export const eventOf = (record: RecordType, deed: Deed): NewEvent => ({
  zone: deed.row.zone_id,
  unit: deed.row.unit_id,
  record: record.name,
  id: deed.row.id,
  deed: deed.name,
  reason: deed.reason,
  changes:
    deed.name === 'remove'
      ? changesBetween(record, deed.row, {})
      : { ...changesBetween(record, deed.before, deed.row), ...deed.beside },
})

/**
 * Appends events of rows that are being written: both go out together. Where the rows are refused, their events fail with
 * them, and what is told is why the rows were.
 */
export async function withEvents(
  tx: Transaction,
  writing: Promise<void>,
  events: readonly NewEvent[],
): Promise<void> {
  const telling = appendEvents(tx, events)
  telling.catch(() => {})
  await writing
  await telling
}

/**
 * Completes a deed whose row is being written: its event goes out with it, neither waits for the other, and both are
 * there or neither. Then what follows from it.
 */
export async function writeDeed(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; deed: Deed; writing: Promise<void> },
): Promise<void> {
  const { record, deed } = given
  const written = given.writing.catch((error: unknown) => {
    throw refusalOf(record, deed.row, error)
  })
  await withEvents(tx, written, [eventOf(record, deed)])
  const effect = kernel.effects.get(record.name)
  await effect?.after?.(tx, deed)
  await effect?.settle?.(tx, [deed])
}
