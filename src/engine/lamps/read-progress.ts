import { timeProgress } from '#engine/period/period-extent'
import { divide, multiply, subtract } from '#engine/quantity/arithmetic'
import { rounded } from '#engine/quantity/decimal'
import { isKnown, quantity, UNKNOWN, type Quantity } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'
import type { LampFacts, LampReading } from '#engine/lamps/lamp-facts'

/** Completed ÷ annual plan, in %; the rest of a reading needs nothing else. */
interface Progress {
  readonly completion: string
  readonly expected: string
}

/** Percentage points behind time progress (序时进度, months ÷ 12); negative when ahead. */
export function readPointsBehind(facts: LampFacts): LampReading {
  const progress = progressOf(facts)
  if ('why' in progress) return { kind: 'unknown', why: progress.why }
  const { completion, expected } = progress
  const behind = known(subtract(quantity(expected), quantity(completion)))
  return { kind: 'value', value: behind, says: (decimals) => behindText(completion, behind, decimals) }
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
  const { completion, expected } = progress
  const value = known(percent(quantity(completion), quantity(expected)))
  const says = (decimals: number) => {
    const [done, time, pace] = [rounded(completion, 1), rounded(expected, 1), rounded(value, decimals)]
    return text(
      `完成 ${done}%，为序时进度 ${time}% 的 ${pace}%`,
      `${done}% done, ${pace}% of the time progress of ${time}%`,
    )
  }
  return { kind: 'value', value, says }
}

function progressOf({
  completed = UNKNOWN,
  annualPlan = UNKNOWN,
  month,
  toldUntil = month,
}: LampFacts): Progress | { readonly why: Text } {
  if (!isKnown(annualPlan)) return { why: text('年度计划未知', 'the annual plan is unknown') }
  if (!isKnown(completed)) return { why: text('累计完成未知', 'what is completed is unknown') }
  const completion = percent(completed, annualPlan)
  if (!isKnown(completion)) return { why: text('年度计划为零', 'the annual plan is zero') }
  const expected = multiply(quantity(timeProgress(toldUntil)), quantity(100))
  return { completion: completion.value, expected: known(expected) }
}

/** Money paid in % of what should have been paid; nothing to pay is nothing to judge. */
export function readPaidRatio({ paid = UNKNOWN, toBePaid = UNKNOWN }: LampFacts): LampReading {
  if (!isKnown(toBePaid)) return unknown('应支付的资金未知', 'the money to be paid is unknown')
  if (toBePaid.value === '0')
    return { kind: 'settled', says: text('目前没有应支付的资金', 'no money is to be paid yet') }
  if (!isKnown(paid)) return unknown('已支付的资金未知', 'the money paid is unknown')
  const value = known(percent(paid, toBePaid))
  const says = (decimals: number) =>
    text(
      `已支付应付资金的 ${rounded(value, decimals)}%`,
      `${rounded(value, decimals)}% of the money due is paid`,
    )
  return { kind: 'value', value, says }
}

const percent = (part: Quantity, whole: Quantity): Quantity => multiply(divide(part, whole), quantity(100))

const unknown = (zh: string, en: string): LampReading => ({ kind: 'unknown', why: text(zh, en) })

/** Arithmetic on known quantities with a divisor that is not zero is known. */
const known = ({ value }: Quantity): string => value ?? '0'
