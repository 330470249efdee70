import { parseQuantity } from '#engine/quantity/parse-quantity'
import type { Quantity } from '#engine/quantity/quantity'
import { fail, ok, text, type Result, type Text } from '#engine/result/result'
import type { IndicatorReply } from '#modules/indicators/contract'

const tooFine = (decimals: number): Text =>
  text(`最多 ${decimals} 位小数，请四舍五入`, `At most ${decimals} decimals: please round it`)

/** What was typed as the server will read it, or the sentence at the cell; empty is unknown, never zero. */
export function readEntry(
  typed: string,
  indicator: Pick<IndicatorReply, 'unit' | 'decimals'>,
): Result<Quantity, Text> {
  const parsed = parseQuantity(typed, indicator.unit)
  if (!parsed.ok) return fail(parsed.error.message)
  const { quantity } = parsed.value
  // Canonical text has no trailing zeros: what stands after the point is what was meant.
  const places = quantity.value?.split('.')[1]?.length ?? 0
  return places > indicator.decimals ? fail(tooFine(indicator.decimals)) : ok(quantity)
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
