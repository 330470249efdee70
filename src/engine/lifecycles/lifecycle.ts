import type { ClockVerb } from '#engine/clocks/clock-verb'
import type { Text } from '#engine/result/result'

/** How a state looks in a list: the console maps a tone to colour and mark, so that no page names a colour. */
export type StateTone = 'neutral' | 'active' | 'good' | 'warning' | 'bad'

/** One state of a record. `final` means that nothing more is owed; `locked` that fields may no longer be edited. */
export interface LifecycleState {
  readonly label: Text
  readonly meaning?: Text
  readonly final?: boolean
  readonly locked?: boolean
  readonly tone?: StateTone
}

/** An action moves the clock of this name; the record type says which clocks exist. */
export type ClockMove =
  | { readonly clock: string; readonly do: Exclude<ClockVerb, 'extend'> }
  /** By as many units as this field of the row says, filled with the action; approved by whoever takes it. */
  | { readonly clock: string; readonly do: 'extend'; readonly by: string }

/** Target of an action that leaves the record where it is (延期, 加签, 转办): the step is still in the history. */
export const SAME_STATE = 'same_state'

/**
 * One action: from which states, to which, who may (`rights`: role names, any of them), what must be filled
 * (`requires`: field names), whether a reason is asked, which clocks it moves and which event it emits.
 */
export interface LifecycleAction<S extends string = string> {
  readonly label: Text
  readonly from: readonly S[]
  readonly to: S | typeof SAME_STATE
  readonly rights: readonly string[]
  readonly requires?: readonly string[]
  /** Fields that say nothing any more: a day that has to be asked for again when it comes again. */
  readonly clears?: readonly string[]
  readonly reason?: 'required' | 'optional'
  readonly clocks?: readonly ClockMove[]
  readonly emits?: string
  /** The question asked before an action that cannot be taken back. */
  readonly confirm?: Text
}

/** States and actions as plain data: the server decides by it, the console draws by it, an inspector can read it. */
export interface Lifecycle<S extends string = string, A extends string = string> {
  readonly states: Readonly<Record<S, LifecycleState>>
  readonly initial: S
  readonly actions: Readonly<Record<A, LifecycleAction<S>>>
}

/** The states of a declared lifecycle: `StateOf<typeof reportLifecycle>`. */
export type StateOf<L> = L extends Lifecycle<infer S> ? S : never

/** The actions of a declared lifecycle: `ActionOf<typeof reportLifecycle>`. */
export type ActionOf<L> = L extends Lifecycle<string, infer A> ? A : never

interface Declaration<S extends string, A extends string> {
  readonly states: Readonly<Record<S, LifecycleState>>
  readonly initial: NoInfer<S>
  readonly actions: Readonly<Record<A, LifecycleAction<NoInfer<S>>>>
}

/**
 * Declares a lifecycle. The compiler refuses an initial state, `from` or `to` that is not among the states; what it
 * cannot see (unreachable states, dead ends) `lifecycleProblems` names. Returns the same plain data.
 */
export function defineLifecycle<const S extends string, const A extends string>(
  declaration: Declaration<S, A>,
): Lifecycle<S, A> {
  return declaration
}

/** The state's declaration, or undefined for a word that is no state of this lifecycle (also `constructor`). */
export function findState(lifecycle: Lifecycle, state: string): LifecycleState | undefined {
  return Object.hasOwn(lifecycle.states, state) ? lifecycle.states[state] : undefined
}

/** The action's declaration, or undefined for a word that is no action of this lifecycle. */
export function findAction(lifecycle: Lifecycle, action: string): LifecycleAction | undefined {
  return Object.hasOwn(lifecycle.actions, action) ? lifecycle.actions[action] : undefined
}
