import type { DueReport } from '../contract'

export interface DueGroup {
  readonly key: string
  readonly due: readonly DueReport[]
}

/** The same report due on the same day in several units, as one; in the order in which they first come. */
export function groupDue(due: readonly DueReport[]): DueGroup[] {
  const groups = new Map<string, DueReport[]>()
  for (const one of due) {
    const key = `${one.due_on} ${one.title}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups].map(([key, together]) => ({ key, due: together }))
}
