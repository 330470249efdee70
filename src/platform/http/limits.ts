import type { Config } from '#platform/config/config'
import { kernelError } from '#platform/errors/app-error'
import { RateLimit } from './rate-limit'

/** How much may be asked; each throws 429 with Retry-After beyond it. Counted by each server for itself. */
export interface Limits {
  /** A refused sign-in from this address (cost 1), or whether another may be tried (cost 0). */
  signIn(address: string, cost: 0 | 1): void
  visitor(address: string): void
  session(session: string): void
}

/** An IPv6 network hands its users 2^64 addresses each: they count as one. */
export const addressKey = (address: string): string =>
  address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address

/** Moments come from a clock that nobody sets: one put back would leave everybody waiting for as long. */
export function openLimits(config: Config, now = () => performance.now()): Limits {
  const [signIns, visitors, sessions] = [config.rateSignIn, config.rateVisitor, config.rateSession].map(
    (perMinute) => new RateLimit(perMinute),
  ) as [RateLimit, RateLimit, RateLimit]
  const take = (limit: RateLimit, key: string, cost: number) => {
    const wait = limit.wait(key, { cost, moment: now() })
    if (wait > 0) throw kernelError('too_many_requests', { retryAfter: wait })
  }
  return {
    signIn(address, cost) {
      // The last try was judged before it is counted: its own answer stands.
      if (cost === 1) signIns.wait(addressKey(address), { cost, moment: now() })
      else take(signIns, addressKey(address), 0)
    },
    visitor: (address) => take(visitors, addressKey(address), 1),
    session: (session) => take(sessions, session, 1),
  }
}
