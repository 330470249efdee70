import { fail, ok, type Result } from '#engine/result/result'
import type {
  CastVote,
  JointDecision,
  JointEvent,
  JointRefusal,
  JointRule,
  Seat,
} from '#engine/lifecycles/joint-event'
import { JOINT_REFUSALS, jointRefusalOf } from '#engine/lifecycles/joint-refusal'

const START: JointDecision = { status: 'not_issued', round: 0, seats: [], votes: [] }

/** Signers who have not voted in the open round: whose to-do list it belongs on. */
export function pendingSigners({ status, seats }: JointDecision): string[] {
  return status === 'open'
    ? seats.filter(({ choice }) => choice === undefined).map(({ signer }) => signer)
    : []
}

/**
 * Folds the events of a joint decision to where it stands, or names the first impossible one. It is decided as soon as
 * the outcome is certain: enough agree, or too few are left who could.
 */
export function foldJointDecision(
  rule: JointRule,
  events: readonly JointEvent[],
): Result<JointDecision, JointRefusal> {
  let decision = START
  for (const [index, event] of events.entries()) {
    const code = jointRefusalOf(decision, event)
    if (code !== undefined) return fail({ code, index, message: JOINT_REFUSALS[code] })
    decision = decided(rule, afterEvent(decision, event))
  }
  return ok(decision)
}

function afterEvent(decision: JointDecision, event: JointEvent): JointDecision {
  const { seats, votes, round } = decision
  switch (event.do) {
    case 'issue':
      return { ...decision, status: 'open', round: 1, issuer: event.by, seats: event.signers.map(emptySeat) }
    case 'vote': {
      const { by, choice, opinion } = event
      const cast: CastVote = { round, by, choice, ...(opinion === undefined ? {} : { opinion }) }
      const voted = seats.map((seat) => (seat.signer === by ? { ...seat, choice } : seat))
      return { ...decision, seats: voted, votes: [...votes, cast] }
    }
    case 'add_signer':
      return { ...decision, seats: [...seats, emptySeat(event.signer)] }
    case 'delegate':
      return {
        ...decision,
        seats: seats.map((seat) => (seat.signer === event.by ? passedOn(seat, event.to) : seat)),
      }
    case 'return':
      return { ...decision, status: 'returned' }
    case 'withdraw':
      return { ...decision, status: 'withdrawn' }
    case 'reissue':
      return { ...decision, status: 'open', round: round + 1, seats: seats.map(withoutVote) }
  }
}

function decided(rule: JointRule, decision: JointDecision): JointDecision {
  if (decision.status !== 'open') return decision
  const agreed = decision.seats.filter(({ choice }) => choice === 'agree').length
  const pending = pendingSigners(decision).length
  const needed = agreementsNeeded(rule, decision.seats.length)
  if (agreed >= needed) return { ...decision, status: 'agreed' }
  return agreed + pending < needed ? { ...decision, status: 'refused' } : decision
}

/** How many of `seats` signers must agree; at least one, so that nothing is agreed by nobody. */
export function agreementsNeeded(rule: JointRule, seats: number): number {
  if (rule === 'all') return seats
  return rule === 'any' ? 1 : Math.max(1, Math.ceil((rule.percent * seats) / 100))
}

function emptySeat(signer: string): Seat {
  return { signer, heldBefore: [] }
}

function passedOn({ signer, heldBefore }: Seat, to: string): Seat {
  return { signer: to, heldBefore: [...heldBefore, signer] }
}

function withoutVote({ signer, heldBefore }: Seat): Seat {
  return { signer, heldBefore }
}
