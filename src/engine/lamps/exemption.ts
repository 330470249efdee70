import { formatPeriod } from '#engine/period/format-period'
import { period } from '#engine/period/period'
import type { PlainDate } from '#engine/period/plain-date'
import { shown } from '#engine/records/problem'
import { text, type Text } from '#engine/result/result'
import type { LampDimension } from '#engine/lamps/lamp-table'

/** A good reason (正当理由) that somebody approved: from one day to another the lamp of a dimension stays green. */
export interface LampExemption {
  readonly dimension: LampDimension
  readonly reason: string
  readonly approvedBy: string
  readonly from: PlainDate
  /** The last day on which it holds. There is none without an end. */
  readonly until: PlainDate
}

export interface ExemptionProblem {
  readonly code: 'no_reason' | 'no_approver' | 'ends_before_it_begins'
  readonly value: string
  readonly says: Text
  readonly mend: Text
}

/** Why an exemption cannot stand; an empty list means that it can. */
export function exemptionProblems({ reason, approvedBy, from, until }: LampExemption): ExemptionProblem[] {
  const problems: ExemptionProblem[] = []
  if (reason.trim() === '')
    problems.push({
      code: 'no_reason',
      value: shown(reason),
      says: text('豁免没有写明理由', 'The exemption gives no reason'),
      mend: text('请写明正当理由', 'Write down the good reason'),
    })
  if (approvedBy.trim() === '')
    problems.push({
      code: 'no_approver',
      value: shown(approvedBy),
      says: text('豁免没有批准人', 'Nobody has approved the exemption'),
      mend: text('请填写批准人', 'Name who approved it'),
    })
  if (until < from)
    problems.push({
      code: 'ends_before_it_begins',
      value: `${from} – ${until}`,
      says: text('豁免的截止日早于起始日', 'The exemption ends before it begins'),
      mend: text('请更正日期', 'Correct the dates'),
    })
  return problems
}

/** The exemption that holds for a dimension on a day: sound, begun and not expired. */
export function exemptionOn(
  exemptions: readonly LampExemption[],
  dimension: LampDimension,
  on: PlainDate,
): LampExemption | undefined {
  return exemptions.find(
    (one) =>
      one.dimension === dimension && one.from <= on && on <= one.until && exemptionProblems(one).length === 0,
  )
}

/** The exemption in words. */
export function exemptionText({ reason, approvedBy, until }: LampExemption): Text {
  const last = formatPeriod(period(until))
  return text(
    `因“${reason}”经${approvedBy}批准豁免，至${last.zh}止`,
    `exempted until ${last.en} by ${approvedBy}: ${reason}`,
  )
}
