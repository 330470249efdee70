import type { RecordType, Verb } from './record'
import { businessRoles, type Role } from './role.data'

/** Who acts: a person, and for each role the units (with all below them) over which a post gives it. */
export interface Actor {
  /** Person id; `public` for visitors who are not signed in. */
  readonly person: string
  readonly reach: Readonly<Partial<Record<Role, readonly string[]>>>
}

/** The row's columns that rights depend on. */
export interface Ground {
  readonly unit_id: string
  readonly state?: string
  readonly [column: string]: unknown
}

/** The roles an actor holds over a unit. */
export function rolesOver(actor: Actor, unit: string): Role[] {
  return (Object.keys(actor.reach) as Role[]).filter((role) => actor.reach[role]?.includes(unit))
}

/** Whether a post gives the actor business in a unit: the administrators have none anywhere. */
export const hasBusinessIn = (actor: Actor, unit: string): boolean =>
  businessRoles.some((role) => actor.reach[role]?.includes(unit))

const signedIn = (actor: Actor) => actor.person !== 'public'

/** The naive statement of who may do what: the database's row policies must agree with it on every row. */
export function may(actor: Actor, record: RecordType, deed: { verb: Verb; row: Ground }): boolean {
  const granted = record.rights[deed.verb]
  if (granted.includes('everyone') && signedIn(actor)) return true
  if (deed.verb === 'read' && record.owner && deed.row[record.owner] === actor.person) return true
  return rolesOver(actor, deed.row.unit_id).some((role) => granted.includes(role))
}

/** Whether the actor may create rows of this type anywhere: shows or hides the button, decides nothing. */
export function mayCreateSomewhere(actor: Actor, record: RecordType): boolean {
  if (record.rights.create.includes('everyone')) return signedIn(actor)
  return record.rights.create.some((role) => role !== 'everyone' && (actor.reach[role]?.length ?? 0) > 0)
}

/** What this actor may do with this row: verbs and lifecycle actions, in the order they are declared. */
export function deedsOf(actor: Actor, record: RecordType, row: Ground): string[] {
  const verbs = (['update', 'remove'] as const).filter((verb) => may(actor, record, { verb, row }))
  const held = rolesOver(actor, row.unit_id) as string[]
  const actions = Object.entries(record.lifecycle?.actions ?? {})
    .filter(
      ([, action]) =>
        action.from.includes(row.state ?? '') && action.rights.some((role) => held.includes(role)),
    )
    .map(([name]) => name)
  return [...verbs, ...actions]
}
