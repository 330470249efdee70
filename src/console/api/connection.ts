import { useSyncExternalStore } from 'react'

let up = true
const listeners = new Set<() => void>()

/** Every request reports whether the server answered; the banner and the live stream follow. */
export function reportConnection(answered: boolean): void {
  if (up === answered) return
  up = answered
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** False while the server is away. */
export const useConnection = (): boolean => useSyncExternalStore(subscribe, () => up)
