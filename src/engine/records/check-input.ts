import type { PlainDate } from '#engine/period/plain-date'
import { fail, ok, type Result, text } from '#engine/result/result'
import type { Field, Value } from './field'
import { type Problem, shown } from './problem'
import { readValue } from './read-value'
import type { RecordType } from './record'
import type { Role } from './role.data'

/** Extra fields that a zone has added to a record type without code; kept in the row's `extra`. */
export type ExtraFields = Readonly<Record<string, Field>>

export interface CheckContext {
  /** The row before the change; absent at creation. */
  readonly before?: Readonly<Record<string, unknown>>
  /** Roles the actor holds over the row's unit; absent: the server itself writes, every field may be set. */
  readonly roles?: readonly Role[]
  readonly extra?: ExtraFields
  /** Year for dates written without one (3月5日). */
  readonly year?: number
  /** Today in Beijing; absent: what happened may lie ahead, as in data made for another day. */
  readonly today?: PlainDate | undefined
}

export interface CheckedInput {
  readonly values: Readonly<Record<string, Value>>
  readonly extra: Readonly<Record<string, Value>>
}

type Input = Readonly<Record<string, unknown>>

const maySet = (field: Field, roles: readonly Role[] | undefined) =>
  !roles || !field.set || field.set.some((role) => roles.includes(role))

function standing(
  name: string,
  field: Field,
  context: CheckContext,
): Omit<Problem, 'field' | 'value'> | undefined {
  if (field.computed && context.roles)
    return {
      code: 'not_allowed',
      says: text('由系统计算，不能填写', 'is computed and cannot be set'),
      mend: text('请删去该项', 'Leave it out.'),
    }
  if (!maySet(field, context.roles))
    return {
      code: 'not_allowed',
      says: text('您的岗位不能填写该项', 'may not be set by your post'),
      mend: text('请由有权岗位填写', 'Ask a post that may set it.'),
    }
  if (field.fixed && context.before && context.before[name] != null)
    return {
      code: 'fixed',
      says: text('建立后不能更改', 'cannot change once set'),
      mend: text('请另建一条', 'Create a new row instead.'),
    }
  return undefined
}

/** What is said to have happened tomorrow. A day that was kept before is not asked about again. */
function ahead(
  field: Field,
  value: Value,
  { today, before }: { readonly today: PlainDate | undefined; readonly before: unknown },
): Omit<Problem, 'field' | 'value'> | undefined {
  const isAhead = field.kind === 'date' && field.happened && today !== undefined && String(value) > today
  if (!isAhead || value === null || value === before) return undefined
  return {
    code: 'out_of_range',
    says: text('晚于今天', 'lies ahead'),
    mend: text(
      '这里填已经发生的日期；还没有发生的请先留空',
      'Write the day on which it happened; leave it empty until it has.',
    ),
  }
}

const empty = (value: unknown) => value === null || value === undefined || value === ''

const required = (name: string): Problem => ({
  field: name,
  code: 'required',
  value: '',
  says: text('必填', 'is required'),
  mend: text('请填写', 'Fill it in.'),
})

function readGiven(
  name: string,
  field: Field,
  { given, context }: { readonly given: unknown; readonly context: CheckContext },
): Result<Value, Omit<Problem, 'field' | 'value'>> {
  const read = readValue(field, given, context.year)
  const wrong = read.ok && ahead(field, read.value, { today: context.today, before: context.before?.[name] })
  return wrong ? fail(wrong) : read
}

function readFields(fields: ExtraFields, input: Input, context: CheckContext) {
  const values: Record<string, Value> = {}
  const problems: Problem[] = []
  for (const [name, field] of Object.entries(fields)) {
    if (!Object.hasOwn(input, name)) continue
    const given = input[name]
    const blocked = standing(name, field, context)
    // What has not changed may be sent back as it was: a form returns the whole row.
    if (blocked && shown(given) === shown(context.before?.[name])) continue
    if (blocked) {
      problems.push({ field: name, value: shown(given), ...blocked })
      continue
    }
    const read = readGiven(name, field, { given, context })
    if (read.ok) values[name] = read.value
    else problems.push({ field: name, value: shown(given), ...read.error })
  }
  return { values, problems }
}

function missing(fields: ExtraFields, values: Input, before: Input | undefined): Problem[] {
  return Object.entries(fields)
    .filter(
      ([name, field]) =>
        field.required && !field.computed && empty(name in values ? values[name] : before?.[name]),
    )
    .map(([name]) => required(name))
}

function unknownFields(record: RecordType, input: Input, extra: ExtraFields): Problem[] {
  const known = (name: string) =>
    Object.hasOwn(record.fields, name) || Object.hasOwn(extra, name) || name === 'unit_id'
  return Object.keys(input)
    .filter((name) => !known(name))
    .map((name) => ({
      field: name.slice(0, 60),
      code: 'unknown_field',
      value: shown(input[name]),
      says: text('没有这个字段', 'is not a field of this record'),
      mend: text('请对照数据字典', 'See the data dictionary.'),
    }))
}

function brokenRules(record: RecordType, row: Input): Problem[] {
  return (record.rules ?? [])
    .filter((rule) => !rule.holds(row))
    .map((rule) => ({
      field: rule.fields[0] ?? '',
      code: 'rule',
      value: shown(row[rule.fields[0] ?? '']),
      says: rule.says,
      mend: rule.mend,
    }))
}

/**
 * Checks one row as given by a form, a sheet or a program: returns the canonical values of the fields that were given
 * (an absent field is left alone at an update), or every problem at once. Extra fields stand beside the declared ones.
 */
export function checkInput(
  record: RecordType,
  input: Input,
  context: CheckContext = {},
): Result<CheckedInput, Problem[]> {
  const extraFields = context.extra ?? {}
  const beforeExtra = context.before?.extra as Input | undefined
  const own = readFields(record.fields, input, context)
  const more = readFields(extraFields, input, { ...context, ...(beforeExtra && { before: beforeExtra }) })
  const bad = new Set([...own.problems, ...more.problems].map((problem) => problem.field))
  const gaps = [
    ...missing(record.fields, own.values, context.before),
    ...missing(extraFields, more.values, beforeExtra),
  ].filter((problem) => !bad.has(problem.field))
  const problems = [...unknownFields(record, input, extraFields), ...own.problems, ...more.problems, ...gaps]
  if (problems.length === 0) problems.push(...brokenRules(record, { ...context.before, ...own.values }))
  return problems.length > 0 ? fail(problems) : ok({ values: own.values, extra: more.values })
}
