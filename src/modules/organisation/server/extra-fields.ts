import { grouped } from '#engine/result/grouped'
import type { ExtraFields } from '#engine/records/check-input'
import type { Field } from '#engine/records/field'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import { type Bus, keptUntilChanged } from '#platform/audit/bus'
import { queries, type Transaction } from '#platform/database/database'

interface ExtraFieldRow {
  readonly record: string
  readonly name: string
  readonly label_zh: string
  readonly label_en: string | null
  readonly kind: 'text' | 'integer' | 'decimal' | 'boolean' | 'date' | 'choice'
  readonly options: string | null
  readonly required: boolean | null
}

function fieldOf(row: ExtraFieldRow): Field {
  const base = { label: text(row.label_zh, row.label_en ?? row.label_zh), required: row.required === true }
  switch (row.kind) {
    case 'decimal':
      return { kind: 'decimal', decimals: 4, ...base }
    case 'choice': {
      const names = (row.options ?? '')
        .split(/[,，、;；\n]+/)
        .map((name) => name.trim())
        .filter(Boolean)
      return {
        kind: 'choice',
        options: Object.fromEntries(names.map((name) => [name, text(name, name)])),
        ...base,
      }
    }
    case 'text':
    case 'integer':
    case 'boolean':
    case 'date':
      return { kind: row.kind, ...base }
  }
}

/** Fields added without code, by record type; read once and again when one changes. */
export function openExtraFields(bus: Bus): (record: RecordType, tx: Transaction) => Promise<ExtraFields> {
  const kept = keptUntilChanged(bus, ['extra_field'], async (tx) => {
    const rows = (await tx.all(
      queries().selectFrom('extra_field').selectAll().orderBy('created_at'),
    )) as ExtraFieldRow[]
    const byRecord = grouped(rows, (row) => row.record)
    return new Map(
      [...byRecord].map(([name, own]) => [
        name,
        Object.fromEntries(own.map((row) => [row.name, fieldOf(row)])),
      ]),
    )
  })
  return async (record, tx) => (await kept(tx)).get(record.name) ?? {}
}
