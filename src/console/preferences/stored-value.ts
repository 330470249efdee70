import { useCallback, useState } from 'react'

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

/** A preference of this browser, such as theme, language or the columns of a list. */
export function useStoredValue<T>(key: string, otherwise: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => readStored(key, otherwise))
  const keep = useCallback(
    (next: T) => {
      setValue(next)
      writeStored(key, next)
    },
    [key],
  )
  return [value, keep]
}
