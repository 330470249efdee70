import type { Actor } from '#engine/records/rights'
import type { SessionReply } from '#engine/records/session'

/** Who people are and what their posts give. The organisation provides it: the platform knows no business word. */
export interface Directory {
  /** The actor a person is today; undefined when there is no such person. */
  actorOf(person: string): Promise<Actor | undefined>
  /** What the pages need to know of the person who is signed in. */
  describe(actor: Actor): Promise<Omit<SessionReply, 'expires_at'>>
}
