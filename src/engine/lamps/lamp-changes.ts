import type { LampExemption } from '#engine/lamps/exemption'
import { lampsOf, type Lamp } from '#engine/lamps/lamp'
import type { LampFacts } from '#engine/lamps/lamp-facts'
import {
  LAMP_COLOURS,
  LAMP_DIMENSIONS,
  type LampColour,
  type LampDimension,
  type LampTable,
} from '#engine/lamps/lamp-table'

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

type Tables = Readonly<Record<'before' | 'after', LampTable>>

/** The rules of a table of some dimensions alone. */
const only = (table: LampTable, dimensions: readonly LampDimension[]): LampTable => ({
  ...table,
  rules: Object.fromEntries(dimensions.flatMap((one) => (table.rules[one] ? [[one, table.rules[one]]] : []))),
})

/** Dimensions whose rule is another: where it is the same, so is the lamp, and it is judged once. */
const changedRules = ({ before, after }: Tables): LampDimension[] =>
  LAMP_DIMENSIONS.filter((one) => JSON.stringify(before.rules[one]) !== JSON.stringify(after.rules[one]))

/** Every lamp that differs between two tables over the same projects, and the lamps of each colour by both. */
export function lampChanges(subjects: readonly LampSubject[], tables: Tables): LampChanges {
  const before = counts()
  const after = counts()
  const changed = changedRules(tables)
  const other = only(tables.after, changed)
  const changes = subjects.flatMap(({ facts, exemptions }) => {
    const all = lampsOf(tables.before, facts, exemptions)
    const is = lampsOf(other, facts, exemptions)
    const was: Lamp[] = []
    for (const lamp of all) {
      before[lamp.colour] += 1
      if (changed.includes(lamp.dimension)) was.push(lamp)
      else after[lamp.colour] += 1
    }
    for (const lamp of is) after[lamp.colour] += 1
    return differing(facts.id, was, is)
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
