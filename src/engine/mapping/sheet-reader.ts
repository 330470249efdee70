import type { Field } from '#engine/records/field'
import { text } from '#engine/result/result'
import { type ColumnReader, columnReaders, type GivenRow } from './column-reader'
import { plainWords } from './compare-words'
import { cellKey, type CellReading, type Doubt, kindKey, type Reading, valueKey } from './doubt'
import { cellAddress, cellText, type GridMerge, type GridRow } from './grid'
import type { Head } from './heads'
import { MergedDown } from './merged-down'
import type { Answer, MappingPlan, SheetPlan } from './plan'
import { type LeftOutWhy, type RowKind, rowKind } from './row-kind'

/** A doubtful cell: where it is, what it says, how it may be read, and what has been said about it. */
export interface CellDoubt extends Doubt {
  readonly sheet: string
  /** `F7`. */
  readonly cell: string
  /** The head of its column; '' for a row as a whole. */
  readonly head: string
  /** The field it would fill; '' for a row as a whole. */
  readonly field: string
  readonly raw: string
  readonly answer?: Answer
}

/** One row of the sheet as it was read. */
export type RowRead =
  | { readonly is: 'blank' }
  | { readonly is: 'left_out'; readonly row: number; readonly why: LeftOutWhy; readonly says: string }
  | {
      readonly is: 'data'
      readonly row: number
      readonly values: Readonly<Record<string, unknown>>
      readonly doubts: readonly CellDoubt[]
      /** Cells of fields that no column of this row fills: the section's, or the sheet's name (''). */
      readonly placed: Readonly<Record<string, string>>
    }

/** What a sheet is read with. */
export interface SheetGround {
  readonly plan: MappingPlan
  readonly sheet: SheetPlan
  readonly heads: readonly Head[]
  readonly merges: readonly GridMerge[]
  readonly fields: ReadonlyMap<string, Field>
  /** The field that names a row, and the one that says where it lies. */
  readonly title: string
  readonly place: string
}

const rowReadings: Readonly<Record<'drop' | 'row' | 'section', Reading>> = {
  drop: { value: 'drop', shown: text('不导入这一行', 'Leave the row out') },
  row: { value: 'row', shown: text('作为数据行导入', 'Take it as a row') },
  section: { value: 'section', shown: text('作为小节标题', 'The title of a section') },
}

function readingsOfRow(kind: 'subtotal_like' | 'stray_row', isWide: boolean): Reading[] {
  const { drop, row, section } = rowReadings
  if (kind === 'subtotal_like') return [drop, row]
  return isWide ? [section, drop, row] : [drop, section, row]
}

const rowSays = {
  subtotal_like: text('像合计行，又不全像', 'is like a total, but not quite'),
  stray_row: text('只有一格有字', 'has words in one cell only'),
} as const

/** Reads the rows of one sheet below its head, in order: by the plan, and by nothing else. */
export class SheetReader {
  readonly #columns: readonly ColumnReader[]
  readonly #merged: MergedDown<GridMerge>
  readonly #mapped: ReadonlySet<number>
  readonly #heads: ReadonlySet<string>
  readonly #title: number | undefined
  #sections: ({ name: string; cell: string } | undefined)[] = []
  #first = true

  constructor(readonly ground: SheetGround) {
    this.#columns = columnReaders(ground)
    this.#merged = new MergedDown(ground.merges, ground.sheet.bottom)
    this.#mapped = new Set(this.#columns.map(({ at }) => at))
    this.#heads = new Set(ground.heads.flatMap(({ parts }) => parts.map(plainWords)))
    this.#title = this.#columns.find(({ name }) => name === ground.title)?.at
  }

  /** The heads of the sheet by the field they fill. */
  get labels(): ReadonlyMap<string, string> {
    return new Map(this.#columns.map(({ name, head }) => [name, head.name]))
  }

  /** The column of a field. */
  columnOf(field: string): number | undefined {
    return this.#columns.find(({ name }) => name === field)?.at
  }

  read(source: GridRow): RowRead {
    if (source.row <= this.ground.sheet.bottom) return { is: 'blank' }
    const cells = this.#merged.filled(source)
    const wide = this.#merged.wideAt(source.row)
    const kind = rowKind(source.cells, {
      mapped: this.#mapped,
      title: this.#title,
      heads: this.#heads,
      section: this.#sections.findLast((one) => one !== undefined)?.name,
      merged: wide ? wide.right - wide.left + 1 : 0,
      first: this.#first,
    })
    this.#first &&= kind.is === 'blank'
    const dropped = this.#answer(cellKey(this.ground.sheet.name, cellAddress(0, source.row)))?.do === 'drop'
    if (dropped) return this.#left(source, 'answered')
    return this.#byKind(kind, { source, cells, wide })
  }

  #byKind(kind: RowKind, given: GivenRow): RowRead {
    const { source } = given
    switch (kind.is) {
      case 'blank':
        return { is: 'blank' }
      case 'left_out':
        return this.#left(source, kind.why)
      case 'section':
        this.#enter(kind.level, kind.name, cellAddress(kind.column, source.row))
        return this.#left(source, 'section')
      case 'doubtful':
        return this.#asked(kind, given)
      case 'data':
        return this.#data(given)
    }
  }

  /** A row that may be none: left to a person, and read as its answer says. */
  #asked(kind: Extract<RowKind, { is: 'doubtful' }>, given: GivenRow): RowRead {
    const { source } = given
    const cell = cellAddress(kind.column, source.row)
    const at = { sheet: this.ground.sheet.name, cell, head: '', field: '', raw: kind.name }
    const readings = readingsOfRow(kind.kind, given.wide !== undefined)
    const doubt: CellDoubt = { ...at, kind: kind.kind, says: rowSays[kind.kind], readings }
    const answer = this.#answerTo({ cell, doubt, field: '', raw: kind.name })
    if (!answer) return { is: 'data', row: source.row, values: {}, doubts: [doubt], placed: {} }
    const said = answer.do === 'take' ? readings[answer.reading ?? 0]?.value : 'drop'
    if (said === 'row') return this.#data({ ...given, wide: undefined })
    if (said === 'section') this.#enter(0, kind.name, cell)
    return this.#left(source, said === 'section' ? 'section' : 'answered')
  }

  #left({ row, cells }: GridRow, why: LeftOutWhy): RowRead {
    const says = cells
      .map((cell) => cellText(cell))
      .filter(Boolean)
      .slice(0, 4)
      .join(' ')
    return { is: 'left_out', row, why, says: says.slice(0, 80) }
  }

  /** A section ends those of its level and below. */
  #enter(level: number, name: string, cell: string): void {
    this.#sections = [
      ...this.#sections.slice(0, level),
      ...Array<undefined>(Math.max(0, level - this.#sections.length)),
      { name, cell },
    ]
  }

  #data(row: GivenRow): RowRead {
    const values: Record<string, unknown> = {}
    const doubts: CellDoubt[] = []
    const placed: Record<string, string> = {}
    this.#given(values, placed)
    for (const column of this.#columns) {
      const found = this.#cell(column, row)
      if (found === 'drop') return this.#left(row.source, 'answered')
      if (found.doubt) doubts.push(found.doubt)
      // A blank cell takes nothing away from what the section or the sheet says.
      if (found.value !== null || !(column.name in values)) values[column.name] = found.value
      if (found.qualifier) values[`${column.name}_qualifier`] = found.qualifier
    }
    return { is: 'data', row: row.source.row, values, doubts, placed }
  }

  /** What constants, the sheet's name and the sections say of every row here. */
  #given(values: Record<string, unknown>, placed: Record<string, string>): void {
    const { plan, sheet } = this.ground
    for (const [field, value] of Object.entries(plan.constants)) values[field] = value
    const put = (field: string | null | undefined, raw: string, cell: string) => {
      if (!field) return
      values[field] = this.#worded(field, raw)
      placed[field] = cell
    }
    put(plan.sheet_name, sheet.name, '')
    this.#sections.forEach((section, level) => {
      if (section) put(plan.sections[level], section.name, section.cell)
    })
  }

  /** The words of a section or a sheet's name, or what has been written instead of them. */
  #worded(field: string, raw: string): unknown {
    const answer = this.#answer(valueKey(field, raw))
    if (answer?.do === 'write') return answer.value ?? null
    return answer?.do === 'leave' ? null : raw
  }

  #cell(column: ColumnReader, row: GivenRow): CellRead | 'drop' {
    const { reading, qualifier } = column.read(row)
    const raw = cellText(column.cellOf(row))
    if (!('doubt' in reading) && raw === '') return { value: null }
    const cell = cellAddress(column.at, row.source.row)
    const doubt = doubtIn(reading)
    const answer = this.#answerTo({ cell, doubt, field: column.name, raw }, namesRows(column))
    if (answer?.do === 'drop') return 'drop'
    const value = answered(answer, reading)
    const at = { sheet: this.ground.sheet.name, cell, head: column.head.name, field: column.name, raw }
    const told = doubt ?? (answer && corrected)
    const marked = value !== null && column.marks(qualifier)
    return {
      value,
      doubt: told && asked({ ...told, ...at }, answer),
      qualifier: marked ? qualifier : undefined,
    }
  }

  #answer(key: string): Answer | undefined {
    const { answers } = this.ground.plan
    return Object.hasOwn(answers, key) ? answers[key] : undefined
  }

  /**
   * The narrowest answer there is; one that takes a reading which there is not is none. A cell that is certain is
   * changed by an answer to itself only; what names other rows (`names`) is asked about elsewhere.
   */
  #answerTo({ cell, doubt, field, raw }: Asked, names = false): Answer | undefined {
    const given = [
      this.#answer(cellKey(this.ground.sheet.name, cell)),
      raw && field && (doubt || names) ? this.#answer(valueKey(field, raw)) : undefined,
      doubt && this.#answer(kindKey(doubt.kind, field)),
    ]
    const stands = (answer: Answer | undefined) =>
      answer !== undefined && (answer.do !== 'take' || doubt?.readings[answer.reading ?? 0] !== undefined)
    return given.find(stands)
  }
}

const doubtIn = (reading: CellReading): Doubt | undefined => ('doubt' in reading ? reading.doubt : undefined)

const namesRows = ({ given }: ColumnReader): boolean =>
  given.field.kind === 'reference' || given.field.kind === 'references'

interface CellRead {
  readonly value: unknown
  readonly doubt?: CellDoubt | undefined
  readonly qualifier?: string | undefined
}

const asked = (doubt: CellDoubt, answer: Answer | undefined): CellDoubt =>
  answer ? { ...doubt, answer } : doubt

/** A cell that would have been certain, and was changed by an answer. */
const corrected: Doubt = {
  kind: 'corrected',
  says: text('按您的更正', 'is read as you have said'),
  readings: [],
}

interface Asked {
  readonly cell: string
  readonly doubt: Doubt | undefined
  readonly field: string
  readonly raw: string
}

/** What a cell gives its field, once an answer has been heard; a doubt without one gives nothing. */
function answered(answer: Answer | undefined, reading: CellReading): unknown {
  switch (answer?.do) {
    case 'write':
      return answer.value || null
    case 'leave':
      return null
    default:
      if ('value' in reading) return reading.value
      return (answer && reading.doubt.readings[answer.reading ?? 0]?.value) || null
  }
}
