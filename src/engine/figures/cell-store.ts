import { cellId, type Cell, type CellKey, type Observation, type Read } from '#engine/figures/cell'
import { computeCell } from '#engine/figures/compute-cell'
import type { Plan } from '#engine/figures/plan'

/** Observations and cells in memory: what the whole recompute runs on, and what tests and the browser read. */
export interface CellStore extends Read {
  report(key: CellKey, observation: Observation): void
  put(key: CellKey, cell: Cell): void
}

/** An empty store. Keys are compared by their parts, not by identity. */
export function createCellStore(): CellStore {
  const observations = new Map<string, Observation>()
  const cells = new Map<string, Cell>()
  return {
    observation: (key) => observations.get(cellId(key)),
    cell: (key) => cells.get(cellId(key)),
    report: (key, observation) => void observations.set(cellId(key), observation),
    put: (key, cell) => void cells.set(cellId(key), cell),
  }
}

/**
 * Reads cells by computing them from observations when they are asked for, each once. For previews and for checking
 * kept cells; a plan without cycles always comes to an end.
 */
export function readThrough(plan: Plan, observation: Read['observation']): Read {
  const known = new Map<string, Cell>()
  const read: Read = {
    observation,
    cell: (key) => {
      const id = cellId(key)
      const cell = known.get(id) ?? computeCell(plan, key, read)
      known.set(id, cell)
      return cell
    },
  }
  return read
}
