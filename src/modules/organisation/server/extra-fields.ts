import { grouped } from '#engine/result/grouped'
import type { ExtraFields } from '#engine/records/check-input'
import { type ExtraFieldRow, extraFieldOf } from '#engine/records/extra-field-of'
import type { Field } from '#engine/records/field'
import { shown } from '#engine/records/problem'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import { type Bus, keptUntilChanged } from '#platform/audit/bus'
import { type AnyActor, queries, type Transaction } from '#platform/database/database'
import type { Deed, Effect } from '#platform/records/effects'
import type { Kernel, Places } from '#platform/records/kernel'
import { invalidInput } from '#platform/records/refusals'
import { fieldClashes, leftBehind } from './extra-field-clashes'

interface Added {
  /** Where it was added: it belongs to the rows there and below. */
  readonly unit: string
  readonly name: string
  readonly field: Field
}

function addedBy(row: ExtraFieldRow): Added[] {
  const field = extraFieldOf(row)
  return field ? [{ unit: row.unit_id as string, name: row.name as string, field }] : []
}

/** Of what was added, what is the actor's business: in their units, above them or below. Asked for with every row. */
function concerning(actor: AnyActor, added: readonly Added[], places: Places): readonly Added[] {
  if ('kernel' in actor || added.length === 0) return added
  const units = [...new Set(Object.values(actor.reach).flatMap((reached) => reached ?? []))]
  const above = new Set(units.flatMap((own) => places.above(own)))
  return added.filter(({ unit }) => above.has(unit) || units.some((own) => places.above(unit).includes(own)))
}

/** Fields added without code, by record type; read once and again when one changes. One zone's are not asked of another. */
export function openExtraFields(
  bus: Bus,
  places: () => Places,
): (record: RecordType, tx: Transaction) => Promise<ExtraFields> {
  const kept = keptUntilChanged(bus, ['extra_field'], async (tx) => {
    const rows = (await tx.all(
      queries().selectFrom('extra_field').selectAll().orderBy('created_at'),
    )) as (ExtraFieldRow & { readonly record: string })[]
    const byRecord = grouped(rows, (row) => row.record)
    return new Map([...byRecord].map(([name, own]) => [name, own.flatMap(addedBy)]))
  })
  return async (record, tx) => {
    const added = (await kept(tx)).get(record.name) ?? []
    const own = concerning(tx.actor, added, places())
    return Object.fromEntries(own.map(({ name, field }) => [name, field]))
  }
}

const named = (record: RecordType) => [record.name, record.label.zh, record.label.en.toLowerCase()]

const unknownRecord = (given: string, records: readonly RecordType[]) =>
  invalidInput([
    {
      field: 'record',
      code: 'not_found',
      value: shown(given),
      says: text('没有这种记录', 'is no record type'),
      mend: text(
        `请填写：${records.map(({ label }) => label.zh).join('、')}`,
        `Write one of: ${records.map(({ label }) => label.en).join(', ')}.`,
      ),
    },
  ])

/** Fields of the record that rows have beside this one: added above its unit or below, not in another zone. */
async function besideIt(tx: Transaction, kernel: Kernel, deed: Deed & { record: RecordType }) {
  const { row, record } = deed
  const rows = (await tx.asKernel.all(
    queries()
      .selectFrom('extra_field')
      .selectAll()
      .where('record', '=', record.name)
      .where('id', '<>', row.id),
  )) as ExtraFieldRow[]
  const above = (unit: string) => kernel.places().above(unit)
  const added = rows
    .flatMap(addedBy)
    .filter(({ unit }) => above(row.unit_id).includes(unit) || above(unit).includes(row.unit_id))
  return Object.fromEntries(added.map(({ name, field }) => [name, field]))
}

async function assertFits(
  tx: Transaction,
  kernel: Kernel,
  deed: Deed & { record: RecordType },
): Promise<void> {
  const { row, record } = deed
  const field = extraFieldOf(row)
  const name = typeof row.name === 'string' ? row.name : ''
  if (!field) return
  const clashes = fieldClashes(record, { name, field }, await besideIt(tx, kernel, deed))
  const left = deed.name === 'create' ? await leftBehind(tx, record, { name, field }) : []
  if (clashes.length + left.length > 0) throw invalidInput([...clashes, ...left])
}

/**
 * A field is added to a record type there is, named by its code or as people call it, and can be told from every other
 * field of it.
 */
export function extraFieldEffects(kernel: () => Kernel): Effect {
  return {
    before: async (tx, deed) => {
      if (deed.name !== 'create' && deed.name !== 'update') return undefined
      const records = [...kernel().records.values()]
      const given = typeof deed.row.record === 'string' ? deed.row.record : ''
      const record = records.find((one) => named(one).includes(given.trim().toLowerCase()))
      if (!record) throw unknownRecord(given, records)
      await assertFits(tx, kernel(), { ...deed, record })
      return deed.name === 'create' ? { record: record.name } : undefined
    },
  }
}
