import { text, type Text } from '#engine/result/result'
import type {
  JointDecision,
  JointEvent,
  JointRefusalCode,
  JointStatus,
  Seat,
} from '#engine/lifecycles/joint-event'

const POSSIBLE_IN: Readonly<Record<JointEvent['do'], readonly JointStatus[]>> = {
  issue: ['not_issued'],
  vote: ['open'],
  add_signer: ['open'],
  delegate: ['open'],
  return: ['open'],
  withdraw: ['open'],
  reissue: ['returned', 'withdrawn', 'refused'],
}

/** The names of what can be done in a status, for pages that offer it. */
export function jointActionsFrom(status: JointStatus): JointEvent['do'][] {
  const all = Object.keys(POSSIBLE_IN) as JointEvent['do'][]
  return all.filter((action) => POSSIBLE_IN[action].includes(status))
}

/** Why this event cannot happen to this decision now, or undefined if it can. */
export function jointRefusalOf(decision: JointDecision, event: JointEvent): JointRefusalCode | undefined {
  if (!POSSIBLE_IN[event.do].includes(decision.status)) return 'not_possible'
  switch (event.do) {
    case 'issue':
      return issueRefusal(event.signers)
    case 'vote':
      return seatRefusal(decision, event.by)
    case 'add_signer':
      return newcomerRefusal(decision, event.signer)
    case 'delegate':
      return delegateRefusal(decision, event)
    case 'return':
      return returnRefusal(decision, event)
    case 'withdraw':
    case 'reissue':
      return issuerRefusal(decision, event.by)
  }
}

function issueRefusal(signers: readonly string[]): JointRefusalCode | undefined {
  if (signers.length === 0) return 'no_signers'
  return new Set(signers).size < signers.length ? 'already_a_signer' : undefined
}

function newcomerRefusal(decision: JointDecision, person: string): JointRefusalCode | undefined {
  return seatOf(decision, person) === undefined ? undefined : 'already_a_signer'
}

/** Two seats in one hand would let one person's vote count twice. */
function delegateRefusal(
  decision: JointDecision,
  event: Extract<JointEvent, { do: 'delegate' }>,
): JointRefusalCode | undefined {
  return seatRefusal(decision, event.by) ?? newcomerRefusal(decision, event.to)
}

function issuerRefusal(decision: JointDecision, person: string): JointRefusalCode | undefined {
  return person === decision.issuer ? undefined : 'not_the_issuer'
}

function returnRefusal(
  decision: JointDecision,
  event: Extract<JointEvent, { do: 'return' }>,
): JointRefusalCode | undefined {
  if (seatOf(decision, event.by) === undefined) return 'not_a_signer'
  return event.reason.trim() === '' ? 'reason_missing' : undefined
}

function seatRefusal(decision: JointDecision, person: string): JointRefusalCode | undefined {
  const seat = seatOf(decision, person)
  if (seat === undefined) return 'not_a_signer'
  return seat.choice === undefined ? undefined : 'already_voted'
}

function seatOf(decision: JointDecision, person: string): Seat | undefined {
  return decision.seats.find(({ signer }) => signer === person)
}

/** Each refusal as a sentence with the mend. */
export const JOINT_REFUSALS: Readonly<Record<JointRefusalCode, Text>> = {
  not_possible: text('当前状态下不能这样做', 'This is not possible in the present state'),
  no_signers: text('请至少指定一名会签人', 'Name at least one signer'),
  not_a_signer: text('您不是会签人，或已转办他人', 'You are not a signer, or have passed your seat on'),
  already_voted: text(
    '本轮已表态，不能更改；如需重议请退回',
    'You have voted in this round; return it to have it discussed again',
  ),
  already_a_signer: text('此人已是会签人', 'This person is a signer already'),
  not_the_issuer: text(
    '只有发起人可以撤回或重新下达',
    'Only the one who issued it can withdraw or reissue it',
  ),
  reason_missing: text('退回须写明理由', 'Give a reason for the return'),
}
