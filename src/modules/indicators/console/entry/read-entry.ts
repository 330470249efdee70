import { parseQuantity } from '#engine/quantity/parse-quantity'
import type { Quantity } from '#engine/quantity/quantity'
import { fail, ok, text, type Result, type Text } from '#engine/result/result'
import type { IndicatorReply } from '#modules/indicators/contract'

type Entered = Pick<IndicatorReply, 'unit' | 'decimals'>

/** Says what was read as well: 12.5万元 has one decimal, but as 0.00125 亿元 it has five. */
const tooFine = (value: string, { unit, decimals }: Entered): Text =>
  text(
    `即 ${value} ${unit}：最多 ${decimals} 位小数，请四舍五入`,
    `That is ${value} ${unit}: at most ${decimals} decimals, please round it`,
  )

/** What was typed as the server will read it, or the sentence at the cell; empty is unknown, never zero. */
export function readEntry(typed: string, indicator: Entered): Result<Quantity, Text> {
  const parsed = parseQuantity(typed, indicator.unit)
  if (!parsed.ok) return fail(parsed.error.message)
  const { quantity } = parsed.value
  // Canonical text has no trailing zeros: what stands after the point is what was meant.
  const value = quantity.value ?? ''
  const places = value.split('.')[1]?.length ?? 0
  return places > indicator.decimals ? fail(tooFine(value, indicator)) : ok(quantity)
}

const marks: Readonly<Record<string, (value: string) => string>> = {
  over: (value) => `${value}+`,
  about: (value) => `≈${value}`,
  at_least: (value) => `≥${value}`,
  within: (value) => `≤${value}`,
}

/** A stored figure as one would type it, in either language, so that reading it gives the same figure again. */
export const entryText = (value: string | null, qualifier: string): string =>
  value === null ? '' : (marks[qualifier]?.(value) ?? value)
