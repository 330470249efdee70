import type { Coverage, Quantity } from '#engine/quantity/quantity'
import { UNKNOWN } from '#engine/quantity/quantity'
import type { Text } from '#engine/result/result'

/** A figure while a formula is worked out: in base units, with its sources counted; `why` is set when it is unknown. */
export interface Value {
  readonly quantity: Quantity
  readonly coverage: Coverage
  readonly why: Text | null
}

/** An unknown value and the reason; its sources count as missing. */
export const unknownBecause = (why: Text, coverage: Coverage): Value => ({
  quantity: UNKNOWN,
  coverage: { have: 0, of: Math.max(coverage.of, 1) },
  why,
})
