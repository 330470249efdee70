import type { LampExemption } from '#engine/lamps/exemption'
import { lampsOf, type Lamp } from '#engine/lamps/lamp'
import type { LampFacts } from '#engine/lamps/lamp-facts'
import { LAMP_COLOURS, type LampColour, type LampDimension, type LampTable } from '#engine/lamps/lamp-table'

/** A project as lamps see it. */
export interface LampSubject {
  readonly facts: LampFacts
  readonly exemptions?: readonly LampExemption[]
}

/** A lamp that another table would set otherwise; one side is absent where only one table has the dimension. */
export interface LampChange {
  readonly id: string
  readonly dimension: LampDimension
  readonly before?: Lamp
  readonly after?: Lamp
}

export type LampCounts = Readonly<Record<LampColour | 'unknown', number>>

/** What a change of rules would do, to be seen before it is saved. */
export interface LampChanges {
  readonly changes: readonly LampChange[]
  readonly before: LampCounts
  readonly after: LampCounts
}

/** Every lamp that differs between two tables over the same projects, and the lamps of each colour by both. */
export function lampChanges(
  subjects: readonly LampSubject[],
  tables: { readonly before: LampTable; readonly after: LampTable },
): LampChanges {
  const before = counts()
  const after = counts()
  const changes = subjects.flatMap(({ facts, exemptions }) => {
    const [was, is] = [tables.before, tables.after].map((table) => lampsOf(table, facts, exemptions))
    for (const lamp of was ?? []) before[lamp.colour] += 1
    for (const lamp of is ?? []) after[lamp.colour] += 1
    return differing(facts.id, was ?? [], is ?? [])
  })
  return { changes, before, after }
}

function differing(id: string, was: readonly Lamp[], is: readonly Lamp[]): LampChange[] {
  const dimensions = new Set([...was, ...is].map(({ dimension }) => dimension))
  return [...dimensions].flatMap((dimension) => {
    const [before, after] = [was, is].map((lamps) => lamps.find((lamp) => lamp.dimension === dimension))
    if (before?.colour === after?.colour) return []
    return [{ id, dimension, ...(before ? { before } : {}), ...(after ? { after } : {}) }]
  })
}

const counts = (): Record<LampColour | 'unknown', number> =>
  Object.fromEntries([...LAMP_COLOURS, 'unknown'].map((colour) => [colour, 0])) as Record<
    LampColour | 'unknown',
    number
  >
