import { type Fit, headFit, isRowNumber, type MappedField, type Why } from './fit-head'
import type { GridCell } from './grid'
import type { Head } from './heads'
import type { ColumnPlan } from './plan'
import { valueFit } from './value-fit'

/** What a column is thought to hold, and how sure that is: below `sure` a person should look. */
export interface Proposal {
  readonly head: string
  readonly field: string | null
  /** From 0 to 1. */
  readonly confidence: number
  readonly why: Why | 'row_number' | 'none'
}

/** A proposal at or above this needs no second look. */
export const sure = 0.85
/** Below this nothing is proposed. */
const least = 0.5

export interface HeadAndValues {
  readonly head: Head
  /** Some of the column's values, for the test whether they could stand in the field. */
  readonly values: readonly GridCell[]
}

interface Candidate extends Fit {
  readonly at: number
  readonly field: string
}

/** What the words say, weighed by what the values say: dates under a head of money make it doubtful. */
function weighed(words: Fit | undefined, values: number | null): Fit | undefined {
  if (!words) return values !== null && values >= 0.8 ? { confidence: 0.5, why: 'values' } : undefined
  if (values === null) return words
  return values >= 0.5 ? words : { ...words, confidence: words.confidence * (0.4 + values) }
}

function candidates(columns: readonly HeadAndValues[], fields: readonly MappedField[]): Candidate[] {
  return columns.flatMap(({ head, values }, at) => {
    if (isRowNumber(head.parts.at(-1) ?? '')) return []
    return fields.flatMap((mapped) => {
      const { field } = mapped
      // Values alone say enough only for a choice: any number could be any other.
      const words = headFit(head, mapped)
      const fit = words || field.kind === 'choice' ? weighed(words, valueFit(field, values)) : undefined
      return fit && fit.confidence >= least ? [{ ...fit, at, field: mapped.name }] : []
    })
  })
}

/** For each column the field it most likely fills; every field is given away once, to the column that fits it best. */
export function propose(
  columns: readonly HeadAndValues[],
  fields: readonly MappedField[],
  remembered: Readonly<Record<string, ColumnPlan>> = {},
): Proposal[] {
  const known = new Set(fields.map(({ name }) => name))
  const taken = new Set<string>()
  const found = new Map<number, Proposal>()
  columns.forEach(({ head }, at) => {
    const plan = Object.hasOwn(remembered, head.name) ? remembered[head.name] : undefined
    if (!plan || (plan.field !== null && !known.has(plan.field))) return
    found.set(at, { head: head.name, field: plan.field, confidence: 1, why: 'remembered' })
    if (plan.field !== null) taken.add(plan.field)
  })
  const open = candidates(columns, fields).toSorted((a, b) => b.confidence - a.confidence || a.at - b.at)
  for (const { at, field, confidence, why } of open) {
    if (found.has(at) || taken.has(field)) continue
    taken.add(field)
    found.set(at, { head: columns[at]?.head.name ?? '', field, confidence: round(confidence), why })
  }
  return columns.map(
    ({ head }, at) =>
      found.get(at) ?? {
        head: head.name,
        field: null,
        confidence: 0,
        why: isRowNumber(head.parts.at(-1) ?? '') ? 'row_number' : 'none',
      },
  )
}

const round = (confidence: number): number => Math.round(confidence * 100) / 100
