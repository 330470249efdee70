import { shown } from '#engine/records/problem'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import { queries, type Transaction } from '#platform/database/database'
import type { Kernel } from './kernel'
import { invalidInput, missingReference } from './refusals'
import type { StoredRow } from './rows'

type Input = Readonly<Record<string, unknown>>

interface Placing {
  readonly values: Input
  readonly input: Input
  readonly id: string
  /** The row as it was, at a change. */
  readonly before?: StoredRow
}

const noPlace = (record: RecordType, unit: string | undefined) =>
  invalidInput([
    {
      field: record.place ?? record.within ?? 'unit_id',
      code: unit === undefined ? 'required' : 'not_found',
      value: shown(unit),
      says: unit === undefined ? text('必填', 'is required') : text('没有这个单位', 'is not a unit'),
      mend: text('请选择所属单位', 'Choose the unit it belongs to.'),
    },
  ])

const otherZone = (record: RecordType, unit: string) =>
  invalidInput([
    {
      field: record.place ?? record.within ?? 'unit_id',
      code: 'not_allowed',
      value: shown(unit),
      says: text('不能移到另一个高新区', 'cannot be moved into another zone'),
      mend: text('请在该高新区新建一条', 'Create a row in that zone instead.'),
    },
  ])

function namedUnit(record: RecordType, given: Placing): string | undefined {
  const named = record.place ? given.values[record.place] : given.input.unit_id
  return typeof named === 'string' && named ? named : record.place && given.id
}

/**
 * Where a row belongs: the unit its place field or `unit_id` names, and that unit's zone, which it never leaves: the zone
 * is part of its key. The root lies in itself.
 */
export function placeOf(kernel: Kernel, record: RecordType, given: Placing): { unit: string; zone: string } {
  const unit = namedUnit(record, given)
  if (!unit) throw noPlace(record, undefined)
  const zone = kernel.places().zoneOf(unit) ?? (unit === given.id ? unit : undefined)
  if (zone === undefined) throw noPlace(record, unit)
  // A unit that moves is judged by its own rule.
  if (given.before && !record.place && given.before.zone_id !== zone) throw otherZone(record, unit)
  return { unit, zone }
}

/** The row this one is a part of, as the actor may see it: its unit is the part's. */
async function unitOfWhole(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; field: string; id: string },
): Promise<string> {
  const field = given.record.fields[given.field]
  const whole = field?.kind === 'reference' ? kernel.records.get(field.to) : undefined
  const found = whole
    ? await tx.first<{ unit_id: string }>(
        queries().selectFrom(whole.name).select('unit_id').where('id', '=', given.id) as never,
      )
    : undefined
  if (!found) throw invalidInput([missingReference(given.field, given.id)])
  return found.unit_id
}

/** The input with the unit of the row it is a part of; of other types as it is. */
export async function placedInput(
  tx: Transaction,
  kernel: Kernel,
  { record, input }: { readonly record: RecordType; readonly input: Input },
): Promise<Input> {
  const { within } = record
  if (within === undefined) return input
  const { unit_id: _chosen, ...own } = input
  const id = input[within]
  if (typeof id !== 'string' || id === '') return own
  return { ...own, unit_id: await unitOfWhole(tx, kernel, { record, field: within, id }) }
}
