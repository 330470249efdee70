import type { Coverage } from '#engine/quantity/quantity'

/** Nothing had to be reported, as for a number written in a formula. */
export const NO_PARTS: Coverage = { have: 0, of: 0 }

/** One source, known or not. */
export const oneSource = (isKnown: boolean): Coverage => ({ have: isKnown ? 1 : 0, of: 1 })

/** Coverage of a total over parts: 3 of 4 and 5 of 6 are 8 of 10. */
export const addCoverage = (a: Coverage, b: Coverage): Coverage => ({
  have: a.have + b.have,
  of: a.of + b.of,
})

/** Coverage of a calculation from two figures: the poorer share; of equal shares the one with more sources. */
export function poorerCoverage(a: Coverage, b: Coverage): Coverage {
  if (a.of === 0) return b
  if (b.of === 0) return a
  const difference = a.have * b.of - b.have * a.of
  if (difference !== 0) return difference < 0 ? a : b
  return a.of >= b.of ? a : b
}

/** True when every source is known. */
export const isComplete = (coverage: Coverage): boolean => coverage.have >= coverage.of
