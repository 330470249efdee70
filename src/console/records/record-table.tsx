import { Checkbox } from 'antd'
import { useMemo, type ReactNode } from 'react'
import type { ListGroup, ReplyRow } from '#engine/records/reply'
import { isLamp } from '#engine/records/record-clock'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { cellText, type CellContext } from './cell-text'
import { ColumnHead } from './column-head'
import { fittedWidth } from './column-width'
import type { Column } from './columns'
import { fieldWords, labelWords } from './field-words'
import { GroupedRows } from './grouped-rows'
import { RecordRows, useCellContext, type RowsProps } from './record-rows'
import { knownWords, overRows } from './total-words'
import type { List } from './use-list'

const words = {
  all: text('选择本页全部', 'Select all on this page'),
  totals: text('合计', 'Total'),
}

const isToned = ({ field }: Column) => field.kind === 'choice' && field.tones !== undefined

/** A mark, a shape or a tag beside the text takes room too. */
function room(column: Column, row: ReplyRow, context: CellContext): string {
  const own = cellText(row, column, context)
  if (column.name === context.record.title) return row.sample ? `${own}　　　　` : own
  const marked = column.name === 'state' || isLamp(column.field) || isToned(column)
  return marked ? `${own}　　　` : own
}

/** Each column as wide as its head and cells want it, unless somebody has dragged it. */
function useWidths(list: List, rows: readonly ReplyRow[]): readonly number[] {
  const { record, titles, language } = useCellContext(list)
  const { shown, widths } = list.columns
  return useMemo(
    () =>
      shown.map((column) => {
        const context = { record, titles, language }
        const cells = rows.map((row) => room(column, row, context))
        const head = labelWords(column.field, language)
        return widths[column.name] ?? fittedWidth(head, cells, column.name === record.title)
      }),
    [shown, widths, rows, record, titles, language],
  )
}

function Total({ list, column }: { readonly list: List; readonly column: Column }) {
  const { t, language } = useLanguage()
  const sum = list.reply?.totals?.[column.name]
  const total = list.reply?.total
  if (!sum) return <td className="numeric" />
  return (
    <td className="numeric">
      {fieldWords(column.field, sum.value, { language, titles: {}, qualifier: sum.qualifier })}
      {total !== undefined && sum.known < total && (
        <small className="total-known quiet">{t(knownWords(sum.known))}</small>
      )}
    </td>
  )
}

/** Sums over everything the filter finds, not only over this page. */
function Totals({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  const { totals, total } = list.reply ?? {}
  const first = list.columns.shown.findIndex(({ name }) => totals?.[name] !== undefined)
  if (first < 0) return null
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={first + 1}>
          {t(words.totals)}
          {total !== undefined && <span className="quiet"> · {t(overRows(total))}</span>}
        </th>
        {list.columns.shown.slice(first).map((column) => (
          <Total key={column.name} list={list} column={column} />
        ))}
      </tr>
    </tfoot>
  )
}

interface TableProps extends RowsProps {
  /** What a page adds to the head of a group. */
  readonly groupNote?: ((group: ListGroup) => ReactNode) | undefined
}

/** The list as a table: order, filter and width in the heads, keyboard over the rows, sums at the foot. */
export function RecordTable({ list, rows, selection, groupNote }: TableProps) {
  const { t } = useLanguage()
  const { shown } = list.columns
  const widths = useWidths(list, rows)
  const whole = rows.length > 0 && rows.every((row) => selection.has(row.id))
  const total = widths.reduce((sum, width) => sum + width, 44)
  return (
    <div className="table-room" data-stale={list.isStale || undefined} aria-busy={list.isStale}>
      <table className="record-table" style={{ minWidth: total }}>
        <caption className="visually-hidden">{t(list.record.label)}</caption>
        <colgroup>
          <col style={{ width: 44 }} />
          {shown.map((column, index) => (
            <col key={column.name} style={{ width: widths[index] }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="check">
              <Checkbox
                checked={whole}
                indeterminate={!whole && rows.some((row) => selection.has(row.id))}
                aria-label={t(words.all)}
                onChange={() => selection.setAll(rows, !whole)}
              />
            </th>
            {shown.map((column, index) => (
              <ColumnHead key={column.name} list={list} column={column} width={widths[index] ?? 160} />
            ))}
          </tr>
        </thead>
        {list.reply?.groups ? (
          <GroupedRows list={list} selection={selection} note={groupNote} />
        ) : (
          <RecordRows list={list} rows={rows} selection={selection} />
        )}
        <Totals list={list} />
      </table>
    </div>
  )
}
