import { canonical, decimal, times } from '#engine/quantity/decimal'
import { quantity, UNKNOWN, type Qualifier, type Quantity } from '#engine/quantity/quantity'
import { takeLeading, takeTrailing } from '#engine/quantity/qualifier-words'
import { asFigure, readNumber, type NumberProblem } from '#engine/quantity/read-number'
import { convertValue, findUnit, fromBase, isRate, UNIT_NAMES, type Unit } from '#engine/quantity/unit'
import { fail, ok, text, type Result, type Text } from '#engine/result/result'

/** What a person typed or pasted; `unit` is the wanted unit's code, else the written one's, else null. */
export interface ParsedQuantity {
  readonly quantity: Quantity
  readonly unit: string | null
}

export type QuantityProblem = NumberProblem | 'too_long' | 'conflicting_qualifiers' | 'unit_mismatch'

export interface QuantityError {
  readonly code: QuantityProblem
  readonly message: Text
}

type Parsed = Result<ParsedQuantity, QuantityError>

/** Refused before any work is done on it, so that a pasted megabyte costs nothing. */
const LONGEST = 64
const NOTHING = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '–',
  '/',
  '…',
  '...',
  '······',
  'n/a',
  '未知',
  '不详',
  '暂无',
  'unknown',
])
const SCALES: Readonly<Record<string, string>> = { 万: '10000', 亿: '100000000', 万亿: '1000000000000' }

/**
 * Reads what people write: '1.2亿', '1,234.5', '５０＋', '约1.76亿元', '≥90', '100位以内', '−5', '98%', '' (unknown).
 * With `wanted` (a unit's code or name) a written unit is converted exactly, and a bare 万 or 亿 counts base units:
 * '1.2亿' in a column of 万元 is 12000. Errors name the first problem; nothing is guessed.
 */
export function parseQuantity(input: string, wanted?: string): Parsed {
  if (input.length > LONGEST) return problem('too_long', input)
  const plain = normalised(input)
  const unit = wanted === undefined ? undefined : findUnit(wanted)
  if (NOTHING.has(plain)) return ok({ quantity: UNKNOWN, unit: unit?.code ?? null })
  const parts = dissect(plain)
  const number = readNumber(parts.number, asFigure)
  if ('problem' in number) return problem(number.problem, input)
  if (new Set(parts.qualifiers).size > 1) return problem('conflicting_qualifiers', input)
  const placed = place({
    value: canonical(number.value),
    scale: parts.scale,
    written: parts.unit,
    wanted: unit,
  })
  if (placed === null) return problem('unit_mismatch', input)
  return ok({ quantity: quantity(placed.value, parts.qualifiers[0] ?? 'exact'), unit: placed.unit })
}

/** Full-width forms, the several minus signs and odd spaces become their plain ones. */
function normalised(input: string): string {
  const plain = input
    .normalize('NFKC')
    .replace(/[−﹣‐‑]/g, '-')
    .replace(/\s+/g, ' ')
  return plain
    .trim()
    .toLowerCase()
    .replace(/(\d) (?=\d{3}(\D|$))/g, '$1')
}

interface Dissected {
  readonly number: string
  readonly scale: string | undefined
  readonly unit: Unit | undefined
  readonly qualifiers: readonly Qualifier[]
}

/** [word] number [scale] [mark] [unit] [mark], taken off from both ends. */
function dissect(plain: string): Dissected {
  const front = takeLeading(plain)
  const end = takeTrailing(front.rest)
  const name = UNIT_NAMES.find(
    (known) => end.rest.endsWith(known) && /[\d\s万亿+多余]$/.test(end.rest.slice(0, -known.length)),
  )
  const beforeUnit = name === undefined ? end.rest : end.rest.slice(0, -name.length).trim()
  const middle = takeTrailing(beforeUnit)
  const scale = /(万亿|万|亿)$/.exec(middle.rest)?.[0]
  const inner = takeTrailing(scale ? middle.rest.slice(0, -scale.length).trim() : middle.rest)
  return {
    number: inner.rest,
    scale,
    unit: name === undefined ? undefined : findUnit(name),
    qualifiers: [...front.found, ...end.found, ...middle.found, ...inner.found],
  }
}

interface Placing {
  readonly value: string
  readonly scale: string | undefined
  readonly written: Unit | undefined
  readonly wanted: Unit | undefined
}

/** The value in the wanted unit, the written unit or no unit; null when they do not fit. */
function place({ value, scale, written, wanted }: Placing): { value: string; unit: string | null } | null {
  const scaled = scale === undefined ? value : canonical(times(decimal(value), decimal(SCALES[scale] ?? '1')))
  if (written) {
    const converted = convertValue(scaled, written, wanted ?? written)
    return converted === null ? null : { value: converted, unit: (wanted ?? written).code }
  }
  if (!wanted) return { value: scaled, unit: null }
  if (scale === undefined) return { value, unit: wanted.code }
  return isRate(wanted) ? null : { value: canonical(fromBase(decimal(scaled), wanted)), unit: wanted.code }
}

const REASONS: Readonly<Record<QuantityProblem, (shown: string) => Text>> = {
  too_long: (shown) =>
    text(`内容过长（最多 ${LONGEST} 字）：${shown}…`, `Too long (at most ${LONGEST} characters): ${shown}…`),
  malformed_number: (shown) => text(`“${shown}”不是数字`, `“${shown}” is not a number`),
  too_many_digits: (shown) =>
    text(
      `“${shown}”位数过多（整数 20 位、小数 12 位以内）`,
      `“${shown}” has too many digits (at most 20 and 12 decimals)`,
    ),
  conflicting_qualifiers: (shown) =>
    text(`“${shown}”里的限定词互相矛盾`, `“${shown}” carries qualifiers that contradict each other`),
  unit_mismatch: (shown) =>
    text(
      `“${shown}”的单位不能换算成本指标的单位`,
      `The unit in “${shown}” cannot be converted to this indicator's unit`,
    ),
}

const problem = (code: QuantityProblem, input: string): Parsed =>
  fail({ code, message: REASONS[code](input.slice(0, 24)) })
