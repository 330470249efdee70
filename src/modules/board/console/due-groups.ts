import type { DueItem } from '../contract'

export interface DueGroup {
  readonly key: string
  readonly due: readonly DueItem[]
}

/** The same thing due on the same day in several units, as one; in the order in which they first come. */
export function groupDue(due: readonly DueItem[]): DueGroup[] {
  const groups = new Map<string, DueItem[]>()
  for (const one of due) {
    const key = `${one.due_on} ${one.limit?.en ?? ''} ${one.title}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups].map(([key, together]) => ({ key, due: together }))
}
