import type { Text } from '#engine/result/result'
import type { Actor } from './rights'
import type { Role } from './role.data'

export interface SessionPost {
  readonly id: string
  readonly name: Text
  readonly role: Role
  readonly unit_id: string
  readonly organ: Text | null
}

export interface SessionUnit {
  readonly code: string
  readonly name: Text
  readonly kind: string
  readonly parent: string | null
  readonly position: number
  readonly sample: boolean
}

/** `GET /api/session`: who is signed in, what their posts give, and the tree of units they may stand in. */
export interface SessionReply extends Actor {
  readonly name: Text
  readonly posts: readonly SessionPost[]
  /** All units, in tree order; those outside every post's reach are not in it. */
  readonly units: readonly SessionUnit[]
  readonly expires_at: string
}

/** One sign-in of the demonstration world, shown on the sign-in page and at `npm start`. */
export interface DemoAccount {
  readonly account: string
  readonly password: string
  readonly name: Text
  readonly sees: Text
}

/** One open session, as `GET /api/session/list` tells it. */
export interface SessionEntry {
  /** Names the session to end it; opens nothing. */
  readonly id: string
  /** The browser or program, as it called itself. */
  readonly client: string
  /** The address it was opened from. */
  readonly address: string
  readonly way: 'password' | 'second_factor' | 'oidc'
  readonly created_at: string
  readonly used_at: string
  readonly expires_at: string
  /** The session that asks. */
  readonly current: boolean
}

/** `GET /api/session/account`: one's own password and second factor, never their content. */
export interface OwnAccount {
  readonly account: string
  readonly password: {
    readonly changed_at: string
    /** When it must be changed; null: never. */
    readonly due_at: string | null
    /** Least characters of a new one. */
    readonly least: number
  }
  readonly second_factor: {
    /** Since when; null: there is none. */
    readonly since: string | null
    readonly required: boolean
    readonly recovery_left: number
  }
}

/** What an authenticator app takes over: shown as a picture, or typed. */
export interface EnrolmentReply {
  readonly secret: string
  readonly address: string
}

/** Told once, when a second factor is put to use. */
export interface RecoveryReply {
  readonly recovery_codes: readonly string[]
}
