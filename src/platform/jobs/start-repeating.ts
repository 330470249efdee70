interface Timing {
  /** Milliseconds until the first time, and from then on between two. */
  readonly first: number
  readonly every: number
  readonly failed: (error: unknown) => void
}

export interface Repeating {
  /** Does another piece of work in between, when the one under way is done. */
  next(this: void, work: () => Promise<unknown>): void
  /** Nothing begins after it; resolves when what is under way is done. */
  stop(this: void): Promise<void>
}

/** Does a piece of work again and again beside answering, never two at once; one that fails is told, and tried at its next time. */
export function startRepeating(work: () => Promise<unknown>, { first, every, failed }: Timing): Repeating {
  let under: Promise<unknown> = Promise.resolve()
  const next = (piece: () => Promise<unknown>) => {
    under = under.then(piece).catch(failed)
  }
  const soon = setTimeout(() => next(work), first).unref()
  const timer = setInterval(() => next(work), every).unref()
  return {
    next,
    async stop() {
      clearTimeout(soon)
      clearInterval(timer)
      await under
    },
  }
}
