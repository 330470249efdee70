import { fail, ok, type Result } from '#engine/result/result'
import { findAction, findState, SAME_STATE } from '#engine/lifecycles/lifecycle'
import type { ClockMove, Lifecycle, LifecycleAction } from '#engine/lifecycles/lifecycle'

/** Why an action is refused: a closed set, each with the data a person needs to mend it. */
export type Refusal =
  | { readonly kind: 'unknown_state'; readonly state: string }
  | { readonly kind: 'unknown_action'; readonly action: string }
  | {
      readonly kind: 'not_possible'
      readonly action: string
      readonly state: string
      readonly possibleFrom: readonly string[]
    }
  | { readonly kind: 'not_allowed'; readonly action: string; readonly rights: readonly string[] }
  | { readonly kind: 'field_missing'; readonly action: string; readonly field: string }
  | { readonly kind: 'reason_missing'; readonly action: string }

/**
 * What is brought to an action. `filled` names the fields that hold a value; `roles` are the actor's roles for this
 * record: leave them out only where rights were decided before.
 */
export interface Attempt {
  readonly action: string
  readonly filled?: Iterable<string>
  readonly reason?: string
  readonly roles?: readonly string[]
}

/** What an accepted action does: the new state, the clocks to move, the event to emit. */
export interface Transition<S extends string = string> {
  readonly action: string
  readonly from: S
  readonly to: S
  readonly clocks: readonly ClockMove[]
  readonly emits?: string
  readonly reason?: string
}

/** An action as offered to a person: its name with its declaration and the state it leads to. */
export interface OfferedAction extends LifecycleAction {
  readonly action: string
  readonly to: string
}

/** The actions possible from a state, in declared order; with `roles`, only those that one of the roles may take. */
export function actionsFrom(lifecycle: Lifecycle, state: string, roles?: readonly string[]): OfferedAction[] {
  return Object.entries(lifecycle.actions)
    .filter(([, declared]) => declared.from.includes(state) && mayAct(declared, roles))
    .map(([action, declared]) => ({ ...declared, action, to: targetOf(declared, state) }))
}

/**
 * Takes an action on a record in `state`. Either the transition, or every problem at once (so that a person mends
 * all of them in one go); a state or action that does not exist is the only problem then named.
 */
export function applyAction<S extends string>(
  lifecycle: Lifecycle<S>,
  state: NoInfer<S>,
  attempt: Attempt,
): Result<Transition<S>, readonly Refusal[]> {
  const declared = findAction(lifecycle, attempt.action)
  if (findState(lifecycle, state) === undefined) return fail([{ kind: 'unknown_state', state }])
  if (declared === undefined) return fail([{ kind: 'unknown_action', action: attempt.action }])
  const refusals = [...placeRefusals(declared, state, attempt), ...contentRefusals(declared, attempt)]
  if (refusals.length > 0) return fail(refusals)
  const reason = attempt.reason?.trim()
  return ok({
    action: attempt.action,
    from: state,
    // The lifecycle's type promises that `to` is one of its states.
    to: targetOf(declared, state) as S,
    clocks: declared.clocks ?? [],
    ...(declared.emits === undefined ? {} : { emits: declared.emits }),
    ...(reason ? { reason } : {}),
  })
}

/** The state an action leads to when taken in `state`; an action that stays answers that same state. */
export function targetOf(declared: LifecycleAction, state: string): string {
  return declared.to === SAME_STATE ? state : declared.to
}

function mayAct(declared: LifecycleAction, roles: readonly string[] | undefined): boolean {
  return roles === undefined || declared.rights.some((right) => roles.includes(right))
}

function placeRefusals(declared: LifecycleAction, state: string, attempt: Attempt): Refusal[] {
  const { action, roles } = attempt
  const refusals: Refusal[] = []
  if (!declared.from.includes(state))
    refusals.push({ kind: 'not_possible', action, state, possibleFrom: declared.from })
  if (!mayAct(declared, roles)) refusals.push({ kind: 'not_allowed', action, rights: declared.rights })
  return refusals
}

function contentRefusals(declared: LifecycleAction, attempt: Attempt): Refusal[] {
  const { action } = attempt
  const filled = new Set(attempt.filled)
  const refusals: Refusal[] = (declared.requires ?? [])
    .filter((field) => !filled.has(field))
    .map((field) => ({ kind: 'field_missing', action, field }))
  // A reason of blanks is no reason: the person to whom a report is returned would learn nothing.
  if (declared.reason === 'required' && !attempt.reason?.trim())
    refusals.push({ kind: 'reason_missing', action })
  return refusals
}
