import { quantityOf, type Cell, type CellKey, type Read } from '#engine/figures/cell'
import { cellOf } from '#engine/figures/marks'
import { placesRead, type Place } from '#engine/figures/places'
import type { Plan, PlannedIndicator } from '#engine/figures/plan'
import { UNREPORTED } from '#engine/figures/unknown-cell'
import { evaluate } from '#engine/formula/evaluate'
import type { Expression } from '#engine/formula/expression'
import type { Reader } from '#engine/formula/reader'
import { unknownBecause, type Value } from '#engine/formula/value'
import { quantityInBase, quantityInUnit } from '#engine/quantity/convert-quantity'
import { NO_PARTS, oneSource } from '#engine/quantity/coverage'
import { isRate } from '#engine/quantity/unit'
import { UNKNOWN } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'

/** A formula to be worked out for the place and nature of a key. */
export interface Working {
  readonly plan: Plan
  readonly key: CellKey
  readonly read: Read
}

/** A formula's value in base units, with the cells it was worked out from. */
export interface Worked {
  readonly value: Value
  readonly inputs: readonly Cell[]
}

/** Works out a bound formula at a key's place, reading cells of the key's nature. */
export function workOut(expression: Expression, { plan, key, read }: Working): Worked {
  const inputs: Cell[] = []
  const reader: Reader<Place> = {
    read: (code, at) => {
      const cell =
        read.cell({ unit: at.unit, indicator: code, period: at.period, nature: key.nature }) ?? UNREPORTED
      inputs.push(cell)
      return valueOf(cell, plan.indicators.get(code))
    },
    step: (step, at) => placesRead(plan, step, at),
    trait: (code) => traitOf(plan.indicators.get(code)),
  }
  return { value: evaluate(expression, { unit: key.unit, period: key.period }, reader), inputs }
}

/** The cell of an indicator with a formula, in its unit; unknown with the reason when an operand is missing. */
export function formulaCell(formula: Expression, planned: PlannedIndicator, working: Working): Cell {
  const { value, inputs } = workOut(formula, working)
  const quantity = quantityInUnit(value.quantity, planned.measure)
  return cellOf({ quantity, coverage: value.coverage, origin: 'formula', why: value.why, inputs })
}

function valueOf(cell: Cell, planned: PlannedIndicator | undefined): Value {
  if (cell.value !== null && planned) {
    return { quantity: quantityInBase(quantityOf(cell), planned.measure), coverage: cell.coverage, why: null }
  }
  const why = unknownWords(planned)
  // Where nothing was counted there was nothing to count: no report is missing.
  if (planned?.indicator.source === 'measure') return { quantity: UNKNOWN, coverage: NO_PARTS, why }
  return unknownBecause(why, cell.value === null ? cell.coverage : oneSource(false))
}

function unknownWords(planned: PlannedIndicator | undefined): Text {
  const name = planned?.indicator.name
  return text(`“${name?.zh ?? '?'}”未知`, `“${name?.en ?? '?'}” is unknown`)
}

const traitOf = (planned: PlannedIndicator | undefined) => ({
  isRate: planned !== undefined && isRate(planned.measure),
  isCumulative: planned?.indicator.accumulation === 'ytd',
  isLessBetter: planned?.indicator.direction === 'down',
})
