import type { PeriodId } from '#engine/period/period'
import { timeProgress } from '#engine/period/period-extent'
import { canonical, decimal, type ExactDecimal, over, rounded, times } from '#engine/quantity/decimal'
import { isKnown, UNKNOWN } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'
import type { LampFacts, LampReading } from '#engine/lamps/lamp-facts'

/** Completed ÷ annual plan and time progress, in %: exact for whoever asks, and near for banding. */
interface Progress {
  readonly completion: () => ExactDecimal
  readonly expected: ExactDecimal
  readonly near: { readonly completion: number; readonly expected: number }
}

/** Percentage points behind time progress (序时进度, months ÷ 12); negative when ahead. */
export function readPointsBehind(facts: LampFacts): LampReading {
  const progress = progressOf(facts)
  if ('why' in progress) return { kind: 'unknown', why: progress.why }
  const { completion, expected, near } = progress
  const behind = () => canonical(expected.minus(completion()))
  return {
    kind: 'value',
    near: near.expected - near.completion,
    get value() {
      return behind()
    },
    says: (decimals) => behindText(canonical(completion()), behind(), decimals),
  }
}

function behindText(completion: string, behind: string, decimals: number): Text {
  const done = rounded(completion, decimals)
  const points = rounded(behind.replace('-', ''), decimals)
  if (behind === '0') return text(`完成 ${done}%，与序时进度持平`, `${done}% done, level with time progress`)
  return behind.startsWith('-')
    ? text(
        `完成 ${done}%，超序时进度 ${points} 个百分点`,
        `${done}% done, ${points} points ahead of time progress`,
      )
    : text(
        `完成 ${done}%，落后序时进度 ${points} 个百分点`,
        `${done}% done, ${points} points behind time progress`,
      )
}

/** Completion in % of time progress: 41.2 % where 58.3 % of the year is gone is 70.6 %. */
export function readPaceRatio(facts: LampFacts): LampReading {
  const progress = progressOf(facts)
  if ('why' in progress) return { kind: 'unknown', why: progress.why }
  const { completion, expected, near } = progress
  const value = () => canonical(percent(completion(), expected))
  const says = (decimals: number) => {
    const [done, time] = [rounded(canonical(completion()), 1), rounded(canonical(expected), 1)]
    const pace = rounded(value(), decimals)
    return text(
      `完成 ${done}%，为序时进度 ${time}% 的 ${pace}%`,
      `${done}% done, ${pace}% of the time progress of ${time}%`,
    )
  }
  return {
    kind: 'value',
    near: (near.completion / near.expected) * 100,
    get value() {
      return value()
    },
    says,
  }
}

function progressOf({
  completed = UNKNOWN,
  annualPlan = UNKNOWN,
  month,
  toldUntil = month,
}: LampFacts): Progress | { readonly why: Text } {
  if (!isKnown(annualPlan)) return { why: text('年度计划未知', 'the annual plan is unknown') }
  if (!isKnown(completed)) return { why: text('累计完成未知', 'what is completed is unknown') }
  if (annualPlan.value === '0') return { why: text('年度计划为零', 'the annual plan is zero') }
  const [done, plan] = [completed.value, annualPlan.value]
  const expected = expectedBy(toldUntil)
  return {
    completion: () => percent(decimal(done), decimal(plan)),
    expected,
    near: { completion: (Number(done) / Number(plan)) * 100, expected: expected.toNumber() },
  }
}

const hundred = decimal(100)
const percent = (part: ExactDecimal, whole: ExactDecimal): ExactDecimal => times(over(part, whole), hundred)

const expectations = new Map<PeriodId, ExactDecimal>()

/** Time progress in %; the same for every project of a month. */
function expectedBy(month: PeriodId): ExactDecimal {
  const known = expectations.get(month) ?? times(decimal(timeProgress(month)), hundred)
  expectations.set(month, known)
  return known
}

/** Money paid in % of what should have been paid; nothing to pay is nothing to judge. */
export function readPaidRatio({ paid = UNKNOWN, toBePaid = UNKNOWN }: LampFacts): LampReading {
  if (!isKnown(toBePaid)) return unknown('应支付的资金未知', 'the money to be paid is unknown')
  if (toBePaid.value === '0')
    return { kind: 'settled', says: text('目前没有应支付的资金', 'no money is to be paid yet') }
  if (!isKnown(paid)) return unknown('已支付的资金未知', 'the money paid is unknown')
  const [part, whole] = [paid.value, toBePaid.value]
  const value = () => canonical(percent(decimal(part), decimal(whole)))
  const says = (decimals: number) =>
    text(
      `已支付应付资金的 ${rounded(value(), decimals)}%`,
      `${rounded(value(), decimals)}% of the money due is paid`,
    )
  return {
    kind: 'value',
    near: (Number(part) / Number(whole)) * 100,
    get value() {
      return value()
    },
    says,
  }
}

const unknown = (zh: string, en: string): LampReading => ({ kind: 'unknown', why: text(zh, en) })
