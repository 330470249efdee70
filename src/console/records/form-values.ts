import { parsePeriod } from '#engine/period/period'
import type { ExtraFields } from '#engine/records/check-input'
import type { Field } from '#engine/records/field'
import { readDate, typedNumber } from '#engine/records/read-value'
import type { RecordType } from '#engine/records/record'
import type { ReplyRow } from '#engine/records/reply'
import type { Role } from '#engine/records/role.data'
import { text } from '#engine/result/result'

/** What stands in the inputs, by field name; what a person has typed but is not yet valid stands here too. */
export type FormValues = Readonly<Record<string, unknown>>

export interface FormGroup {
  readonly label: { readonly zh: string; readonly en: string }
  readonly fields: readonly (readonly [string, Field])[]
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

const same = (a: unknown, b: unknown): boolean =>
  (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b)

/** The row as the form begins with it: its own fields, and those the zone has added, side by side. */
export function startValues(record: RecordType, row: ReplyRow | undefined, extra: ExtraFields): FormValues {
  if (!row) return {}
  const own = Object.keys(record.fields).map((name) => [name, row[name]] as const)
  const added = Object.keys(extra).map((name) => [name, row.extra?.[name]] as const)
  return Object.fromEntries([...own, ...added, ['unit_id', row.unit_id] as const])
}

/** Everything that is typed as it would be stored: what is checked and sent, whether or not the field was left. */
export function tidiedValues(
  fields: Readonly<Record<string, Field>>,
  typed: FormValues,
  year: number,
): FormValues {
  return Object.fromEntries(
    Object.entries(typed).map(([name, given]) => {
      const field = fields[name]
      return [name, field ? tidied(field, given, year) : given]
    }),
  )
}

/** Only what differs from the start: a change must not carry fields that nobody touched. */
export function changedValues(start: FormValues, now: FormValues): FormValues {
  const names = Object.keys(now).filter((name) => !same(start[name], now[name]))
  return Object.fromEntries(names.map((name) => [name, isEmpty(now[name]) ? null : now[name]]))
}

const isAsked = (field: Field, roles: readonly Role[]) =>
  !field.computed && (!field.see || field.see.some((role) => roles.includes(role)))

/** The groups of the form, and one more for what the zone has added. */
export function formGroups(record: RecordType, extra: ExtraFields, roles: readonly Role[]): FormGroup[] {
  const own = record.form.map((group) => ({
    label: group.label,
    fields: group.fields.flatMap((name) => {
      const field = record.fields[name]
      return field && isAsked(field, roles) ? [[name, field] as const] : []
    }),
  }))
  const added = Object.entries(extra)
  const groups =
    added.length > 0 ? [...own, { label: text('本区扩展字段', 'Added by the zone'), fields: added }] : own
  return groups.filter((group) => group.fields.length > 0)
}

const magnitudes: Readonly<Record<string, string>> = { 亿: '1e8', 万: '1e4' }

/** `1.2亿` in a field that counts in 亿元 means 1.2 of them; in one that counts in 元 it means 120000000. */
function readInUnit(unit: string | undefined, given: string): string | undefined {
  const read = typedNumber(given)
  if (!read) return undefined
  const counted = /[亿万千]\s*$/.test(given.trim()) ? magnitudes[unit?.[0] ?? ''] : undefined
  return (counted ? read.dividedBy(counted) : read).toFixed()
}

/** What is typed as it will be stored, where it can be read: `1.2亿` → 120000000, `3月5日` → the day of this year. */
export function tidied(field: Field, given: unknown, year: number): unknown {
  if (typeof given !== 'string') return given
  if (field.kind === 'integer' || field.kind === 'decimal') return readInUnit(field.unit, given) ?? given
  if (field.kind === 'date') return readDate(given, year) ?? given
  if (field.kind === 'period') {
    const read = parsePeriod(given)
    return read.ok ? read.value : given
  }
  return given
}
