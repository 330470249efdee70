import type { Text } from '#engine/result/result'

/** What happened to a clock, oldest first; `at` is an ISO instant with its offset, read on Beijing's wall clock. */
export type ClockEvent =
  | { readonly do: 'start'; readonly at: string }
  /** A special procedure (听证、检验、专家评审…) begins; the reason is told to the applicant in writing. */
  | { readonly do: 'pause'; readonly at: string; readonly reason: string }
  | { readonly do: 'resume'; readonly at: string }
  /** 延长审批: promised and statutory limit both move by so many units. */
  | { readonly do: 'extend'; readonly at: string; readonly by: number; readonly approvedBy: string }
  | { readonly do: 'stop'; readonly at: string }
  /** The limit begins anew, as after a return and resubmission: nothing counted before is carried over. */
  | { readonly do: 'restart'; readonly at: string }

export type ClockStatus = 'not_started' | 'running' | 'paused' | 'stopped'

/** Why a history of events cannot have happened. */
export type ClockRefusalCode =
  | 'malformed_instant'
  | 'out_of_order'
  | 'not_possible'
  | 'reason_missing'
  | 'approver_missing'
  | 'extension_not_a_count'
  | 'extension_too_long'
  | 'too_many_extensions'
  | 'extension_too_late'

/** The first impossible event: its index from 0, the status it met, and a sentence with the mend. */
export interface ClockRefusal {
  readonly code: ClockRefusalCode
  readonly index: number
  readonly status: ClockStatus
  readonly message: Text
}
