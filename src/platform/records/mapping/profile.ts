import { plainWords } from '#engine/mapping/compare-words'
import { cellAddress, cellText, type GridCell } from '#engine/mapping/grid'
import { captionUnit } from '#engine/mapping/heads'
import { type RowKind, rowKind } from '#engine/mapping/row-kind'
import { Typical } from '#engine/mapping/typical'
import { type OpenedSheet, rowsOf } from './opened-sheets'

/** What is known of a column once its sheet has been gone through. */
export interface ColumnProfile {
  readonly column: number
  readonly unit: string | null
  readonly samples: Set<string>
  readonly values: GridCell[]
  readonly typical: Typical
}

/** A text alone in its row that may be the title of a section. */
export interface Stray {
  readonly sheet: string
  readonly cell: string
  readonly name: string
  readonly isWide: boolean
}

export interface Profile {
  readonly columns: Map<string, ColumnProfile>
  /** Names of sections, by level, each with how often. */
  readonly sections: Map<string, number>[]
  readonly strays: Stray[]
  /** Rows below the head, by sheet. */
  readonly rows: Map<string, number>
}

/** Values looked at for what a column may hold, and those that are shown. */
const [mostValues, mostSamples] = [60, 4]

function columnsOf(sheet: OpenedSheet, columns: Profile['columns']): ColumnProfile[] {
  const caption = captionUnit(sheet.first, sheet.head)
  return sheet.heads.map((head) => {
    const known = columns.get(head.name)
    // The same head stands in other columns on other sheets; what is told of it is told once.
    const own = known ?? {
      column: head.column,
      unit: head.unit ?? caption,
      samples: new Set<string>(),
      values: [],
      typical: new Typical(),
    }
    columns.set(head.name, own)
    return { ...own, column: head.column }
  })
}

function note(profile: ColumnProfile, cell: GridCell): void {
  if (cell === null || cellText(cell) === '') return
  if (profile.values.length < mostValues) profile.values.push(cell)
  if (profile.samples.size < mostSamples) profile.samples.add(cellText(cell).slice(0, 40))
  profile.typical.add(cell)
}

/** What a row that is no data says of the sheet. */
function noteApart(
  kind: RowKind,
  profile: Profile,
  at: Omit<Stray, 'name' | 'cell'> & { readonly row: number },
): void {
  if (kind.is === 'section') {
    const names = (profile.sections[kind.level] ??= new Map())
    names.set(kind.name, (names.get(kind.name) ?? 0) + 1)
  }
  if (kind.is === 'doubtful' && kind.kind === 'stray_row') {
    const { sheet, isWide, row } = at
    profile.strays.push({ sheet, isWide, cell: cellAddress(kind.column, row), name: kind.name })
  }
}

async function throughSheet(sheet: OpenedSheet, profile: Profile): Promise<void> {
  const columns = columnsOf(sheet, profile.columns)
  const heads = new Set(sheet.heads.flatMap(({ parts }) => parts.map(plainWords)))
  const mapped = new Set(columns.map(({ column }) => column))
  const wide = new Set(sheet.merges.filter(({ left, right }) => right > left).map(({ top }) => top))
  const ground = { mapped, title: undefined, heads, section: undefined }
  let rows = 0
  for await (const { row, cells } of rowsOf(sheet)) {
    if (row <= sheet.head.bottom) continue
    const isWide = wide.has(row)
    const kind = rowKind(cells, { ...ground, merged: isWide ? 2 : 0, first: rows === 0 })
    rows += 1
    if (kind.is !== 'data') noteApart(kind, profile, { sheet: sheet.name, isWide, row })
    else for (const column of columns) note(column, cells[column.column] ?? null)
  }
  profile.rows.set(sheet.name, rows)
}

/** Goes once through all sheets that are used: samples, middle numbers, sections. */
export async function profileOf(sheets: readonly OpenedSheet[]): Promise<Profile> {
  const profile: Profile = { columns: new Map(), sections: [], strays: [], rows: new Map() }
  for (const sheet of sheets) if (sheet.use) await throughSheet(sheet, profile)
  return profile
}
