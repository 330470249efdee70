import { isPeriodId, parsePeriod } from '#engine/period/period'
import { isPlainDate } from '#engine/period/plain-date'
import { decimal, type ExactDecimal } from '#engine/quantity/decimal'
import { asTyped, readNumber } from '#engine/quantity/read-number'
import { fail, ok, type Result, text, type Text } from '#engine/result/result'
import type { DecimalField, Field, IntegerField, TextField, Value } from './field'
import type { ProblemCode } from './problem'

/** Why a value cannot stand in a field, and how to mend it. */
export interface Refusal {
  readonly code: ProblemCode
  readonly says: Text
  readonly mend: Text
}

const refuse = (code: ProblemCode, says: Text, mend: Text) => fail<Refusal>({ code, says, mend })

/** Full-width digits, letters and signs as typed with a Chinese input method → their plain forms. */
export function plainWidth(given: string): string {
  return given
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .replace(/[\u2212\u2013]/g, '-')
}

/** A number as people write it: `1,234.5`, `１２３`, `1.2亿`, `3万`; or as a program sends it. Undefined when it is none. */
export function typedNumber(given: unknown): ExactDecimal | undefined {
  if (typeof given === 'number') return Number.isFinite(given) ? decimal(given) : undefined
  if (typeof given !== 'string' || given.length > 60) return undefined
  const read = readNumber(plainWidth(given), asTyped)
  return 'value' in read ? read.value : undefined
}

/** A date as people write it: `2026-3-5`, `2026/03/05`, `2026年3月5日`, `20260305`, or `3月5日` of the year given. */
export function readDate(given: unknown, year?: number): string | undefined {
  if (typeof given !== 'string' || given.length > 40) return undefined
  const plain = plainWidth(given).trim()
  const whole =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  const short = year === undefined ? null : /^(\d{1,2})月(\d{1,2})日$/.exec(plain)
  const [y, m, d] = whole ? whole.slice(1) : short ? [String(year), ...short.slice(1)] : []
  const date = [y, m?.padStart(2, '0'), d?.padStart(2, '0')].join('-')
  return isPlainDate(date) ? date : undefined
}

function readText(field: TextField, given: unknown): Result<string, Refusal> {
  if (typeof given !== 'string' && typeof given !== 'number')
    return refuse('not_text', text('不是文字', 'is not text'), text('请填写文字', 'Write plain text.'))
  // Control characters break exports and terminals; line breaks are kept where the field has several lines.
  const whole = String(given).normalize('NFC')
  const lines = field.multiline ? whole : whole.replace(/[\t\r\n]+/g, ' ')
  const value = lines.replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '').trim()
  const max = field.max ?? 200
  if ([...value].length > max)
    return refuse(
      'too_long',
      text(`超过 ${max} 个字`, `is longer than ${max} characters`),
      text(`请缩短到 ${max} 个字以内`, `Shorten it to ${max} characters.`),
    )
  if (value && field.pattern && !new RegExp(field.pattern.source, 'u').test(value))
    return refuse('pattern', text('格式不符', 'has the wrong form'), field.pattern.says)
  return ok(value)
}

function rangeRefusal(number: ExactDecimal, min?: string | number, max?: string | number) {
  if (min !== undefined && number.lessThan(min))
    return refuse(
      'out_of_range',
      text(`小于下限 ${min}`, `is below ${min}`),
      text(`请填写不小于 ${min} 的数`, `Give a number of at least ${min}.`),
    )
  if (max !== undefined && number.greaterThan(max))
    return refuse(
      'out_of_range',
      text(`大于上限 ${max}`, `is above ${max}`),
      text(`请填写不大于 ${max} 的数`, `Give a number of at most ${max}.`),
    )
  return undefined
}

const notANumber = () =>
  refuse(
    'not_a_number',
    text('不是数字', 'is not a number'),
    text('请填写数字，如 1234.5 或 1.2亿', 'Write a number such as 1234.5 or 1.2亿.'),
  )

function readInteger(field: IntegerField, given: unknown): Result<number, Refusal> {
  const number = typedNumber(given)
  if (!number) return notANumber()
  if (!number.isInteger())
    return refuse(
      'too_many_decimals',
      text('不是整数', 'is not a whole number'),
      text('请填写整数', 'Give a whole number.'),
    )
  return rangeRefusal(number, field.min ?? -2147483648, field.max ?? 2147483647) ?? ok(number.toNumber())
}

function readDecimal(field: DecimalField, given: unknown): Result<string, Refusal> {
  const number = typedNumber(given)
  if (!number) return notANumber()
  if (number.decimalPlaces() > field.decimals)
    return refuse(
      'too_many_decimals',
      text(`小数超过 ${field.decimals} 位`, `has more than ${field.decimals} decimals`),
      text(`请保留 ${field.decimals} 位小数`, `Round it to ${field.decimals} decimals.`),
    )
  const limit = '1e20'
  return rangeRefusal(number, field.min ?? `-${limit}`, field.max ?? limit) ?? ok(number.toFixed())
}

const yes: readonly unknown[] = [true, 'true', '是', 'yes', 'Yes', 'Y', 'y', '1', 1, '√']
const no: readonly unknown[] = [false, 'false', '否', 'no', 'No', 'N', 'n', '0', 0]

function readBoolean(given: unknown): Result<boolean, Refusal> {
  if (yes.includes(given)) return ok(true)
  if (no.includes(given)) return ok(false)
  return refuse(
    'not_yes_or_no',
    text('不是“是”或“否”', 'is neither yes nor no'),
    text('请填写 是 或 否', 'Write 是/yes or 否/no.'),
  )
}

/** An option by its code or by its name in either language, so that an Excel sheet may carry what people read. */
function readChoice(options: Readonly<Record<string, Text>>, given: unknown): Result<string, Refusal> {
  const wanted = typeof given === 'string' ? given.trim() : ''
  if (Object.hasOwn(options, wanted)) return ok(wanted)
  const named = Object.entries(options).find(([, label]) => label.zh === wanted || label.en === wanted)
  if (named) return ok(named[0])
  const names = Object.values(options)
  return refuse(
    'not_an_option',
    text('不在可选范围内', 'is not one of the options'),
    text(
      `可选：${names.map((n) => n.zh).join('、')}`,
      `Choose one of: ${names.map((n) => n.en).join(', ')}.`,
    ),
  )
}

function readReferences(given: unknown): Result<readonly string[], Refusal> {
  const list = typeof given === 'string' ? given.split(/[,，、;；\s]+/).filter(Boolean) : given
  if (
    Array.isArray(list) &&
    list.length <= 1000 &&
    list.every((id) => typeof id === 'string' && id.length <= 100)
  )
    return ok(list as string[])
  return refuse(
    'not_text',
    text('不是编号列表', 'is not a list of ids'),
    text('请用顿号或逗号分隔编号', 'Separate the ids with commas.'),
  )
}

function readDateField(given: unknown, year?: number): Result<string, Refusal> {
  const date = readDate(given, year)
  if (date) return ok(date)
  return refuse(
    'not_a_date',
    text('不是有效日期', 'is not a date'),
    text('请写成 2026-03-05', 'Write it like 2026-03-05.'),
  )
}

function readPeriod(given: unknown): Result<string, Refusal> {
  const plain = typeof given === 'number' ? String(given) : given
  if (isPeriodId(plain)) return ok(plain)
  // Only with its 年: 2022.1 of a sheet may have been January or October.
  const read = typeof given === 'string' && given.includes('年') ? parsePeriod(given) : undefined
  if (read?.ok) return ok(read.value)
  return refuse(
    'not_a_period',
    text('不是有效期间', 'is not a period'),
    text('请写成 2026、2026-Q1 或 2026-03', 'Write it like 2026, 2026-Q1 or 2026-03.'),
  )
}

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/

/** A moment with its offset, or a day, which is meant from its first moment in Beijing. */
function readInstant(given: unknown): Result<string, Refusal> {
  const plain = typeof given === 'string' ? given.trim() : ''
  const date = readDate(plain)
  const moment = date ? `${date}T00:00:00+08:00` : plain
  if (instantForm.test(moment) && Number.isFinite(Date.parse(moment))) return ok(moment)
  return refuse(
    'not_a_date',
    text('不是有效时间', 'is not a moment'),
    text('请写成 2026-03-05 或 2026-03-05T08:00:00+08:00', 'Write it like 2026-03-05T08:00:00+08:00.'),
  )
}

type Readers = {
  readonly [K in Field['kind']]: (
    field: Extract<Field, { kind: K }>,
    given: unknown,
    year?: number,
  ) => Result<Value, Refusal>
}

const readId = (field: Field, given: unknown) =>
  readText({ kind: 'text', label: field.label, max: 100 }, given)

const readers: Readers = {
  text: readText,
  integer: readInteger,
  decimal: readDecimal,
  boolean: (_field, given) => readBoolean(given),
  choice: (field, given) => readChoice(field.options, given),
  references: (_field, given) => readReferences(given),
  date: (_field, given, year) => readDateField(given, year),
  period: (_field, given) => readPeriod(given),
  reference: readId,
  instant: (_field, given) => readInstant(given),
}

const isBlank = (given: unknown): boolean =>
  given === null || given === undefined || (typeof given === 'string' && given.trim() === '')

/**
 * What a person, a file or a program gave for one field → the canonical stored value. Empty (null, undefined, blank
 * text) is null whatever the kind: whether it may stay empty is `checkInput`'s question.
 */
export function readValue(field: Field, given: unknown, year?: number): Result<Value, Refusal> {
  if (isBlank(given)) return ok(null)
  const read = readers[field.kind] as (field: Field, given: unknown, year?: number) => Result<Value, Refusal>
  return read(field, given, year)
}
