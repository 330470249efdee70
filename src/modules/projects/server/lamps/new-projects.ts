interface Placed {
  readonly zone_id: string
  readonly id: string
}

/**
 * Projects that have come and have no lamps yet. Who adds them only notes them: a sheet may bring thousands, which would
 * be judged in the transaction of the import. Lost when the server ends, for the next day judges everything.
 */
export class NewProjects {
  #noted = new Map<string, string[]>()
  #heard: (() => void) | undefined

  /** Nothing is noted while nobody takes it. */
  note(projects: readonly Placed[]): void {
    if (!this.#heard || projects.length === 0) return
    for (const { zone_id, id } of projects) {
      const ids = this.#noted.get(zone_id) ?? []
      ids.push(id)
      this.#noted.set(zone_id, ids)
    }
    this.#heard()
  }

  /** All that was noted since it was last taken, by zone. */
  take(): ReadonlyMap<string, readonly string[]> {
    const noted = this.#noted
    this.#noted = new Map()
    return noted
  }

  /** From here on somebody takes what is noted, and is told of it. */
  whenNoted(heard: () => void): void {
    this.#heard = heard
  }
}
