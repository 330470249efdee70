const prefix = 'yipanqi.'

/** Reads a kept preference; storage that is full, forbidden or holds nonsense counts as nothing kept. */
export function readStored<T>(key: string, otherwise: T, storage: () => Storage = () => localStorage): T {
  try {
    const raw = storage().getItem(prefix + key)
    return raw === null ? otherwise : (JSON.parse(raw) as T)
  } catch {
    return otherwise
  }
}

/** Keeps a preference; `undefined` forgets it. */
export function writeStored(key: string, value: unknown, storage: () => Storage = () => localStorage): void {
  try {
    if (value === undefined) storage().removeItem(prefix + key)
    else storage().setItem(prefix + key, JSON.stringify(value))
  } catch {
    // Private windows may forbid storage: the preference then lasts as long as the page.
  }
}
