import { cellId, type Cell, type CellKey, type Read } from '#engine/figures/cell'
import { computeCell } from '#engine/figures/compute-cell'
import { discrepancy } from '#engine/figures/discrepancy'
import { calculationText, discrepancyText } from '#engine/figures/explain-words'
import type { Plan } from '#engine/figures/plan'
import { formatPeriod } from '#engine/period/format-period'
import { text, type Text } from '#engine/result/result'

/**
 * Why a cell holds what it holds. `calculation` is the formula or roll-up with the values filled in, `inputs` the cells
 * it read, `ambiguity` what the source leaves open, `note` a second figure that disagrees or the reason of not knowing.
 */
export interface Explanation {
  readonly key: CellKey
  readonly indicator: Text
  readonly unit: Text
  readonly period: Text
  readonly cell: Cell
  readonly how: 'reported' | 'formula' | 'rollup' | 'unknown'
  readonly calculation: Text | null
  readonly inputs: readonly Explanation[]
  readonly ambiguity: Text | null
  readonly note: Text | null
  /** Why `inputs` is empty although there are some: shown elsewhere in the tree already, or beyond its limits. */
  readonly cut: 'shown_above' | 'too_far' | null
}

/** Deeper or wider than this a tree explains nothing to a reader, and a year of days would never end. */
const DEEPEST = 8
const MOST_NODES = 2000

/**
 * The tree of a cell down to what was reported. A cell reached twice has its inputs once only, so that the tree sent as
 * JSON stays as small as it is in memory; beyond 8 levels or 2 000 nodes inputs are left out. `cut` says so.
 */
export function explain(plan: Plan, key: CellKey, read: Read): Explanation {
  return explained({ plan, read, seen: new Set(), left: MOST_NODES }, key, 0)
}

interface Explaining {
  readonly plan: Plan
  readonly read: Read
  readonly seen: Set<string>
  /** Nodes that may still be made. */
  left: number
}

function explained(explaining: Explaining, key: CellKey, depth: number): Explanation {
  const { plan, read } = explaining
  const { cell, inputs } = withInputs(plan, key, read)
  const cut = cutOf(explaining, { key, inputs, depth })
  explaining.seen.add(cellId(key))
  if (!cut) explaining.left -= inputs.length
  return {
    key,
    indicator: plan.indicators.get(key.indicator)?.indicator.name ?? text(key.indicator, key.indicator),
    unit: plan.units.get(key.unit)?.unit.name ?? text(key.unit, key.unit),
    period: formatPeriod(key.period),
    cell,
    how: howOf(cell),
    calculation: calculationText(plan, { key, cell, inputs }, read),
    inputs: cut ? [] : inputs.map((input) => explained(explaining, input, depth + 1)),
    ambiguity: cell.ambiguity,
    note: discrepancyText(plan, key, discrepancy(plan, key, read)) ?? cell.why,
    cut,
  }
}

/** The cell computed anew while noting which cells it reads: the explanation cannot differ from the calculation. */
function withInputs(
  plan: Plan,
  key: CellKey,
  read: Read,
): { readonly cell: Cell; readonly inputs: readonly CellKey[] } {
  const inputs = new Map<string, CellKey>()
  const noting: Read = {
    observation: (wanted) => read.observation(wanted),
    cell: (wanted) => {
      inputs.set(cellId(wanted), wanted)
      return read.cell(wanted)
    },
  }
  return { cell: computeCell(plan, key, noting), inputs: [...inputs.values()] }
}

interface Expanding {
  readonly key: CellKey
  readonly inputs: readonly CellKey[]
  readonly depth: number
}

function cutOf({ seen, left }: Explaining, { key, inputs, depth }: Expanding): Explanation['cut'] {
  if (inputs.length === 0) return null
  if (seen.has(cellId(key))) return 'shown_above'
  return depth >= DEEPEST || inputs.length > left ? 'too_far' : null
}

function howOf({ value, origin }: Cell): Explanation['how'] {
  if (value === null) return 'unknown'
  return origin === 'formula' || origin === 'rollup' ? origin : 'reported'
}
