import type { CellKey } from '#engine/figures/cell'

/**
 * A map from keys to values, compared part by part. Nested maps over the short codes: joining them to one text for
 * each look-up took most of the time of a whole recompute.
 */
export interface KeyMap<V> {
  get(key: CellKey): V | undefined
  set(key: CellKey, value: V): void
}

/** An empty map. */
export function createKeyMap<V>(): KeyMap<V> {
  const byIndicator = new Map<string, Map<string, Map<string, Map<string, V>>>>()
  return {
    get: (key) => byIndicator.get(key.indicator)?.get(key.unit)?.get(key.nature)?.get(key.period),
    set: (key, value) => {
      const byNature = child(child(byIndicator, key.indicator), key.unit)
      child(byNature, key.nature).set(key.period, value)
    },
  }
}

function child<V>(map: Map<string, Map<string, V>>, name: string): Map<string, V> {
  const found = map.get(name) ?? new Map<string, V>()
  if (found.size === 0) map.set(name, found)
  return found
}
