import { type PeriodId } from '#engine/period/period'
import { firstDay } from '#engine/period/period-extent'
import { nextPeriod } from '#engine/period/period-steps'
import { addDays, type PlainDate } from '#engine/period/plain-date'
import { type Problem, shown } from '#engine/records/problem'
import { decimal } from '#engine/quantity/decimal'
import { text } from '#engine/result/result'

type Row = Readonly<Record<string, unknown>>

/** 500 万元: what is smaller is not in the statistics of projects (domain facts §2.5). */
const threshold = decimal('0.05')

/** Where nobody has said another day. */
export const usualDeadline = 10

const always = ['has_approval', 'has_contract', 'has_photos', 'has_licence', 'has_content', 'agrees']

/** Proofs that a kind of investment needs. */
export const proofsOf = (kind: unknown): readonly string[] =>
  kind === 'purchase' ? [...always, 'has_payment'] : always

/** The area's day in the month after the start: what starts in March is due by 10 April. */
export function entryDue(startedIn: PeriodId, day: number): PlainDate {
  return addDays(firstDay(nextPeriod(startedIn)), day - 1)
}

/** The four agreements are no paper: they are looked at. */
const unchecked: Problem = {
  field: 'agrees',
  code: 'required',
  value: '',
  says: text('尚未核对', 'has not been checked'),
  mend: text('请逐项核对后勾选', 'Check each, then tick it.'),
}

const missing = (field: string): Problem => ({
  field,
  code: 'required',
  value: '',
  says: text('申报须附此项', 'is needed for the entry'),
  mend: text('请上传附件后勾选', 'Attach it, then tick it.'),
})

/** Why an entry cannot be submitted; empty when it can. An unknown investment is not a small one. */
export function entryProblems(entry: Row, project: Row): Problem[] {
  const problems = proofsOf(entry.kind)
    .filter((name) => entry[name] !== true)
    .map((name) => (name === 'agrees' ? unchecked : missing(name)))
  const { started_on, started_in, investment } = project
  if (typeof started_on !== 'string' && typeof started_in !== 'string')
    problems.push({
      field: 'project',
      code: 'rule',
      value: '',
      says: text('项目尚未开工，不能入库', 'The project has not started and cannot be entered'),
      mend: text('请先填写实际开工日期', 'Fill in when it started.'),
    })
  if (typeof investment === 'string' && decimal(investment).lt(threshold))
    problems.push({
      field: 'project',
      code: 'rule',
      value: shown(`${investment} 亿元`),
      says: text('总投资不足 500 万元', 'Its investment is below 5 million yuan'),
      mend: text('此类项目不纳入统计', 'Such projects are not in the statistics.'),
    })
  return problems
}
