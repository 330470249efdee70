import { fail, ok, type Result } from '#engine/result/result'
import { findAction, findState, type Lifecycle } from '#engine/lifecycles/lifecycle'
import { targetOf } from '#engine/lifecycles/apply-action'

/** One step as the ledger keeps it; other columns (who, when, reason) may ride along and are handed back untouched. */
export interface HistoryStep {
  readonly action: string
}

/** A step with the states before and after it. */
export interface FoldedStep<H extends HistoryStep, S extends string> {
  readonly step: H
  readonly from: S
  readonly to: S
}

/** Where a history leads, and the way there: one entry per step, so a return or withdrawal loses nothing. */
export interface Folded<H extends HistoryStep, S extends string> {
  readonly state: S
  readonly trail: readonly FoldedStep<H, S>[]
}

/** The first step that could not have happened: its index from 0, and the state it met. */
export interface ImpossibleStep {
  readonly index: number
  readonly action: string
  readonly state: string
  readonly kind: 'unknown_action' | 'not_possible' | 'unknown_state'
}

/**
 * Folds a history, oldest first, to the state of the record; an empty history is the initial state. Fields and
 * reasons are not asked again: they were judged when the step was taken, perhaps under an older declaration.
 */
export function foldHistory<H extends HistoryStep, S extends string>(
  lifecycle: Lifecycle<S>,
  history: readonly H[],
): Result<Folded<H, S>, ImpossibleStep> {
  const trail: FoldedStep<H, S>[] = []
  let state: S = lifecycle.initial
  for (const [index, step] of history.entries()) {
    const kind = impossibility(lifecycle, state, step.action)
    if (kind !== undefined) return fail({ index, action: step.action, state, kind })
    const declared = findAction(lifecycle, step.action)
    const to = declared === undefined ? state : (targetOf(declared, state) as S)
    trail.push({ step, from: state, to })
    state = to
  }
  return ok({ state, trail })
}

function impossibility(
  lifecycle: Lifecycle,
  state: string,
  action: string,
): ImpossibleStep['kind'] | undefined {
  const declared = findAction(lifecycle, action)
  if (declared === undefined) return 'unknown_action'
  if (!declared.from.includes(state)) return 'not_possible'
  return findState(lifecycle, targetOf(declared, state)) === undefined ? 'unknown_state' : undefined
}
