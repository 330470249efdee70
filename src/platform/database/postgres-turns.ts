interface Waiting {
  readonly enter: () => void
  readonly refuse: (error: Error) => void
}

/** As many at a time as there are connections; who comes when all are taken waits for a turn, and not for ever. */
export class Turns {
  readonly #queue = new Set<Waiting>()
  #free: number

  /** `patience` in milliseconds; `late` makes the error for who has waited that long. */
  constructor(
    places: number,
    private readonly patience: number,
    private readonly late: () => Error,
  ) {
    this.#free = places
  }

  get waiting(): number {
    return this.#queue.size
  }

  take(): Promise<void> {
    if (this.#free > 0) {
      this.#free -= 1
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => leave(() => reject(this.late())), this.patience)
      const leave = (then: () => void) => {
        clearTimeout(limit)
        this.#queue.delete(one)
        then()
      }
      const one: Waiting = {
        enter: () => leave(resolve),
        refuse: (error) => leave(() => reject(error)),
      }
      this.#queue.add(one)
    })
  }

  /** Gives a turn back: to whoever has waited longest, or to whoever comes next. */
  give(): void {
    const [first] = this.#queue
    if (first) first.enter()
    else this.#free += 1
  }

  /** What has just failed for one would fail for all who wait. */
  refuseAll(error: Error): void {
    for (const one of [...this.#queue]) one.refuse(error)
  }
}
