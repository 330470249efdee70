import type { Text } from '#engine/result/result'

/** How many must agree: every signer, one of them, or at least this per cent of them (1–100). */
export type JointRule = 'all' | 'any' | { readonly percent: number }

/** There is no abstention: whoever has no part in it passes the seat on. */
export type Choice = 'agree' | 'disagree'

/** What happens to a joint decision (会签), oldest first. Persons are ids; further columns (when) may ride along. */
export type JointEvent =
  | { readonly do: 'issue'; readonly by: string; readonly signers: readonly string[] }
  | { readonly do: 'vote'; readonly by: string; readonly choice: Choice; readonly opinion?: string }
  | { readonly do: 'add_signer'; readonly by: string; readonly signer: string }
  /** A signer who has not voted passes the seat on (转办). */
  | { readonly do: 'delegate'; readonly by: string; readonly to: string }
  /** A signer sends it back to be mended (退回). */
  | { readonly do: 'return'; readonly by: string; readonly reason: string }
  /** Its issuer takes it back (撤回). */
  | { readonly do: 'withdraw'; readonly by: string }
  /** After a return, a withdrawal or a refusal the same signers are asked again, in a new round. */
  | { readonly do: 'reissue'; readonly by: string }

/** Refused and returned decisions can be issued again; an agreed one is final. */
export type JointStatus = 'not_issued' | 'open' | 'agreed' | 'refused' | 'returned' | 'withdrawn'

/** A place at the table: who holds it now, through whose hands it came, and the vote of this round. */
export interface Seat {
  readonly signer: string
  readonly heldBefore: readonly string[]
  readonly choice?: Choice
}

/** A vote as cast; a later round does not wipe it out. */
export interface CastVote {
  readonly round: number
  readonly by: string
  readonly choice: Choice
  readonly opinion?: string
}

/** Where a joint decision stands. Before the issue there are no seats. */
export interface JointDecision {
  readonly status: JointStatus
  /** From 1; 0 before it is issued. */
  readonly round: number
  readonly issuer?: string
  readonly seats: readonly Seat[]
  /** Every vote of every round. */
  readonly votes: readonly CastVote[]
}

/** Why an event cannot have happened: a closed set. */
export type JointRefusalCode =
  | 'not_possible'
  | 'no_signers'
  | 'not_a_signer'
  | 'already_voted'
  | 'already_a_signer'
  | 'not_the_issuer'
  | 'reason_missing'

/** The first event that cannot have happened, from 0, with the reason and what to do. */
export interface JointRefusal {
  readonly code: JointRefusalCode
  readonly index: number
  readonly message: Text
}
