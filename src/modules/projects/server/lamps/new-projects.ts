import type { Effect } from '#platform/records/effects'

export interface PlacedProject {
  readonly zone_id: string
  readonly id: string
}

/**
 * Projects that have come and have no lamps yet. Who adds them only notes them: a sheet may bring thousands, which would
 * be judged in the transaction of the import. Lost when the server ends, for the next day judges everything.
 */
export class NewProjects {
  #noted: PlacedProject[] = []
  #heard: (() => void) | undefined

  /** Nothing is noted while nobody takes it. */
  note(projects: readonly PlacedProject[]): void {
    if (!this.#heard) return
    for (const { zone_id, id } of projects) this.#noted.push({ zone_id, id })
    this.#heard()
  }

  /** All that was noted since it was last taken. */
  take(): readonly PlacedProject[] {
    const noted = this.#noted
    this.#noted = []
    return noted
  }

  /** From here on somebody takes what is noted, and is told of it. */
  whenNoted(heard: () => void): void {
    this.#heard = heard
  }
}

/** A new project is judged right after it has been saved. */
export const newProjectEffects = (fresh: NewProjects): Effect => ({
  settle(tx, deeds) {
    const made = deeds.filter(({ before }) => before === undefined).map(({ row }) => row)
    if (made.length > 0) tx.afterCommit(() => fresh.note(made))
    return Promise.resolve()
  },
})
