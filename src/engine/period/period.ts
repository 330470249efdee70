import { isPlainDate } from '#engine/period/plain-date'
import { fail, ok, text, type Result, type Text } from '#engine/result/result'

/** A span of the calendar as text: '2022', '2022-H1', '2022-Q1', '2022-03' or the day '2022-03-15'. */
export type PeriodId = string & { readonly __period: 'PeriodId' }

/** How long a period is. */
export type Grain = 'year' | 'half_year' | 'quarter' | 'month' | 'date'

export interface PeriodError {
  readonly code: 'malformed_period'
  readonly message: Text
}

const ID = /^[1-9]\d{3}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$/
/** How people write periods in sheets: 2022年, 2022年3月, 2022年一季度, 2022年上半年, 2022.3, 2022/03, 202203. */
const WRITTEN: readonly (readonly [RegExp, (match: readonly string[]) => string])[] = [
  [/^(\d{4})年度?$/, ([, year]) => `${year}`],
  [/^(\d{4})年0?(\d{1,2})月份?$/, ([, year, month]) => `${year}-${month?.padStart(2, '0')}`],
  [/^(\d{4})[./-](\d{1,2})$/, ([, year, month]) => `${year}-${month?.padStart(2, '0')}`],
  [/^(\d{4})(\d{2})$/, ([, year, month]) => `${year}-${month}`],
  [/^(\d{4})年第?([一二三四1234])季度$/, ([, year, q = '']) => `${year}-Q${'一二三四'.indexOf(q) + 1 || q}`],
  [/^(\d{4})年([上下])半年$/, ([, year, half]) => `${year}-H${half === '上' ? 1 : 2}`],
  [
    /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
    ([, y, m, d]) => `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`,
  ],
  [/^Q([1-4]) (\d{4})$/, ([, q, year]) => `${year}-Q${q}`],
  [/^H([12]) (\d{4})$/, ([, half, year]) => `${year}-H${half}`],
]

/** Reads an id or a common way of writing one ('2022年一季度'); anything else is refused with the forms to use. */
export function parsePeriod(input: string): Result<PeriodId, PeriodError> {
  const plain = input.length > 20 ? '' : input.normalize('NFKC').trim()
  if (isPeriodId(plain)) return ok(plain)
  for (const [shape, build] of WRITTEN) {
    const match = shape.exec(plain)
    const id = match ? build(match) : ''
    if (isPeriodId(id)) return ok(id)
  }
  return fail({ code: 'malformed_period', message: malformed(input.slice(0, 20)) })
}

/** True for a canonical id of a period or day that exists. */
export const isPeriodId = (input: unknown): input is PeriodId =>
  typeof input === 'string' && (ID.test(input) || isPlainDate(input))

/** The id of a text known to be one (a constant, a database value); throws for a caller's mistake. */
export function period(id: string): PeriodId {
  if (!isPeriodId(id)) throw new RangeError(`Not a period: ${id.slice(0, 20)}`)
  return id
}

/** Length of the period, read from the id's shape. */
export function grainOf(id: PeriodId): Grain {
  if (id.length === 4) return 'year'
  if (id.length === 10) return 'date'
  const mark = id[5]
  return mark === 'H' ? 'half_year' : mark === 'Q' ? 'quarter' : 'month'
}

export const yearOfPeriod = (id: PeriodId): number => Number(id.slice(0, 4))

const malformed = (shown: string): Text =>
  text(
    `“${shown}”不是期间，可写 2022、2022-H1、2022-Q1、2022-03 或 2022-03-15`,
    `“${shown}” is not a period; write 2022, 2022-H1, 2022-Q1, 2022-03 or 2022-03-15`,
  )
