import type { StateTone } from '#engine/lifecycles/lifecycle'
import type { Text } from '#engine/result/result'
import type { Personal } from './personal'
import type { Role } from './role.data'

interface FieldBase {
  readonly label: Text
  /** One line under the input: what to write, not what the label already says. */
  readonly help?: Text
  /** Must be filled before a row can be saved. A lifecycle may demand more later. */
  readonly required?: boolean
  /** Set at creation, never changed after (codes that others refer to). */
  readonly fixed?: boolean
  /** Set by the server only; shown, never asked for. */
  readonly computed?: boolean
  /** Roles that see the field; absent: everyone who sees the row. */
  readonly see?: readonly Role[]
  /** Roles that may set the field; absent: everyone who may write the row. */
  readonly set?: readonly Role[]
  /** Found by the search box (Chinese, full pinyin and pinyin initials). */
  readonly search?: boolean
}

export interface TextField extends FieldBase {
  readonly kind: 'text'
  /** Characters; 200 when absent. */
  readonly max?: number
  readonly multiline?: boolean
  readonly pattern?: { readonly source: string; readonly says: Text }
  /** Encrypted at rest: told to those who may see it, but never filtered, sorted, searched, nor kept in the ledger. */
  readonly sealed?: boolean
  /** Personal data: masked in lists, details, exports and history for whoever has no right to it; unmasked with a reason. */
  readonly personal?: Personal
}

export interface IntegerField extends FieldBase {
  readonly kind: 'integer'
  readonly min?: number
  readonly max?: number
  readonly unit?: string
}

/** An exact decimal, carried as text. `unit` is a code of engine/quantity. */
export interface DecimalField extends FieldBase {
  readonly kind: 'decimal'
  readonly decimals: number
  readonly unit?: string
  readonly min?: string
  readonly max?: string
}

export interface BooleanField extends FieldBase {
  readonly kind: 'boolean'
}

export interface DateField extends FieldBase {
  readonly kind: 'date'
  /** A day on which something happened: it cannot lie ahead. */
  readonly happened?: boolean
}

/** A moment, ISO 8601 in UTC; set by the server. */
export interface InstantField extends FieldBase {
  readonly kind: 'instant'
}

/** A period of engine/period: year, half, quarter, month. */
export interface PeriodField extends FieldBase {
  readonly kind: 'period'
}

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice'
  readonly options: Readonly<Record<string, Text>>
  /** How each option is marked in lists, by shape and colour beside its word; absent: the word alone. */
  readonly tones?: Readonly<Record<string, StateTone>>
  /** The lamp of this clock of the row: read at the moment of asking, never stored. */
  readonly lampOf?: string
}

/** A reference to one row of another record type, by its id. */
export interface ReferenceField extends FieldBase {
  readonly kind: 'reference'
  readonly to: string
}

/** An ordered list of references, kept in the row. */
export interface ReferencesField extends FieldBase {
  readonly kind: 'references'
  readonly to: string
}

export type Field =
  | TextField
  | IntegerField
  | DecimalField
  | BooleanField
  | DateField
  | InstantField
  | PeriodField
  | ChoiceField
  | ReferenceField
  | ReferencesField

export type FieldKind = Field['kind']

type Options<F extends Field> = Omit<F, 'kind'>

/** One constructor a kind, so that a declaration reads as a list: `name: field.text({ label: …, required: true })`. */
export const field = {
  text: <const O extends Options<TextField>>(options: O) => ({ kind: 'text', ...options }) as const,
  integer: <const O extends Options<IntegerField>>(options: O) => ({ kind: 'integer', ...options }) as const,
  decimal: <const O extends Options<DecimalField>>(options: O) => ({ kind: 'decimal', ...options }) as const,
  boolean: <const O extends Options<BooleanField>>(options: O) => ({ kind: 'boolean', ...options }) as const,
  date: <const O extends Options<DateField>>(options: O) => ({ kind: 'date', ...options }) as const,
  instant: <const O extends Options<InstantField>>(options: O) => ({ kind: 'instant', ...options }) as const,
  period: <const O extends Options<PeriodField>>(options: O) => ({ kind: 'period', ...options }) as const,
  choice: <const O extends Options<ChoiceField>>(options: O) => ({ kind: 'choice', ...options }) as const,
  reference: <const O extends Options<ReferenceField>>(options: O) =>
    ({ kind: 'reference', ...options }) as const,
  references: <const O extends Options<ReferencesField>>(options: O) =>
    ({ kind: 'references', ...options }) as const,
}

type BareValue<F> = F extends { kind: 'choice'; options: infer O }
  ? keyof O & string
  : F extends { kind: 'integer' }
    ? number
    : F extends { kind: 'boolean' }
      ? boolean
      : F extends { kind: 'references' }
        ? readonly string[]
        : string

/** The TypeScript type of a stored value: decimals, dates and periods are text; what is not required may be null. */
export type ValueOf<F> = F extends { required: true } ? BareValue<F> : BareValue<F> | null

/** Any stored value. */
export type Value = string | number | boolean | readonly string[] | null
