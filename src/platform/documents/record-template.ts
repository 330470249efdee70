import { type Cell, type ColumnDef, type DataValidation, writeXlsx, type WriteSheet } from 'hucre/xlsx'
import type { ExtraFields } from '#engine/records/check-input'
import type { Field } from '#engine/records/field'
import type { RecordType } from '#engine/records/record'
import type { Titles } from '#engine/records/reply'
import { columnNote, formWords } from './column-words'
import { headerText, inputColumns, type SheetColumn, unitOf } from './sheet-columns'

export interface TemplateGiven {
  readonly extra?: ExtraFields
  /** Rows that references may point to, by record type; types with more than 500 get no drop-down. */
  readonly titles?: Titles
}

/** A longer list is slower to scroll than to type. */
export const mostOptions = 500
const listSheet = '选项'
const lastRow = 1_048_576

const columnLetters = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : columnLetters(Math.floor(index / 26) - 1) + String.fromCharCode(65 + (index % 26))

/** Text stays text: Excel would turn codes into numbers and months into days. */
function numberFormat(field: Field): string {
  switch (field.kind) {
    case 'decimal':
      return field.decimals > 0 ? `#,##0.${'#'.repeat(field.decimals)}` : '#,##0'
    case 'integer':
      return '0'
    case 'date':
      return 'yyyy-mm-dd'
    default:
      return '@'
  }
}

/** Names of the rows a reference may point to; where two share a name only their ids tell them apart. */
function rowNames(rows: Titles[string]): string[] {
  const entries = Object.entries(rows)
  const count = new Map<string, number>()
  for (const [, { zh }] of entries) count.set(zh, (count.get(zh) ?? 0) + 1)
  return entries.map(([id, { zh }]) => (count.get(zh) === 1 ? zh : id))
}

function optionsOf(field: Field, titles: Titles): string[] {
  if (field.kind === 'choice') return Object.values(field.options).map(({ zh }) => zh)
  if (field.kind === 'boolean') return ['是', '否']
  if (field.kind !== 'reference') return []
  const names = rowNames(titles[field.to] ?? {})
  return names.length <= mostOptions ? names : []
}

interface OptionList {
  readonly column: number
  readonly options: readonly string[]
  readonly field: Field
}

const optionLists = (columns: readonly SheetColumn[], titles: Titles): OptionList[] =>
  columns
    .map(({ field }, column) => ({ column, field, options: optionsOf(field, titles) }))
    .filter(({ options }) => options.length > 0)

function dropDown({ column, options, field }: OptionList, place: number): DataValidation {
  const letters = columnLetters(column)
  const from = columnLetters(place)
  return {
    type: 'list',
    formula1: `${listSheet}!$${from}$1:$${from}$${options.length}`,
    range: `${letters}2:${letters}${lastRow}`,
    allowBlank: true,
    showErrorMessage: true,
    // A row may also be named by its id, which is not in the list.
    errorStyle: field.kind === 'reference' ? 'warning' : 'stop',
    errorTitle: field.label.zh.slice(0, 30),
    errorMessage: '请从下拉列表中选择 · Choose from the list',
  }
}

const headerStyle = {
  font: { bold: true },
  fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'E8EEF7' } },
}

function headerCell(column: SheetColumn): Partial<Cell> {
  const value = `${headerText(column).zh}${column.field.required ? '*' : ''}`
  return {
    value,
    type: 'string',
    style: headerStyle,
    comment: { author: 'Yipanqi', text: columnNote(column) },
  }
}

const widthOf = (column: SheetColumn) => Math.min(40, Math.max(12, headerText(column).zh.length * 2 + 6))

function dataSheet(
  record: RecordType,
  columns: readonly SheetColumn[],
  lists: readonly OptionList[],
): WriteSheet {
  return {
    name: record.label.zh,
    columns: columns.map((column): ColumnDef => ({
      width: widthOf(column),
      numFmt: numberFormat(column.field),
    })),
    rows: [columns.map((column) => headerText(column).zh)],
    cells: new Map(columns.map((column, index) => [`0,${index}`, headerCell(column)])),
    dataValidations: lists.map(dropDown),
    freezePane: { rows: 1 },
  }
}

function explainingRow(column: SheetColumn): string[] {
  const { name, field } = column
  const form = formWords(field)
  return [
    field.label.zh,
    field.label.en,
    field.required ? '必填 Required' : '',
    [field.help?.zh, form.zh].filter(Boolean).join('；'),
    [field.help?.en, form.en].filter(Boolean).join('. '),
    unitOf(field) ?? '',
    name,
  ]
}

function explainingSheet(record: RecordType, columns: readonly SheetColumn[]): WriteSheet {
  return {
    name: '说明',
    columns: [20, 24, 14, 48, 48, 10, 22].map((width) => ({ width })),
    rows: [
      [`${record.label.zh}：${record.about.zh}`],
      [`${record.label.en}: ${record.about.en}`],
      ['每行一条；先试读，有任何问题都不写入。One row each; nothing is written while any row has a problem.'],
      ['列', 'Column', '必填', '怎么填', 'How to fill it in', '单位 Unit', '标识 Name'],
      ...columns.map(explainingRow),
    ],
    freezePane: { rows: 4 },
  }
}

function optionSheet(lists: readonly OptionList[]): WriteSheet {
  const longest = Math.max(...lists.map(({ options }) => options.length))
  return {
    name: listSheet,
    hidden: true,
    rows: Array.from({ length: longest }, (_none, row) => lists.map(({ options }) => options[row] ?? null)),
  }
}

/** An empty sheet to fill in: drop-downs, formats and a note on every header; what each column means on a second sheet. */
export async function recordTemplate(
  record: RecordType,
  { extra = {}, titles = {} }: TemplateGiven = {},
): Promise<Uint8Array> {
  const columns = inputColumns(record, extra)
  const lists = optionLists(columns, titles)
  const sheets = [dataSheet(record, columns, lists), explainingSheet(record, columns)]
  return writeXlsx({ sheets: lists.length > 0 ? [...sheets, optionSheet(lists)] : sheets })
}
