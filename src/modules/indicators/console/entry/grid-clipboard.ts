import { text, type Text } from '#engine/result/result'
import type { FigureReply } from '#modules/indicators/contract'
import { columnAt, gridColumns, isEditable, rangeOf, type GridColumn } from './grid-place'
import { pasteTable, writeClipboard, type Pasted } from './paste-table'
import { entryText } from './read-entry'
import type { RowView } from './row-view'
import type { GridControl } from './use-grid-control'

const figureText = (figure: FigureReply | null) => (figure ? entryText(figure.value, figure.qualifier) : '')

const cells: Readonly<Record<GridColumn, (view: RowView) => string>> = {
  value: ({ typed }) => typed,
  previous: ({ line }) => figureText(line.previous),
  last_year: ({ line }) => figureText(line.last_year),
  target: ({ line }) => figureText(line.target),
  yoy: ({ yoy }) => (yoy === '—' ? '' : yoy),
  explanation: ({ explanation }) => explanation,
}

interface Heads {
  readonly name: string
  readonly unit: string
  readonly columns: Readonly<Record<GridColumn, string>>
}

/** What is selected, for Excel; the whole grid takes its heads and the indicators' names along. */
export function copied({ rows, selection }: GridControl, heads: Heads, t: (name: Text) => string): string {
  const range = rangeOf(selection)
  const columns = gridColumns.slice(range.left, range.right + 1)
  const chosen = rows.slice(range.top, range.bottom + 1)
  const isWhole = chosen.length === rows.length && columns.length === gridColumns.length
  const body = chosen.map((view) => columns.map((column) => cells[column](view)))
  if (!isWhole) return writeClipboard(body)
  return writeClipboard([
    [heads.name, heads.unit, ...columns.map((column) => heads.columns[column])],
    ...body.map((row, index) => {
      const indicator = chosen[index]?.line.indicator
      return [indicator ? t(indicator.name) : '', indicator?.unit ?? '', ...row]
    }),
  ])
}

const joined = (names: readonly string[], comma: string) =>
  names.slice(0, 5).join(comma) + (names.length > 5 ? '…' : '')

/** What a paste has done, and what of it found no place. */
function outcome({ changes, unknown, beyond, byName }: Pasted): Text {
  const way = byName ? text('，按指标名称对应', ', matched by name') : text('', '')
  const lost = unknown.length > 0
  const over = beyond > 0
  return text(
    `已粘贴 ${changes.length} 格${way.zh}` +
      (lost ? `；本表没有：${joined(unknown, '、')}` : '') +
      (over ? `；超出表格 ${beyond} 行，未粘贴` : ''),
    `${changes.length} cells pasted${way.en}` +
      (lost ? `; not in this report: ${joined(unknown, ', ')}` : '') +
      (over ? `; ${beyond} rows beyond the end left out` : ''),
  )
}

/** Pastes at the selection: one cell fills it, a block goes from its first cell on or by the indicators' names. */
export function paste(control: GridControl, clip: string): Text | undefined {
  const { rows, selection, book, open } = control
  if (!open || clip === '') return undefined
  const range = rangeOf(selection)
  const isOne = !/[\t\n]/.test(clip.replace(/\r?\n$/, ''))
  if (isOne && (range.top !== range.bottom || range.left !== range.right)) {
    control.fill(clip.trim())
    return undefined
  }
  const field = columnAt({ row: range.top, column: range.left })
  const pasted = pasteTable(clip, {
    lines: rows.map(({ line: { indicator } }) => ({
      code: indicator.code,
      names: [indicator.name.zh, indicator.name.en],
    })),
    row: range.top,
    field: isEditable(field) ? field : 'value',
  })
  book.set(pasted.changes)
  return outcome(pasted)
}
