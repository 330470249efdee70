import { text, type Text } from '#engine/result/result'
import { findAction, findState, type Lifecycle } from '#engine/lifecycles/lifecycle'
import type { Refusal } from '#engine/lifecycles/apply-action'

/** Names of fields and roles for people; a name without a label is shown as it is. */
export interface RefusalWords {
  readonly fields?: Readonly<Record<string, Text>>
  readonly roles?: Readonly<Record<string, Text>>
}

/** A refusal as a sentence that says what to do about it, in Chinese and English. */
export function describeRefusal(lifecycle: Lifecycle, refusal: Refusal, words: RefusalWords = {}): Text {
  switch (refusal.kind) {
    case 'unknown_state':
      return text(`没有“${refusal.state}”这个状态`, `There is no state "${refusal.state}"`)
    case 'unknown_action':
      return text(`没有“${refusal.action}”这个操作`, `There is no action "${refusal.action}"`)
    case 'not_possible':
      return notPossible(lifecycle, refusal)
    case 'not_allowed':
      return notAllowed(lifecycle, refusal, words)
    case 'field_missing':
      return fieldMissing(lifecycle, refusal, words)
    case 'reason_missing':
      return reasonMissing(actionLabel(lifecycle, refusal.action))
  }
}

function notPossible(lifecycle: Lifecycle, refusal: Extract<Refusal, { kind: 'not_possible' }>): Text {
  const action = actionLabel(lifecycle, refusal.action)
  const state = stateLabel(lifecycle, refusal.state)
  const from = joined(refusal.possibleFrom.map((name) => stateLabel(lifecycle, name)))
  return text(
    `当前状态为“${state.zh}”，不能“${action.zh}”；只有在“${from.zh}”时才可以`,
    `"${action.en}" is not possible while the state is "${state.en}"; it is possible from: ${from.en}`,
  )
}

function notAllowed(
  lifecycle: Lifecycle,
  refusal: Extract<Refusal, { kind: 'not_allowed' }>,
  words: RefusalWords,
): Text {
  const action = actionLabel(lifecycle, refusal.action)
  const roles = joined(refusal.rights.map((role) => words.roles?.[role] ?? text(role, role)))
  return text(`“${action.zh}”须由以下岗位办理：${roles.zh}`, `"${action.en}" is for these roles: ${roles.en}`)
}

export type LockedVerb = 'update' | 'remove'

const LOCKED_VERBS: Readonly<Record<LockedVerb, Text>> = {
  update: text('修改', 'changed'),
  remove: text('删除', 'removed'),
}

/** Whether a state lets nothing of a row be changed; one without a lifecycle, or in no state of it, is open. */
export const isLockedIn = (lifecycle: Lifecycle | undefined, state: string | undefined): boolean =>
  lifecycle !== undefined && findState(lifecycle, state ?? lifecycle.initial)?.locked === true

/** Why a locked row cannot be changed or removed, and by which actions, of whom, it is opened first. */
export function describeLock(
  lifecycle: Lifecycle,
  { state, verb }: { readonly state: string; readonly verb: LockedVerb },
  words: RefusalWords = {},
): Text {
  const [label, done] = [stateLabel(lifecycle, state), LOCKED_VERBS[verb]]
  const ways = Object.values(lifecycle.actions)
    .filter(({ from, to }) => from.includes(state) && to !== 'same_state' && !isLockedIn(lifecycle, to))
    .map(({ label: action, rights }) => {
      const roles = joined(rights.map((role) => words.roles?.[role] ?? text(role, role)))
      return text(`“${action.zh}”（${roles.zh}）`, `"${action.en}" (${roles.en})`)
    })
  const says = text(
    `“${label.zh}”状态下不能${done.zh}`,
    `It cannot be ${done.en} while its state is "${label.en}"`,
  )
  if (ways.length === 0) return says
  const opened = joined(ways)
  return text(`${says.zh}，须先${opened.zh}`, `${says.en}; first: ${opened.en}`)
}

function fieldMissing(
  lifecycle: Lifecycle,
  refusal: Extract<Refusal, { kind: 'field_missing' }>,
  words: RefusalWords,
): Text {
  const action = actionLabel(lifecycle, refusal.action)
  const field = words.fields?.[refusal.field] ?? text(refusal.field, refusal.field)
  return text(`“${action.zh}”之前须填写“${field.zh}”`, `Fill in "${field.en}" before "${action.en}"`)
}

function reasonMissing(action: Text): Text {
  return text(`“${action.zh}”须写明理由`, `Give a reason for "${action.en}"`)
}

function actionLabel(lifecycle: Lifecycle, action: string): Text {
  return findAction(lifecycle, action)?.label ?? text(action, action)
}

function stateLabel(lifecycle: Lifecycle, state: string): Text {
  return findState(lifecycle, state)?.label ?? text(state, state)
}

function joined(labels: readonly Text[]): Text {
  return text(labels.map(({ zh }) => zh).join('、'), labels.map(({ en }) => en).join(', '))
}
