import { clockProblems, type ClockDefinition } from '#engine/clocks/clock-definition'
import type { ClockStatus } from '#engine/clocks/clock-event'
import { clockVerbsFrom } from '#engine/clocks/clock-history'
import { targetOf } from '#engine/lifecycles/apply-action'
import type { ClockMove, Lifecycle, LifecycleAction } from '#engine/lifecycles/lifecycle'
import type { Text } from '#engine/result/result'
import type { RecordType } from './record'

/** What is wrong with the clocks of a declared record type. A test asserts that every declared type has none. */
export type RecordClockProblem =
  | { readonly kind: 'unknown_clock'; readonly action: string; readonly clock: string }
  /** Its limit cannot stand as it is. */
  | { readonly kind: 'definition'; readonly clock: string; readonly says: Text }
  /** Nothing starts it. */
  | { readonly kind: 'never_started'; readonly clock: string }
  /** A pause is told to the applicant with its reason: the action must ask for one. */
  | { readonly kind: 'reason_not_asked'; readonly action: string; readonly clock: string }
  /** An extension needs a whole-number field, filled with the action. */
  | { readonly kind: 'no_length'; readonly action: string; readonly clock: string }
  /** By some way through the lifecycle the action meets the clock where it cannot be moved so: it would be refused there. */
  | {
      readonly kind: 'not_possible'
      readonly action: string
      readonly clock: string
      readonly status: ClockStatus
    }

const after: Readonly<Record<ClockMove['do'], ClockStatus | undefined>> = {
  start: 'running',
  pause: 'paused',
  resume: 'running',
  extend: undefined,
  stop: 'stopped',
  restart: 'running',
}

/** Every problem of a type's clocks and of the actions that move them; an empty list means that they are sound. */
export function recordClockProblems(record: RecordType): RecordClockProblem[] {
  const actions = Object.entries(record.lifecycle?.actions ?? {})
  return [
    ...actions.flatMap(([action, declared]) => moveProblems(record, action, declared)),
    ...Object.keys(record.clocks ?? {}).flatMap((clock) => [
      ...definitionProblems(record, clock),
      ...wayProblems(record, clock),
    ]),
  ]
}

function moveProblems(record: RecordType, action: string, declared: LifecycleAction): RecordClockProblem[] {
  return (declared.clocks ?? []).flatMap((move): RecordClockProblem[] => {
    const at = { action, clock: move.clock }
    if (!Object.hasOwn(record.clocks ?? {}, move.clock)) return [{ kind: 'unknown_clock', ...at }]
    if (move.do === 'pause' && declared.reason !== 'required') return [{ kind: 'reason_not_asked', ...at }]
    if (move.do !== 'extend') return []
    const isAsked = record.fields[move.by]?.kind === 'integer' && declared.requires?.includes(move.by)
    return isAsked ? [] : [{ kind: 'no_length', ...at }]
  })
}

function definitionProblems(record: RecordType, clock: string): RecordClockProblem[] {
  const definition = record.clocks?.[clock]?.definition
  // What depends on the row is judged when the row starts it.
  if (definition === undefined || typeof definition === 'function') return []
  return clockProblems(definition satisfies ClockDefinition).map((says) => ({
    kind: 'definition',
    clock,
    says,
  }))
}

/** Walks every state with every status the clock can have there. */
function wayProblems(record: RecordType, clock: string): RecordClockProblem[] {
  const { lifecycle } = record
  const begins: ClockStatus = record.clocks?.[clock]?.starts === 'created' ? 'running' : 'not_started'
  if (!lifecycle) return begins === 'running' ? [] : [{ kind: 'never_started', clock }]
  const walk = new Walk(lifecycle, clock)
  walk.from(lifecycle.initial, begins)
  const isStarted = [...walk.reached].some((place) => place.endsWith(' running'))
  return [...walk.problems, ...(isStarted ? [] : [{ kind: 'never_started', clock } as const])]
}

class Walk {
  readonly reached = new Set<string>()
  readonly problems: RecordClockProblem[] = []
  constructor(
    readonly lifecycle: Lifecycle,
    readonly clock: string,
  ) {}

  from(state: string, status: ClockStatus): void {
    const place = `${state} ${status}`
    if (this.reached.has(place)) return
    this.reached.add(place)
    for (const [action, declared] of Object.entries(this.lifecycle.actions)) {
      if (!declared.from.includes(state)) continue
      const next = this.#moved(action, declared, status)
      if (next) this.from(targetOf(declared, state), next)
    }
  }

  /** The status after an action's moves, in order; undefined where one of them is not possible. */
  #moved(action: string, declared: LifecycleAction, status: ClockStatus): ClockStatus | undefined {
    let now = status
    for (const move of declared.clocks ?? []) {
      if (move.clock !== this.clock) continue
      if (!clockVerbsFrom(now).includes(move.do)) {
        this.problems.push({ kind: 'not_possible', action, clock: this.clock, status: now })
        return undefined
      }
      now = after[move.do] ?? now
    }
    return now
  }
}
