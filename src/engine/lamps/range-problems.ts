import { decimal } from '#engine/quantity/decimal'
import { shown } from '#engine/records/problem'
import { text, type Text } from '#engine/result/result'
import { boundsOf, orderOf, type Range } from '#engine/lamps/range'

export type RangeProblemCode =
  'bad_bound' | 'not_whole' | 'below_zero' | 'two_bounds' | 'empty_range' | 'gap' | 'overlap' | 'not_open'

/** One thing wrong with a list of ranges that must cover every value once, in order from low to high. */
export interface RangeProblem {
  readonly code: RangeProblemCode
  /** Place in the list, from 0. */
  readonly at: number
  readonly value: string
  readonly says: Text
  readonly mend: Text
}

/**
 * Values that can occur: all decimals, or whole numbers only, where 7 and "at least 8" leave no gap. Where none is below
 * zero, a range that lies there would never hold anything, and the next one would hold what nobody meant it to.
 */
export interface RangeKind {
  readonly isWhole: boolean
  readonly isNeverNegative?: boolean
}

/**
 * What keeps ranges from covering every value exactly once, from low to high. Broken ends are told first, alone: with
 * them nothing further can be said.
 */
export function rangeProblems(ranges: readonly Range[], kind: RangeKind): RangeProblem[] {
  const broken = ranges.flatMap((range, at) => brokenRange(range, { at, kind }))
  if (broken.length > 0 || ranges.length === 0) return broken
  const seams = ranges
    .slice(1)
    .flatMap((range, index) => seam(ranges[index] ?? {}, { range, at: index + 1, kind }))
  return [...openEnds(ranges), ...seams]
}

interface Placed {
  readonly at: number
  readonly kind: RangeKind
}

function brokenRange(range: Range, { at, kind }: Placed): RangeProblem[] {
  const bad = boundsOf(range).flatMap((bound) => boundProblems(bound, { at, kind }))
  if (bad.length > 0) return bad
  if (range.atLeast !== undefined && range.above !== undefined)
    return [problem('two_bounds', at, `${range.atLeast}, ${range.above}`)]
  if (range.atMost !== undefined && range.below !== undefined)
    return [problem('two_bounds', at, `${range.atMost}, ${range.below}`)]
  if (kind.isNeverNegative && range.below !== undefined && orderOf(range.below, '0') === 0)
    return [problem('below_zero', at, `<${range.below}`)]
  return isEmpty(range, kind) ? [problem('empty_range', at, boundsOf(range).join(' – '))] : []
}

/** Digits only, so that neither 1e9 nor Infinity nor a sentence becomes a threshold. */
function boundProblems(bound: string, { at, kind }: Placed): RangeProblem[] {
  if (typeof bound !== 'string' || !/^-?\d{1,15}(\.\d{1,9})?$/.test(bound))
    return [problem('bad_bound', at, bound)]
  if (kind.isWhole && !/^-?\d{1,9}$/.test(bound)) return [problem('not_whole', at, bound)]
  return kind.isNeverNegative && orderOf(bound, '0') < 0 ? [problem('below_zero', at, bound)] : []
}

/** A place between values: just before a value, or just after it. Whole numbers need only "before". */
interface Cut {
  readonly value: string
  readonly isAfter: boolean
}

function lower({ atLeast, above }: Range, kind: RangeKind): Cut | undefined {
  if (atLeast !== undefined) return { value: atLeast, isAfter: false }
  return above === undefined ? undefined : cutAfter(above, kind)
}

function upper({ atMost, below }: Range, kind: RangeKind): Cut | undefined {
  if (below !== undefined) return { value: below, isAfter: false }
  return atMost === undefined ? undefined : cutAfter(atMost, kind)
}

const cutAfter = (value: string, { isWhole }: RangeKind): Cut =>
  isWhole ? { value: decimal(value).plus(1).toFixed(), isAfter: false } : { value, isAfter: true }

const compareCuts = (a: Cut, b: Cut): number =>
  orderOf(a.value, b.value) || Number(a.isAfter) - Number(b.isAfter)

function isEmpty(range: Range, kind: RangeKind): boolean {
  const [from, to] = [lower(range, kind), upper(range, kind)]
  return from !== undefined && to !== undefined && compareCuts(from, to) >= 0
}

function openEnds(ranges: readonly Range[]): RangeProblem[] {
  const [first, last] = [ranges[0] ?? {}, ranges.at(-1) ?? {}]
  const low = first.atLeast ?? first.above
  const high = last.atMost ?? last.below
  return [
    ...(low === undefined ? [] : [problem('not_open', 0, low)]),
    ...(high === undefined ? [] : [problem('not_open', ranges.length - 1, high)]),
  ]
}

/** Where one range ends the next begins: values in neither are a gap, in both an overlap. */
function seam(before: Range, { range, at, kind }: Placed & { readonly range: Range }): RangeProblem[] {
  const [end, begin] = [upper(before, kind), lower(range, kind)]
  if (!end || !begin) return [problem('overlap', at, (end ?? begin)?.value ?? '')]
  const order = compareCuts(end, begin)
  if (order === 0) return []
  return [order < 0 ? problem('gap', at, between(end, begin)) : problem('overlap', at, between(begin, end))]
}

const between = (low: Cut, high: Cut): string =>
  low.value === high.value ? low.value : `${low.value} – ${high.value}`

function problem(code: RangeProblemCode, at: number, given: string): RangeProblem {
  const value = shown(given)
  const { says, mend } = WORDS[code](at + 1, value)
  return { code, at, value, says, mend }
}

const WORDS: Readonly<
  Record<RangeProblemCode, (place: number, value: string) => { readonly says: Text; readonly mend: Text }>
> = {
  bad_bound: (place, value) => ({
    says: text(`第${place}档的界限“${value}”不是数`, `The bound ${value} of range ${place} is not a number`),
    mend: text('请填数字，如 10 或 12.5', 'Enter a number such as 10 or 12.5'),
  }),
  not_whole: (place, value) => ({
    says: text(
      `第${place}档的界限“${value}”不是整数`,
      `The bound ${value} of range ${place} is not a whole number`,
    ),
    mend: text('这里按整数计，请填整数', 'Only whole numbers occur here: enter one'),
  }),
  below_zero: (place, value) => ({
    says: text(
      `第${place}档的界限“${value}”在零以下，而这里的数不会小于零`,
      `The bound ${value} of range ${place} lies below zero, where no value can be`,
    ),
    mend: text('请改为零或更大的数', 'Enter zero or more'),
  }),
  two_bounds: (place, value) => ({
    says: text(
      `第${place}档同一端有两个界限：${value}`,
      `Range ${place} has two bounds at one end: ${value}`,
    ),
    mend: text('每端只保留一个', 'Keep one at each end'),
  }),
  empty_range: (place, value) => ({
    says: text(`第${place}档里没有任何数：${value}`, `Range ${place} holds no value: ${value}`),
    mend: text('起点须小于终点', 'It must begin below its end'),
  }),
  gap: (place, value) => ({
    says: text(
      `第${place - 1}档与第${place}档之间有空档：${value}`,
      `Between ranges ${place - 1} and ${place} is a gap: ${value}`,
    ),
    mend: text(
      '请让前一档的终点接上后一档的起点，其中一端含该数',
      'Let one end where the next begins, the value itself in one of them',
    ),
  }),
  overlap: (place, value) => ({
    says: text(
      `第${place - 1}档与第${place}档重叠：${value}`,
      `Ranges ${place - 1} and ${place} overlap: ${value}`,
    ),
    mend: text(
      '每个数只能归入一档，请按从小到大排列并改开界限',
      'A value belongs to one range: order them from low to high and part their bounds',
    ),
  }),
  not_open: (place, value) => ({
    says: text(
      `第${place}档以${value}为界，界外的数无档可归`,
      `Range ${place} ends at ${value}; what lies beyond is in no range`,
    ),
    mend: text('请去掉首档的下界和末档的上界', 'Leave the first range open below and the last open above'),
  }),
}
