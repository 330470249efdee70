import { findState, SAME_STATE, type Lifecycle } from '#engine/lifecycles/lifecycle'
import { targetOf } from '#engine/lifecycles/apply-action'

/** What is wrong with a declared lifecycle. A test asserts that every declared lifecycle has none. */
export type LifecycleProblem =
  | { readonly kind: 'unknown_initial'; readonly state: string }
  | { readonly kind: 'unknown_state'; readonly action: string; readonly state: string }
  | { readonly kind: 'unreachable_state'; readonly state: string }
  /** Not final, and no action leads out: a record would be stuck there. */
  | { readonly kind: 'dead_end'; readonly state: string }
  /** Actions lead out, but none of them ever to a final state: the record could circle and never be finished. */
  | { readonly kind: 'no_way_to_end'; readonly state: string }
  | { readonly kind: 'nobody_may'; readonly action: string }
  | { readonly kind: 'never_possible'; readonly action: string }
  /** Two buttons of one name on one page: a person could not tell them apart. */
  | { readonly kind: 'same_label'; readonly state: string; readonly actions: readonly string[] }

/**
 * Every problem of a lifecycle, in declared order; an empty list means that it is sound. Also fit for lifecycles read
 * from data, where the compiler has proved nothing.
 */
export function lifecycleProblems(lifecycle: Lifecycle): LifecycleProblem[] {
  return [
    ...unknownStates(lifecycle),
    ...stateProblems(lifecycle),
    ...actionProblems(lifecycle),
    ...sameLabels(lifecycle),
  ]
}

function unknownStates(lifecycle: Lifecycle): LifecycleProblem[] {
  const initial: LifecycleProblem[] =
    findState(lifecycle, lifecycle.initial) === undefined
      ? [{ kind: 'unknown_initial', state: lifecycle.initial }]
      : []
  const named = Object.entries(lifecycle.actions).flatMap(([action, declared]) =>
    [...declared.from, declared.to]
      .filter((state) => state !== SAME_STATE && findState(lifecycle, state) === undefined)
      .map((state): LifecycleProblem => ({ kind: 'unknown_state', action, state })),
  )
  return [...initial, ...named]
}

function stateProblems(lifecycle: Lifecycle): LifecycleProblem[] {
  const ways = waysOf(lifecycle)
  const states = Object.keys(lifecycle.states)
  const reached = closure([lifecycle.initial], ways)
  const finals = states.filter((state) => findState(lifecycle, state)?.final === true)
  const ending = closure(
    finals,
    ways.map(([from, to]): Way => [to, from]),
  )
  return states.flatMap((state): LifecycleProblem[] => {
    if (!reached.has(state)) return [{ kind: 'unreachable_state', state }]
    if (ending.has(state)) return []
    if (!ways.some(([from, to]) => from === state && to !== state)) return [{ kind: 'dead_end', state }]
    // A register such as "vacant ⇄ occupied" has no end at all: going round is then its purpose.
    return finals.length > 0 ? [{ kind: 'no_way_to_end', state }] : []
  })
}

function actionProblems(lifecycle: Lifecycle): LifecycleProblem[] {
  return Object.entries(lifecycle.actions).flatMap(([action, { from, rights }]) => {
    const problems: LifecycleProblem[] = []
    if (from.length === 0) problems.push({ kind: 'never_possible', action })
    if (rights.length === 0) problems.push({ kind: 'nobody_may', action })
    return problems
  })
}

function sameLabels(lifecycle: Lifecycle): LifecycleProblem[] {
  return Object.keys(lifecycle.states).flatMap((state) => {
    const offered = Object.entries(lifecycle.actions).filter(([, { from }]) => from.includes(state))
    return [...new Set(offered.map(([, { label }]) => label.zh))].flatMap((zh): LifecycleProblem[] => {
      const actions = offered.filter(([, { label }]) => label.zh === zh).map(([action]) => action)
      return actions.length > 1 ? [{ kind: 'same_label', state, actions }] : []
    })
  })
}

type Way = readonly [from: string, to: string]

function waysOf(lifecycle: Lifecycle): Way[] {
  return Object.values(lifecycle.actions).flatMap((declared) =>
    declared.from.map((from): Way => [from, targetOf(declared, from)]),
  )
}

function closure(seeds: readonly string[], ways: readonly Way[]): Set<string> {
  const reached = new Set(seeds)
  // A Set may grow while it is walked: each newly reached state is visited in turn.
  for (const state of reached) for (const [from, to] of ways) if (from === state) reached.add(to)
  return reached
}
