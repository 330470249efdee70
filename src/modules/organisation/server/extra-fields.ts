import { grouped } from '#engine/result/grouped'
import type { ExtraFields } from '#engine/records/check-input'
import { type ExtraFieldRow, extraFieldOf } from '#engine/records/extra-field-of'
import type { Field } from '#engine/records/field'
import { shown } from '#engine/records/problem'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import { type Bus, keptUntilChanged } from '#platform/audit/bus'
import { type AnyActor, queries, type Transaction } from '#platform/database/database'
import type { Effect } from '#platform/records/effects'
import type { Kernel, Places } from '#platform/records/kernel'
import { invalidInput } from '#platform/records/refusals'

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

/** A field is added to a record type there is, named by its code or as people call it. */
export function extraFieldEffects(kernel: () => Kernel): Effect {
  return {
    before: (_tx, { name, row }) => {
      if (name !== 'create') return Promise.resolve(undefined)
      const records = [...kernel().records.values()]
      const given = typeof row.record === 'string' ? row.record : ''
      const found = records.find((record) => named(record).includes(given.trim().toLowerCase()))
      if (found) return Promise.resolve({ record: found.name })
      const names = records.map(({ label }) => label)
      throw invalidInput([
        {
          field: 'record',
          code: 'not_found',
          value: shown(given),
          says: text('没有这种记录', 'is no record type'),
          mend: text(
            `请填写：${names.map(({ zh }) => zh).join('、')}`,
            `Write one of: ${names.map(({ en }) => en).join(', ')}.`,
          ),
        },
      ])
    },
  }
}
