import type { Cell, CellKey, Observation, Read } from '#engine/figures/cell'
import { computeCell } from '#engine/figures/compute-cell'
import { createKeyMap } from '#engine/figures/key-map'
import type { Plan } from '#engine/figures/plan'

/** Observations and cells in memory: what the whole recompute runs on, and what tests and the browser read. */
export interface CellStore extends Read {
  report(key: CellKey, observation: Observation): void
  put(key: CellKey, cell: Cell): void
}

/** An empty store. Keys are compared by their parts, not by identity. */
export function createCellStore(): CellStore {
  const observations = createKeyMap<Observation>()
  const cells = createKeyMap<Cell>()
  return {
    observation: (key) => observations.get(key),
    cell: (key) => cells.get(key),
    report: (key, observation) => observations.set(key, observation),
    put: (key, cell) => cells.set(key, cell),
  }
}

/**
 * Reads cells by computing them from observations when they are asked for, each once. For previews and for checking
 * kept cells; a plan without cycles always comes to an end.
 */
export function readThrough(plan: Plan, observation: Read['observation']): Read {
  const known = createKeyMap<Cell>()
  const read: Read = {
    observation,
    cell: (key) => {
      const cell = known.get(key) ?? computeCell(plan, key, read)
      known.set(key, cell)
      return cell
    },
  }
  return read
}
