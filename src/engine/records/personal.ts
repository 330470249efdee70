import { type Result, fail, ok, text } from '#engine/result/result'
import type { Field } from './field'
import type { ListQuery } from './list-query'
import type { Problem } from './problem'
import type { RecordType } from './record'
import type { Actor } from './rights'
import type { Role } from './role.data'

/** What a personal field holds: it decides how much of it a mask leaves readable. */
export type PersonalKind = 'phone' | 'id_number' | 'contact'

/** Makes a field personal data: masked for everybody who sees it without holding one of these roles. */
export interface Personal {
  readonly kind: PersonalKind
  readonly clear: readonly Role[]
}

const starred = (value: string, head: number, tail: number): string => {
  const signs = [...value]
  // What is too short to be cut in the middle is covered whole.
  if (signs.length <= head + tail) return '****'
  return `${signs.slice(0, head).join('')}****${tail > 0 ? signs.slice(-tail).join('') : ''}`
}

const masks: Readonly<Record<PersonalKind, (value: string) => string>> = {
  phone: (value) => starred(value.replace(/[^\d+]/g, ''), 3, 4),
  id_number: (value) => starred(value, 3, 2),
  contact: (value) => starred(value, 1, 0),
}

/** A value as it is shown to who has no right to it: 138-0000-1234 → 138****1234. The length stays unsaid. */
export const maskOf = (kind: PersonalKind, value: string): string => masks[kind](value)

export const personalOf = (field: Field | undefined): Personal | undefined =>
  field?.kind === 'text' ? field.personal : undefined

/** Asked for every row of an import. */
const known = new WeakMap<RecordType, readonly (readonly [string, Personal])[]>()

/** The personal fields of a type. */
export function personalFields(record: RecordType): readonly (readonly [string, Personal])[] {
  const before = known.get(record)
  if (before) return before
  const found = Object.entries(record.fields).flatMap(([name, field]) => {
    const personal = personalOf(field)
    return personal ? [[name, personal] as const] : []
  })
  known.set(record, found)
  return found
}

/** Whether these roles see the value itself. */
export const seesClear = ({ clear }: Personal, roles: readonly Role[]): boolean =>
  clear.some((role) => roles.includes(role))

type Row = Readonly<Record<string, unknown>>

/** The fields of a row that these roles get masked; the person whose row it is sees their own. */
export function maskedFields(
  record: RecordType,
  given: { readonly row: Row; readonly roles: readonly Role[]; readonly person: string },
): (readonly [string, PersonalKind])[] {
  if (record.owner !== undefined && given.row[record.owner] === given.person) return []
  return personalFields(record)
    .filter(([, personal]) => !seesClear(personal, given.roles))
    .map(([name, { kind }]) => [name, kind] as const)
}

/** A value masked where there is one. */
export const masked = (kind: PersonalKind, value: unknown): unknown =>
  typeof value === 'string' && value !== '' ? maskOf(kind, value) : value

const reachOf = (actor: Actor, roles: readonly string[]): Set<string> =>
  new Set(roles.flatMap((role) => actor.reach[role as Role] ?? []))

/**
 * Whether the actor sees a field whole on every row of the type that they may read at all. Only then may it be filtered
 * by, sorted by or summed: otherwise the answer would tell, bit by bit, what is hidden.
 */
export function seesEverywhere(actor: Actor, record: RecordType, name: string): boolean {
  const field = Object.hasOwn(record.fields, name) ? record.fields[name] : undefined
  const demands = [field?.see, personalOf(field)?.clear].filter((roles) => roles !== undefined)
  if (demands.length === 0) return true
  if (record.rights.read.includes('everyone')) return false
  const readable = [...reachOf(actor, record.rights.read)]
  return demands.every((roles) => {
    const seen = reachOf(actor, roles)
    return readable.every((unit) => seen.has(unit))
  })
}

const oracle = (name: string): Problem => ({
  field: name,
  code: 'query',
  value: '',
  says: text(
    '对您隐藏或脱敏，不能筛选或排序',
    'is hidden from you or masked: it can be neither filtered nor sorted by',
  ),
  mend: text('请换用其他字段', 'Use another field.'),
})

/** Refuses a list that asks by what the actor does not see. */
export function withoutOracle(
  actor: Actor,
  record: RecordType,
  list: ListQuery,
): Result<ListQuery, Problem[]> {
  const asked = [...list.filters, ...list.sort].map(({ field }) => field).concat(list.group ?? [])
  const stray = [...new Set(asked)].filter((name) => !seesEverywhere(actor, record, name))
  return stray.length > 0 ? fail(stray.map(oracle)) : ok(list)
}

/** What a declaration of personal fields gets wrong: a name, a key or a search would tell what the mask hides. */
export function personalProblems(record: RecordType): string[] {
  const telling = new Set([
    record.title,
    ...(record.key ? [record.key] : []),
    ...(record.owner ? [record.owner] : []),
    ...Object.values(record.unique ?? {}).flat(),
    ...record.list.sort.split(',').map((key) => key.replace('-', '')),
  ])
  const hidden = Object.entries(record.fields).filter(([, field]) => personalOf(field) ?? field.see)
  return hidden.flatMap(([name, field]) => [
    ...(telling.has(name) ? [`${name} names, orders or tells rows apart`] : []),
    ...(field.search ? [`${name} is searched`] : []),
  ])
}
