import { daysAfter } from './audit-days'
import { type Problem, shown } from '#engine/records/problem'
import { isPlainDate } from '#engine/period/plain-date'
import { fail, ok, type Result, text } from '#engine/result/result'
import type { Outcome } from '#engine/ledger/audit-entry'

/** What the audit desk asks for. Days are Beijing's; `to` is within. */
export interface AuditQuery {
  readonly from?: string
  readonly before?: string
  readonly person?: string
  readonly deed?: string
  readonly record?: string
  readonly row?: string
  readonly unit?: string
  readonly outcome?: Outcome
  readonly q?: string
  readonly size: number
  readonly after?: { readonly at: string; readonly id: string }
}

type Given = Readonly<Record<string, string | readonly string[] | undefined>>

const known = [
  'from',
  'to',
  'person',
  'deed',
  'record',
  'row',
  'unit',
  'outcome',
  'q',
  'size',
  'after',
  'language',
]
const largestPage = 500

const problem = (field: string, value: unknown, [zh, en]: readonly [string, string]): Problem => ({
  field: field.slice(0, 60),
  code: 'query',
  value: shown(value),
  says: text(zh, en),
  mend: text('请按接口文档填写', 'See the API description.'),
})

const wrongs = {
  unknown: ['没有这个条件', 'is not a filter of the audit desk'],
  date: ['不是日期，应如 2026-03-05', 'is not a date such as 2026-03-05'],
  outcome: ['只能是 done 或 refused', 'must be done or refused'],
  size: [`应为 1 到 ${largestPage} 的整数`, `must be a whole number from 1 to ${largestPage}`],
  after: ['不是本接口给出的位置', 'is not a place this API gave'],
} as const

const tests: Readonly<Partial<Record<string, readonly [keyof typeof wrongs, (value: string) => boolean]>>> = {
  from: ['date', isPlainDate],
  to: ['date', isPlainDate],
  outcome: ['outcome', (value) => value === 'done' || value === 'refused'],
  size: ['size', (value) => /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= largestPage],
  after: ['after', (value) => /^\d{4}-\d\d-\d\dT[\d:.]+Z~[\w-]{1,100}$/.test(value)],
}

function problemsOf(given: Given): Problem[] {
  return Object.entries(given).flatMap(([name, value]) => {
    if (!known.includes(name)) return [problem(name, value, wrongs.unknown)]
    const test = tests[name]
    const fits = !value || !test || (typeof value === 'string' && test[1](value))
    return fits || !test ? [] : [problem(name, value, wrongs[test[0]])]
  })
}

const taken = ['person', 'deed', 'record', 'row', 'unit', 'q'] as const

/** Reads the address of the audit desk, or tells every problem: a mistyped condition must not show everything. */
export function readAuditQuery(given: Given): Result<AuditQuery, Problem[]> {
  const problems = problemsOf(given)
  if (problems.length > 0) return fail(problems)
  const one = (name: string) => {
    const value = given[name]
    return typeof value === 'string' ? value.trim().slice(0, 200) : ''
  }
  const texts = Object.fromEntries(taken.flatMap((name) => (one(name) ? [[name, one(name)]] : [])))
  const [at = '', id = ''] = one('after').split('~')
  return ok({
    ...texts,
    ...(one('from') && { from: daysAfter(one('from'), 0) }),
    ...(one('to') && { before: daysAfter(one('to'), 1) }),
    ...(one('outcome') && { outcome: one('outcome') as Outcome }),
    ...(id && { after: { at, id } }),
    size: Number(one('size') || 50),
  })
}
