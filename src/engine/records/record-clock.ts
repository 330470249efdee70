import type { ClockDefinition } from '#engine/clocks/clock-definition'
import type { Lamp } from '#engine/clocks/fold-clock'
import { text, type Text } from '#engine/result/result'
import { type ChoiceField, field, type Field } from './field'

/**
 * A limit kept for every row of a type. Lifecycle actions move it (`clocks: [{ clock: 'answer', do: 'start' }]`); the
 * kernel keeps its history in the row, and lists, exports and the board know when it is due and how its lamp stands.
 */
export interface RecordClock {
  readonly label: Text
  /** Or made from the row when the clock starts, where a limit depends on it; kept with the clock from then on. */
  readonly definition: ClockDefinition | ((row: Readonly<Record<string, unknown>>) => ClockDefinition)
  /** Starts with the row itself; absent: an action starts it. */
  readonly starts?: 'created'
}

export type RecordClocks = Readonly<Record<string, RecordClock>>

/** The column that holds a clock's history. */
export const clockColumn = (clock: string): string => `${clock}_clock`

/** The fields of a clock by which rows are listed: its due moment, and its lamp, which is read and never stored. */
export const dueField = (clock: string): string => `${clock}_due_at`
export const lampField = (clock: string): string => `${clock}_lamp`

/** How a clock stands, in the words of every list. */
const lamps = {
  on_track: text('正常', 'On track'),
  watch: text('临期', 'Nearly due'),
  late: text('逾期', 'Late'),
  overdue_statutory: text('超法定时限', 'Past the limit of the law'),
  unknown: text('未知', 'Unknown'),
} as const satisfies Record<Lamp, Text>

/** Whether a field is read at the moment of asking: it has no column. */
export const isLamp = (field: Field): field is ChoiceField & { lampOf: string } =>
  field.kind === 'choice' && field.lampOf !== undefined

type Fields = Readonly<Record<string, Field>>

const stored = new WeakMap<Fields, readonly (readonly [string, Field])[]>()

/** The fields of a type that have a column. Kept by declaration: an import asks for every row. */
export function storedFields({ fields }: { readonly fields: Fields }): readonly (readonly [string, Field])[] {
  const known = stored.get(fields)
  if (known) return known
  const found = Object.entries(fields).filter(([, one]) => !isLamp(one))
  stored.set(fields, found)
  return found
}

/** What a record type gains by its clocks: two fields each, computed, so that every list and file has them. */
export function clockFields(clocks: RecordClocks = {}): Record<string, Field> {
  const fields: Record<string, Field> = {}
  for (const [name, { label }] of Object.entries(clocks)) {
    fields[lampField(name)] = field.choice({ label, lampOf: name, options: lamps, computed: true })
    const due = text(`${label.zh}到期`, `${label.en} due`)
    fields[dueField(name)] = field.instant({ label: due, computed: true })
  }
  return fields
}
