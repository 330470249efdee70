/** Keys remembered at most: more addresses than this at once are an attack that must not fill the memory. */
const mostKeys = 50_000

interface Bucket {
  left: number
  at: number
}

/** A bucket a key: `perMinute` requests flow in evenly, and as many may come at once. 0: no limit. */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>()
  constructor(readonly perMinute: number) {}

  /**
   * Takes `cost` for this key at this moment (milliseconds); returns the whole seconds to wait when nothing is left, 0
   * when it may pass. A cost of 0 asks only.
   */
  wait(key: string, given: { readonly cost: number; readonly moment: number }): number {
    if (this.perMinute === 0) return 0
    const bucket = this.#filled(key, given.moment)
    if (bucket.left < Math.max(given.cost, 1)) return this.#until(bucket)
    bucket.left -= given.cost
    return 0
  }

  #filled(key: string, moment: number): Bucket {
    const known = this.#buckets.get(key)
    if (!known) {
      if (this.#buckets.size >= mostKeys) this.#buckets.clear()
      const fresh = { left: this.perMinute, at: moment }
      this.#buckets.set(key, fresh)
      return fresh
    }
    const gained = (Math.max(0, moment - known.at) / 60_000) * this.perMinute
    known.left = Math.min(this.perMinute, known.left + gained)
    known.at = moment
    return known
  }

  #until(bucket: Bucket): number {
    return Math.max(1, Math.ceil(((1 - bucket.left) * 60) / this.perMinute))
  }
}
