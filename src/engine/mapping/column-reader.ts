import type { Field } from '#engine/records/field'
import type { Qualifier } from '#engine/quantity/quantity'
import { text } from '#engine/result/result'
import { certain, type CellReading, doubtful } from './doubt'
import { cellText, type GridCell, type GridMerge, type GridRow, isBlankCell } from './grid'
import type { Head } from './heads'
import type { MappingPlan } from './plan'
import { type Read, readCell } from './read-cell'

/** One row as its columns read it. */
export interface GivenRow {
  readonly source: GridRow
  /** With what merged cells reach down from above. */
  readonly cells: readonly GridCell[]
  /** A merge over several columns that begins here. */
  readonly wide: GridMerge | undefined
}

/** What the columns of a sheet are read with. */
export interface ColumnGround {
  readonly plan: MappingPlan
  readonly heads: readonly Head[]
  readonly fields: ReadonlyMap<string, Field>
  /** The field that says where a row lies. */
  readonly place: string
}

/** Distinct cells of a column that are kept read: sheets repeat themselves, and a column of names must not fill the memory. */
const mostKept = 2000

/** Reads the cells of one column that fills a field. */
export class ColumnReader {
  readonly #seen = new Map<string, Read>()
  #above = ''

  constructor(
    readonly head: Head,
    readonly name: string,
    readonly given: {
      readonly field: Field
      readonly unit: string | null
      readonly typical?: string
      readonly keepsQualifier: boolean
      readonly year: number
      /** Rows leave this column blank where it is as above. */
      readonly carries: boolean
      /** The columns that fill fields. */
      readonly mapped: readonly number[]
    },
  ) {}

  get at(): number {
    return this.head.column
  }

  /** The cell that this column has in a row: its own, or the merged one that covers it. */
  cellOf({ cells, wide }: GivenRow): GridCell {
    const at = wide && this.#leads(wide) ? wide.left : this.at
    return cells[at] ?? null
  }

  /** Whether the mark (约, 超过) of a figure is kept beside it. */
  marks(qualifier: Qualifier | undefined): boolean {
    return this.given.keepsQualifier && qualifier !== undefined && qualifier !== 'exact'
  }

  read(row: GivenRow): Read {
    const { wide } = row
    const cell = this.cellOf(row)
    if (wide && this.#inside(wide) && !this.#alone(wide))
      return { reading: this.#leads(wide) ? acrossColumns(cell) : certain(null) }
    if (isBlankCell(cell)) return { reading: this.given.carries ? this.#carried() : certain(null) }
    if (this.given.carries) this.#above = cellText(cell)
    const read = this.#cell(cell)
    return this.#sharesFigure(row) && 'value' in read.reading ? { reading: shared(read.reading.value) } : read
  }

  /** A figure that a merged cell brings down from the row above. */
  #sharesFigure({ source, wide }: GivenRow): boolean {
    const { kind } = this.given.field
    return (kind === 'decimal' || kind === 'integer') && !wide && isBlankCell(source.cells[this.at])
  }

  #inside({ left, right }: GridMerge): boolean {
    return this.at >= left && this.at <= right && right > left
  }

  #covered({ left, right }: GridMerge): readonly number[] {
    return this.given.mapped.filter((at) => at >= left && at <= right)
  }

  /** The first of the columns that a merge covers stands for all. */
  #leads(wide: GridMerge): boolean {
    return this.#inside(wide) && this.#covered(wide)[0] === this.at
  }

  #alone(wide: GridMerge): boolean {
    return this.#covered(wide).length === 1
  }

  /** Blank under a park's name: most likely the same park, but nobody has said so. */
  #carried(): CellReading {
    const above = this.#above
    if (!above) return certain(null)
    return doubtful('carried_down', text(`空白；上面是“${above}”`, `is blank; above it stands “${above}”`), [
      { value: above, shown: text(above, above) },
      { value: '', shown: text('空白', 'Blank') },
    ])
  }

  #cell(cell: GridCell): Read {
    const key = typeof cell === 'string' ? cell : `\u0000${typeof cell}${JSON.stringify(cell)}`
    const known = this.#seen.get(key)
    if (known) return known
    const read = readCell(cell, this.given)
    if (this.#seen.size < mostKept) this.#seen.set(key, read)
    return read
  }
}

const acrossColumns = (cell: GridCell): CellReading =>
  doubtful('wide_merge', text('这一格跨列合并，不知属于哪一列', 'is merged across columns: whose is it?'), [
    { value: cellText(cell), shown: text(cellText(cell), cellText(cell)) },
  ])

/** A figure merged over several rows: one figure for all, or the same for each? */
function shared(value: unknown): CellReading {
  const shown = String(value)
  return doubtful('carried_down', text('与上一行合并的数', 'is one figure merged over several rows'), [
    { value: '', shown: text('空白', 'Blank') },
    { value: shown, shown: text(shown, shown) },
  ])
}

/** A reader for every column that fills a field. */
export function columnReaders({ plan, heads, fields, place }: ColumnGround): ColumnReader[] {
  const chosen = heads.flatMap((head) => {
    const choice = Object.hasOwn(plan.columns, head.name) ? plan.columns[head.name] : undefined
    const field = choice?.field == null ? undefined : fields.get(choice.field)
    return choice && choice.field !== null && field ? [{ head, choice, name: choice.field, field }] : []
  })
  const filled = new Set(chosen.map(({ name }) => name))
  const mapped = chosen.map(({ head }) => head.column)
  return chosen.map(({ head, choice, name, field }) => {
    const beside = `${name}_qualifier`
    return new ColumnReader(head, name, {
      field,
      unit: choice.unit,
      ...(choice.typical !== undefined && { typical: choice.typical }),
      keepsQualifier: fields.get(beside)?.kind === 'choice' && !filled.has(beside),
      year: plan.year,
      carries: name === place && !plan.sections.includes(name),
      mapped,
    })
  })
}
