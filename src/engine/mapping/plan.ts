/** How one column of the sheet is read. */
export interface ColumnPlan {
  /** The field it fills; null: the column is left out. */
  readonly field: string | null
  /** The unit of measure of its bare numbers, as a code; null: nobody has said, and such numbers are doubtful. */
  readonly unit: string | null
  /** The middle one of its bare numbers, by which one of quite another size is told. */
  readonly typical?: string
}

/** How one sheet of the workbook is read. */
export interface SheetPlan {
  readonly name: string
  readonly use: boolean
  /** Rows of the head, from 1; both 0 where the sheet has none. */
  readonly top: number
  readonly bottom: number
}

/** What a person has said about a doubtful cell. */
export interface Answer {
  /** `take` one of the readings · `write` a value instead · `leave` the cell out · `drop` the whole row. */
  readonly do: 'take' | 'write' | 'leave' | 'drop'
  /** Which reading is taken, from 0; the first when absent. */
  readonly reading?: number
  readonly value?: string
}

/**
 * Everything that decides how a workbook is read: from the same plan and the same file the same rows come, in the
 * preview, the trial and the import.
 */
export interface MappingPlan {
  readonly sheets: readonly SheetPlan[]
  /** By head: the same words head the same thing on every sheet. */
  readonly columns: Readonly<Record<string, ColumnPlan>>
  /** The field that section rows (一、望京园) fill for the rows below them, by level; null: they fill none. */
  readonly sections: readonly (string | null)[]
  /** The field that the name of each sheet fills. */
  readonly sheet_name: string | null
  /** One value for all rows of a field that no column has. */
  readonly constants: Readonly<Record<string, string>>
  /**
   * Keyed by cell (`望京园!F7`), by what cells of a field say (`category=道路工程`), or by doubt and field
   * (`no_day|planned_start`); the narrower goes before the wider.
   */
  readonly answers: Readonly<Record<string, Answer>>
  /** The year that days without one lie in. */
  readonly year: number
}

type Json = Readonly<Record<string, unknown>>

const isObject = (given: unknown): given is Json =>
  typeof given === 'object' && given !== null && !Array.isArray(given)

const isText = (given: unknown): given is string => typeof given === 'string' && given.length <= 400

const textOrNull = (given: unknown): given is string | null => given === null || isText(given)

const isSheet = (given: unknown): given is SheetPlan =>
  isObject(given) &&
  isText(given.name) &&
  typeof given.use === 'boolean' &&
  [given.top, given.bottom].every((row) => Number.isInteger(row) && Number(row) >= 0 && Number(row) <= 100)

const isColumn = (given: unknown): given is ColumnPlan =>
  isObject(given) &&
  textOrNull(given.field) &&
  textOrNull(given.unit) &&
  (given.typical === undefined ||
    (typeof given.typical === 'string' && /^\d{1,30}(\.\d{1,30})?$/.test(given.typical)))

const isAnswer = (given: unknown): given is Answer =>
  isObject(given) &&
  ['take', 'write', 'leave', 'drop'].includes(String(given.do)) &&
  (given.reading === undefined || Number.isInteger(given.reading)) &&
  (given.value === undefined || (typeof given.value === 'string' && given.value.length <= 4000))

const everyValue = (given: unknown, test: (value: unknown) => boolean): boolean =>
  isObject(given) && Object.entries(given).every(([key, value]) => key.length <= 4000 && test(value))

const isList = (given: unknown, test: (value: unknown) => boolean): boolean =>
  Array.isArray(given) && given.length <= 200 && given.every(test)

const forms: Readonly<Record<keyof MappingPlan, (given: unknown) => boolean>> = {
  sheets: (given) => isList(given, isSheet),
  columns: (given) => everyValue(given, isColumn),
  sections: (given) => isList(given, textOrNull),
  sheet_name: textOrNull,
  constants: (given) => everyValue(given, isText),
  answers: (given) => everyValue(given, isAnswer),
  year: Number.isInteger,
}

/** A plan as it came from outside; undefined where its form is another. Whether it fits the file is asked later. */
export function planFrom(given: unknown): MappingPlan | undefined {
  if (!isObject(given)) return undefined
  const good = Object.entries(forms).every(([name, test]) => test(given[name]))
  return good ? (given as unknown as MappingPlan) : undefined
}
