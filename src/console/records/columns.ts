import { formatPeriod } from '#engine/period/format-period'
import { isPeriodId } from '#engine/period/period'
import type { ExtraFields } from '#engine/records/check-input'
import type { Field } from '#engine/records/field'
import type { RecordType } from '#engine/records/record'
import type { ReplyRow } from '#engine/records/reply'
import type { Role } from '#engine/records/role.data'
import { text, type Text } from '#engine/result/result'

/** A column of a list: a declared field, one of every row's own, or a field a zone has added. */
export interface Column {
  /** Name in queries: `investment`, `unit_id`, `state`, `extra.level`. */
  readonly name: string
  readonly field: Field
}

function ownColumns(record: RecordType): Column[] {
  const states = Object.entries(record.lifecycle?.states ?? {})
  const columns: Column[] = []
  if (record.scope === 'unit')
    columns.push({
      name: 'unit_id',
      field: { kind: 'reference', to: 'unit', label: text('所属单位', 'Unit') },
    })
  if (states.length > 0)
    columns.push({
      name: 'state',
      field: {
        kind: 'choice',
        label: text('状态', 'State'),
        options: Object.fromEntries(states.map(([name, state]) => [name, state.label])),
      },
    })
  columns.push({ name: 'updated_at', field: { kind: 'instant', label: text('更新时间', 'Updated') } })
  return columns
}

const maySee = (field: Field, roles: readonly Role[]) =>
  !field.see || field.see.some((role) => roles.includes(role))

/** Every column somebody of these roles may put into a list, in the order of declaration. */
export function columnsOf(record: RecordType, extra: ExtraFields, roles: readonly Role[]): Column[] {
  const declared = Object.entries(record.fields).map(([name, field]) => ({ name, field }))
  const added = Object.entries(extra).map(([name, field]) => ({ name: `extra.${name}`, field }))
  return [...declared, ...ownColumns(record), ...added].filter(({ field }) => maySee(field, roles))
}

/** The columns shown when nobody has chosen: as declared, the state after the title, then what the zone has added. */
export function defaultColumns(record: RecordType, extra: ExtraFields): string[] {
  const declared = [...record.list.columns]
  if (record.lifecycle && !declared.includes('state')) declared.splice(1, 0, 'state')
  return [...declared, ...Object.keys(extra).map((name) => `extra.${name}`)]
}

/** The value of a column in a row. */
export function cellOf(row: ReplyRow, name: string): unknown {
  return name.startsWith('extra.') ? row.extra?.[name.slice(6)] : row[name]
}

/** What names a row to people, as it is stored. */
export function titleOf(record: RecordType, row: ReplyRow): string {
  const title = row[record.title]
  return typeof title === 'string' && title ? title : row.id
}

/** The same in words: a row that is named by a choice has a name in either language. */
export function titleText(record: RecordType, row: ReplyRow): Text {
  const [title, field] = [row[record.title], record.fields[record.title]]
  const option = field?.kind === 'choice' && typeof title === 'string' ? field.options[title] : undefined
  if (option) return option
  if (field?.kind === 'period' && typeof title === 'string' && isPeriodId(title)) return formatPeriod(title)
  const name = typeof title === 'number' ? String(title) : titleOf(record, row)
  return text(name, name)
}

/** Numbers stand at the end of their column. */
export const isNumeric = (field: Field): boolean => field.kind === 'decimal' || field.kind === 'integer'

const shownInCard = 4

/** The first few columns; what the cards are sorted by is always among them, else nobody sees why one comes first. */
export function cardColumns(filled: readonly Column[], sortedBy: string | undefined): readonly Column[] {
  const first = filled.slice(0, shownInCard)
  const sorting = filled.find(({ name }) => name === sortedBy)
  return !sorting || first.includes(sorting) ? first : [...first.slice(0, -1), sorting]
}
