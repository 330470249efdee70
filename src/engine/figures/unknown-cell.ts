import type { Cell, Origin } from '#engine/figures/cell'
import type { Coverage } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'

/** A cell without a value, the reason in words; its sources count as missing. */
export const unknownCell = (
  why: Text,
  origin: Origin = 'reported',
  coverage: Coverage = { have: 0, of: 1 },
): Cell => ({
  value: null,
  qualifier: 'exact',
  coverage,
  origin,
  sample: false,
  status: null,
  why,
  ambiguity: null,
})

/** What stands where nobody has reported anything. */
export const UNREPORTED: Cell = unknownCell(text('尚未填报', 'not reported yet'))
