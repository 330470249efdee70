import type { Lifecycle } from '#engine/lifecycles/lifecycle'
import type { Text } from '#engine/result/result'
import type { Field, ValueOf } from './field'
import { clockFields, type RecordClocks } from './record-clock'
import type { Role } from './role.data'

export type Verb = 'read' | 'create' | 'update' | 'remove'

/** A rule over several fields, decided in the browser and on the server by the same function. */
export interface RowRule {
  readonly name: string
  /** The fields to mark when it fails. */
  readonly fields: readonly string[]
  readonly says: Text
  readonly mend: Text
  readonly holds: (row: Readonly<Record<string, unknown>>) => boolean
}

/** A figure counted from rows: an indicator with source `measure` reads it (engine/figures). */
export interface Measure {
  readonly label: Text
  /** Unit code of the result. */
  readonly unit: string
  readonly of: 'count' | { readonly sum: string }
  /** Only rows whose fields equal these values. */
  readonly where?: Readonly<Record<string, string | boolean>>
  /** The date or period field that puts a row into a period. */
  readonly by: string
  /** Tells what has happened: of a period that has not begun nobody knows it yet, and there is no figure, not even zero. */
  readonly happened?: true
}

export interface RecordType {
  /** Singular snake_case: table name, glossary id, and (in kebab-case) the address under /api. */
  readonly name: string
  readonly module: string
  readonly label: Text
  /** What one row is, in one sentence: data dictionary, empty lists, table comment. */
  readonly about: Text
  /** `unit`: rows belong to a unit and are seen through posts there. `shared`: one list for all zones. */
  readonly scope: 'unit' | 'shared'
  /** The field whose value is the row's id, for things known by a code. Absent: the server makes an id. */
  readonly key?: string
  /** A reference to the unit that a row belongs to; absent: the input's `unit_id` says it. */
  readonly place?: string
  /**
   * A reference to the row that this one is a part of (a project's month): it lies in that row's unit, moves with it,
   * and is listed on that row's page. Nobody chooses its unit.
   */
  readonly within?: string
  /** The field that names a row to people. */
  readonly title: string
  readonly fields: Readonly<Record<string, Field>>
  /** Constraint name (without the table's) → columns; zone_id is added. */
  readonly unique?: Readonly<Record<string, readonly string[]>>
  readonly rules?: readonly RowRule[]
  /** Fields that follow from others of the same row, laid over it whenever it is written. Pure, and quick: an import asks it for every row. */
  readonly derive?: (row: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>
  readonly lifecycle?: Lifecycle
  /** Limits that the kernel keeps for every row. */
  readonly clocks?: RecordClocks
  readonly measures?: Readonly<Record<string, Measure>>
  /** Who may do what, within the units of the post. `everyone`: whoever is signed in, in any unit. */
  readonly rights: Readonly<Record<Verb, readonly (Role | 'everyone')[]>>
  /** A person field: that person reads the row wherever the post is. */
  readonly owner?: string
  readonly list: { readonly columns: readonly string[]; readonly sort: string }
  readonly form: readonly { readonly label: Text; readonly fields: readonly string[] }[]
}

/** Columns every row has, whatever its type. */
export interface SystemColumns {
  readonly id: string
  readonly zone_id: string
  readonly unit_id: string
  /** Counts changes; an update must name the version it saw. */
  readonly version: number
  readonly created_at: string
  readonly created_by: string
  readonly updated_at: string
  readonly updated_by: string
  /** Made up for demonstration: marked wherever it is shown. */
  readonly sample: boolean
  /** Values of fields a zone has added without code. */
  readonly extra: Readonly<Record<string, unknown>>
}

export const systemColumns = [
  'id',
  'zone_id',
  'unit_id',
  'version',
  'created_at',
  'created_by',
  'updated_at',
  'updated_by',
  'sample',
  'extra',
] as const satisfies readonly (keyof SystemColumns)[]

type StateColumn<R> = R extends { lifecycle: Lifecycle<infer S> } ? { readonly state: S } : unknown

/** The row type that follows from a declaration. */
export type RowOf<R extends RecordType> = SystemColumns & {
  readonly [K in keyof R['fields']]: ValueOf<R['fields'][K]>
} & StateColumn<R>

/** What a person or program sends to create a row. */
export type InputOf<R extends RecordType> = Partial<Record<keyof R['fields'] | 'unit_id', unknown>>

/** Declares a record type; the literal types are kept, so rows are typed by it. */
export function defineRecord<const R extends RecordType>(record: R): R {
  return record.clocks ? { ...record, fields: { ...record.fields, ...clockFields(record.clocks) } } : record
}

/** The record types whose rows are parts of rows of this one, in the order in which they are declared. */
export const partsOf = (record: Pick<RecordType, 'name'>, all: Iterable<RecordType>): RecordType[] =>
  [...all].filter((other) => {
    const field = other.within === undefined ? undefined : other.fields[other.within]
    return field?.kind === 'reference' && field.to === record.name
  })

/**
 * The fields by which two record types are parts of the same kind of row, where they are: a node of a project's plan waits
 * for nodes of that project, and a letter is about one of its blockers. What one refers to lies in the same whole.
 */
export function sharedWhole(
  record: Pick<RecordType, 'within' | 'fields'>,
  other: Pick<RecordType, 'within' | 'fields'>,
): { readonly own: string; readonly theirs: string } | undefined {
  if (record.within === undefined || other.within === undefined) return undefined
  const [own, theirs] = [record.fields[record.within], other.fields[other.within]]
  const isShared = own?.kind === 'reference' && theirs?.kind === 'reference' && own.to === theirs.to
  return isShared ? { own: record.within, theirs: other.within } : undefined
}

/** Rows that nobody may write by hand: the server keeps them, and they go with the row they are a part of. */
export const isKeptByServer = ({ rights }: Pick<RecordType, 'rights'>): boolean =>
  [rights.create, rights.update, rights.remove].every((roles) => roles.length === 0)

/** `enterprise_event` → `enterprise-event`, the name in addresses. */
export const addressOf = (record: Pick<RecordType, 'name'>): string => record.name.replaceAll('_', '-')
