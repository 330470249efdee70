import { findHead } from '#engine/mapping/find-head'
import { fitAmong } from '#engine/mapping/fit-head'
import type { GridCell, GridMerge, GridRow } from '#engine/mapping/grid'
import { captionUnit, type Head, headsOf } from '#engine/mapping/heads'
import type { ColumnPlan, MappingPlan } from '#engine/mapping/plan'
import { propose } from '#engine/mapping/propose'
import { type CellDoubt, type RowRead, SheetReader } from '#engine/mapping/sheet-reader'
import { fieldMap, testFields } from './fields'

export interface TestSheet {
  readonly rows: readonly (readonly GridCell[])[]
  readonly merges?: readonly GridMerge[]
  readonly name?: string
}

const gridOf = ({ rows }: TestSheet): GridRow[] => rows.map((cells, at) => ({ row: at + 1, cells }))

/** Head, heads and proposed columns of a sheet, as the product finds them. */
export function lookedAt(sheet: TestSheet) {
  const rows = gridOf(sheet)
  const merges = sheet.merges ?? []
  const found = findHead(rows, merges, fitAmong(testFields)) ?? { top: 0, bottom: 0 }
  const heads = headsOf(rows, merges, found)
  const valuesOf = ({ column }: Head) =>
    rows.filter(({ row }) => row > found.bottom).map(({ cells }) => cells[column] ?? null)
  const proposals = propose(
    heads.map((head) => ({ head, values: valuesOf(head) })),
    testFields,
  )
  const caption = captionUnit(rows, found)
  const unitFor = (head: Head) => head.unit ?? (head.name.includes('投资') ? caption : null)
  const columns: Record<string, ColumnPlan> = Object.fromEntries(
    heads.map((head, at) => [head.name, { field: proposals[at]?.field ?? null, unit: unitFor(head) }]),
  )
  return { rows, merges, found, heads, proposals, columns }
}

/** All rows of a sheet by a plan, and every doubt there is. */
export function readSheet(sheet: TestSheet, changes: Partial<MappingPlan> = {}) {
  const { rows, merges, found, heads, columns } = lookedAt(sheet)
  const plan: MappingPlan = {
    sheets: [],
    columns,
    sections: [],
    sheet_name: null,
    constants: {},
    answers: {},
    year: 2026,
    ...changes,
  }
  const reader = new SheetReader({
    plan,
    sheet: { name: sheet.name ?? '表', use: true, ...found },
    heads,
    merges,
    fields: fieldMap,
    title: 'name_zh',
    place: 'unit_id',
  })
  const read = rows.map((row) => reader.read(row))
  const data = read.filter((one): one is Extract<RowRead, { is: 'data' }> => one.is === 'data')
  return {
    values: data.map(({ values }) => values),
    doubts: data.flatMap(({ doubts }): readonly CellDoubt[] => doubts),
    left: read.flatMap((one) => (one.is === 'left_out' ? [[one.row, one.why] as const] : [])),
  }
}
