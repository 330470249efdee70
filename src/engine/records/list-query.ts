import { fail, ok, type Result, text } from '#engine/result/result'
import type { ExtraFields } from './check-input'
import type { Field, FieldKind, Value } from './field'
import { groupProblems } from './list-group'
import { type Problem, shown } from './problem'
import { readValue, type Refusal } from './read-value'
import type { RecordType } from './record'

export const operators = ['eq', 'ne', 'in', 'gt', 'gte', 'lt', 'lte', 'contains', 'empty'] as const
export type Operator = (typeof operators)[number]

export interface Filter {
  readonly field: string
  readonly op: Operator
  readonly values: readonly Value[]
}

export interface SortKey {
  readonly field: string
  readonly descending: boolean
}

/** A list as one address holds it; the same text in the browser's address bar, the API and a saved view. */
export interface ListQuery {
  readonly filters: readonly Filter[]
  readonly sort: readonly SortKey[]
  /** Search text over the searchable fields: Chinese, pinyin or pinyin initials. */
  readonly q?: string
  /** 1-based; with `after` the page is not counted from the start but continued. */
  readonly page: number
  readonly size: number
  /** Continue after this row id, in the same order (keyset): stays quick however deep. */
  readonly after?: string
  /** Only these fields, besides id and version. */
  readonly fields?: readonly string[]
  readonly count: boolean
  /** Rows of this unit and all below it. */
  readonly unit?: string
  /** Count and sum the rows by the values of this field as well. */
  readonly group?: string
}

export const maximumPageSize = 500
const reserved = new Set([
  'sort',
  'q',
  'page',
  'size',
  'after',
  'fields',
  'count',
  'unit',
  'language',
  'group',
])

/** Fields of every row that may be filtered and sorted besides the declared ones. */
const systemFields: ExtraFields = {
  id: { kind: 'text', label: text('系统编号', 'Row id') },
  unit_id: { kind: 'text', label: text('所属单位', 'Unit') },
  zone_id: { kind: 'text', label: text('高新区', 'Zone') },
  state: { kind: 'text', label: text('状态', 'State') },
  version: { kind: 'integer', label: text('版本', 'Version') },
  created_at: { kind: 'instant', label: text('建立时间', 'Created') },
  updated_at: { kind: 'instant', label: text('更新时间', 'Updated') },
  sample: { kind: 'boolean', label: text('示范', 'Sample') },
}

/** What the kernel keeps of every row, by name. */
export const systemFieldNames: readonly string[] = Object.keys(systemFields)

/** Whether a row's lifecycle has come to its end: a list of work opens with what is still to do. */
export const closedField = 'closed'
/** When the next of a row's running limits ends; empty where none is running. */
export const nextDueField = 'next_due_at'

/** Fields that are read of a row and stored nowhere, where its type has a lifecycle or limits. */
function readField(record: RecordType, name: string): Field | undefined {
  if (name === closedField && record.lifecycle) return { kind: 'boolean', label: text('已办结', 'Closed') }
  if (name === nextDueField && record.clocks) return { kind: 'instant', label: text('下一到期', 'Next due') }
  return undefined
}

/** The field behind a name in a query: declared, every row's own, read of it, or `extra.name`. */
export function queryField(record: RecordType, name: string, extra: ExtraFields = {}): Field | undefined {
  if (Object.hasOwn(record.fields, name)) return record.fields[name]
  const read = readField(record, name)
  if (read) return read
  if (Object.hasOwn(systemFields, name)) return systemFields[name]
  return name.startsWith('extra.') && Object.hasOwn(extra, name.slice(6)) ? extra[name.slice(6)] : undefined
}

const ordered: readonly FieldKind[] = ['integer', 'decimal', 'date', 'instant', 'period', 'text']

function allowed(field: Field, op: Operator): boolean {
  if (op === 'contains') return field.kind === 'text' || field.kind === 'references'
  if (op === 'gt' || op === 'gte' || op === 'lt' || op === 'lte') return ordered.includes(field.kind)
  return true
}

const bad = (
  [name, value]: readonly [string, unknown],
  says: [string, string],
  mend: [string, string],
): Problem => ({
  field: name.slice(0, 60),
  code: 'query',
  value: shown(value),
  says: text(...says),
  mend: text(...mend),
})

type Given = Readonly<Record<string, string | readonly string[] | undefined>>

const one = (given: Given, name: string): string | undefined => {
  const value = given[name]
  return typeof value === 'string' ? value : value?.[0]
}

/** `investment.gte` → field and operator; a name without one means `eq`. */
function filterKey(key: string): { name: string; op: Operator } {
  const dot = key.lastIndexOf('.')
  const tail = key.slice(dot + 1) as Operator
  return dot > 0 && operators.includes(tail) ? { name: key.slice(0, dot), op: tail } : { name: key, op: 'eq' }
}

function filterValues(field: Field, op: Operator, raw: string): Result<Value[], Refusal & { value: string }> {
  const values: Value[] = []
  for (const part of op === 'in' ? raw.split(',') : [raw]) {
    const read = op === 'contains' ? ok(part.slice(0, 100)) : readValue(field, part)
    if (!read.ok) return fail({ ...read.error, value: shown(part) })
    values.push(read.value)
  }
  return ok(values)
}

const isSealed = (field: Field | undefined) => field?.kind === 'text' && field.sealed === true

const sealedFilter = (key: string, raw: string) =>
  bad(
    [key, raw],
    ['该字段加密存放，不能筛选', 'is encrypted at rest and cannot be filtered'],
    ['请改用其他字段，或只问是否为空', 'Filter by another field, or ask only whether it is empty.'],
  )

const unknownField = (name: string, value: unknown) =>
  bad(
    [name, value],
    ['没有这个字段', 'is not a field of this record'],
    ['请对照数据字典', 'See the data dictionary.'],
  )

const wrongOperator = (key: string, raw: string, op: Operator) =>
  bad(
    [key, raw],
    [`该字段不能用“${op}”筛选`, `cannot be filtered by ${op}`],
    ['请换用 eq 或 in', 'Use eq or in.'],
  )

function readFilter(
  record: RecordType,
  [key, raw]: readonly [string, string],
  extra: ExtraFields,
): Result<Filter, Problem> {
  const { name, op } = filterKey(key)
  const field = queryField(record, name, extra)
  if (!field) return fail(unknownField(key, raw))
  if (!allowed(field, op)) return fail(wrongOperator(key, raw, op))
  if (isSealed(field) && op !== 'empty') return fail(sealedFilter(key, raw))
  if (op === 'empty') return ok({ field: name, op, values: [raw !== 'false'] })
  const values = filterValues(field, op, raw)
  return values.ok ? ok({ field: name, op, values: values.value }) : fail({ field: key, ...values.error })
}

function readSort(record: RecordType, raw: string, extra: ExtraFields): Result<SortKey[], Problem> {
  const keys = raw
    .split(',')
    .filter(Boolean)
    .map((part) => ({ field: part.replace(/^-/, ''), descending: part.startsWith('-') }))
  const stray = keys.find((key) => {
    const field = queryField(record, key.field, extra)
    return !field || isSealed(field)
  })
  if (stray || keys.length > 5)
    return fail(
      bad(
        ['sort', raw],
        ['排序字段无效', 'names a field that cannot be sorted'],
        ['最多五个字段，减号表示降序', 'At most five fields; minus sorts down.'],
      ),
    )
  return ok(keys)
}

function readWhole(
  given: Given,
  name: 'page' | 'size',
  limits: { otherwise: number; max: number },
): Result<number, Problem> {
  const raw = one(given, name)
  if (raw === undefined) return ok(limits.otherwise)
  const number = Number(raw)
  if (Number.isInteger(number) && number >= 1 && number <= limits.max) return ok(number)
  return fail(
    bad(
      [name, raw],
      ['不是有效整数', 'is not a whole number in range'],
      [`请填 1 到 ${limits.max}`, `Give 1 to ${limits.max}.`],
    ),
  )
}

function readFilters(record: RecordType, given: Given, extra: ExtraFields): Result<Filter, Problem>[] {
  return Object.entries(given)
    .filter(([key]) => !reserved.has(key))
    .flatMap(([key, raw]) =>
      (Array.isArray(raw) ? (raw as string[]) : [String(raw)]).map((value) => [key, value] as const),
    )
    .map((entry) => readFilter(record, entry, extra))
}

/** The parts of an address that are taken as they are. */
function plainParts(given: Given, fields: readonly string[] | undefined): Partial<ListQuery> {
  const q = one(given, 'q')?.trim().slice(0, 100)
  const after = one(given, 'after')
  const [unit, group] = [one(given, 'unit'), one(given, 'group')]
  const text = { q, after, unit, group }
  const filled = Object.fromEntries(Object.entries(text).filter(([, value]) => value))
  return { ...filled, ...(fields && { fields }) }
}

/** Reads a list address; every problem at once. Unknown names are refused: a mistyped filter must not show all rows. */
export function readListQuery(
  record: RecordType,
  given: Given,
  extra: ExtraFields = {},
): Result<ListQuery, Problem[]> {
  const filters = readFilters(record, given, extra)
  const sort = readSort(record, one(given, 'sort') ?? record.list.sort, extra)
  const page = readWhole(given, 'page', { otherwise: 1, max: 1_000_000 })
  const size = readWhole(given, 'size', { otherwise: 50, max: maximumPageSize })
  const fields = one(given, 'fields')?.split(',').filter(Boolean)
  const stray = (fields ?? []).filter((name) => !queryField(record, name, extra))
  const problems = [
    ...[...filters, sort, page, size].flatMap((read) => (read.ok ? [] : [read.error])),
    ...groupProblems(record, one(given, 'group')),
    ...stray.map((name) => unknownField('fields', name)),
  ]
  if (problems.length > 0 || !sort.ok || !page.ok || !size.ok) return fail(problems)
  return ok({
    filters: filters.flatMap((read) => (read.ok ? [read.value] : [])),
    sort: sort.value,
    page: page.value,
    size: size.value,
    count: one(given, 'count') !== 'false',
    ...plainParts(given, fields),
  })
}

const sortAddress = (sort: readonly SortKey[] = []): string =>
  sort.map((key) => (key.descending ? `-${key.field}` : key.field)).join(',')

/** The address of a list: what `readListQuery` reads back to the same query. What is as usual is left out. */
export function listAddress(query: Partial<ListQuery>): Record<string, string> {
  const filters = (query.filters ?? []).map(
    ({ field, op, values }) =>
      [op === 'eq' ? field : `${field}.${op}`, values.map(String).join(',')] as const,
  )
  const parts: readonly (readonly [string, string | undefined])[] = [
    ...filters,
    ['sort', sortAddress(query.sort)],
    ['q', query.q],
    ['unit', query.unit],
    ['group', query.group],
    ['after', query.after],
    ['page', query.page === 1 ? undefined : query.page?.toString()],
    ['size', query.size === 50 ? undefined : query.size?.toString()],
    ['fields', query.fields?.join(',')],
    ['count', query.count === false ? 'false' : undefined],
  ]
  return Object.fromEntries(parts.filter((part): part is readonly [string, string] => Boolean(part[1])))
}
