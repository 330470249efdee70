import { App, Checkbox } from 'antd'
import { useMemo, type MouseEvent } from 'react'
import type { ReplyRow } from '#engine/records/reply'
import { addressOf } from '#engine/records/record'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { cellOf, isNumeric, titleOf, type Column } from './columns'
import { ColumnHead } from './column-head'
import { Cell } from './field-value'
import { fieldWords, isEmptyValue, labelWords } from './field-words'
import type { Selection } from './selection'
import { useRowsKeys } from './use-rows-keys'
import type { List } from './use-list'

const words = {
  all: text('选择本页全部', 'Select all on this page'),
  select: text('选择', 'Select'),
  totals: text('合计', 'Total'),
  copied: text('已复制，可粘贴到 Excel', 'Copied; paste it into Excel'),
}
const overRows = (count: number) => text(`全部 ${count} 条`, `all ${count} rows`)

const kindWidths: Readonly<Record<string, number>> = {
  integer: 130,
  decimal: 168,
  boolean: 100,
  date: 120,
  instant: 150,
  period: 120,
  choice: 130,
  reference: 150,
  references: 200,
  text: 180,
}

const widthOf = (list: List, column: Column): number =>
  list.columns.widths[column.name] ??
  (column.name === list.record.title ? 280 : (kindWidths[column.field.kind] ?? 160))

interface RowsProps {
  readonly list: List
  readonly rows: readonly ReplyRow[]
  readonly selection: Selection
}

/** Rows as tab-separated text with their heads: what Excel takes from the clipboard. */
function useCopy(list: List) {
  const { t, language } = useLanguage()
  const { message } = App.useApp()
  return (rows: readonly ReplyRow[]) => {
    const titles = list.reply?.titles ?? {}
    const heads = list.columns.shown.map((column) => labelWords(column.field, language))
    const lines = rows.map((row) =>
      list.columns.shown.map(({ name, field }) => {
        const value = cellOf(row, name)
        return isEmptyValue(value)
          ? ''
          : isNumeric(field)
            ? `${value as string}`
            : fieldWords(field, value, { language, titles })
      }),
    )
    const sheet = [heads, ...lines].map((line) => line.map((cell) => cell.replace(/[\t\n]/g, ' ')).join('\t'))
    void navigator.clipboard?.writeText(sheet.join('\n')).then(() => message.success(t(words.copied)))
  }
}

function TitleCell({ list, row }: { readonly list: List; readonly row: ReplyRow }) {
  const { language } = useLanguage()
  const { record, reply } = list
  const field = record.fields[record.title]
  const shown = field
    ? fieldWords(field, row[record.title], { language, titles: reply?.titles ?? {} })
    : titleOf(record, row)
  return (
    <div className="title-cell">
      <div className="clamp">
        <GoLink to={`/records/${addressOf(record)}/${encodeURIComponent(row.id)}`}>{shown}</GoLink>
      </div>
      {row.sample && <SampleMark />}
    </div>
  )
}

function Rows({ list, rows, selection }: RowsProps) {
  const { t } = useLanguage()
  const { record } = list
  const copy = useCopy(list)
  const toggle = (index: number) => rows[index] && selection.toggle(rows[index])
  const { body, press } = useRowsKeys({
    count: rows.length,
    onOpen: (index) => list.setOpen(rows[index]?.id),
    onSelect: toggle,
    onCopy: (index) =>
      copy(selection.count > 0 ? [...selection.rows.values()] : rows.slice(index, index + 1)),
  })
  const titles = list.reply?.titles ?? {}
  const openFromClick = (event: MouseEvent, row: ReplyRow) => {
    const inLink = event.target instanceof Element && event.target.closest('a')
    if (!inLink && !window.getSelection()?.toString()) list.setOpen(row.id)
  }
  return (
    <tbody ref={body} onKeyDown={press}>
      {rows.map((row, index) => (
        <tr
          key={row.id}
          tabIndex={index === 0 || row.id === list.open ? 0 : -1}
          data-open={row.id === list.open || undefined}
          data-selected={selection.has(row.id) || undefined}
          onClick={(event) => openFromClick(event, row)}
        >
          <td className="check" onClick={(event) => event.stopPropagation()}>
            <Checkbox
              checked={selection.has(row.id)}
              aria-label={`${t(words.select)} ${titleOf(record, row)}`}
              onChange={() => selection.toggle(row)}
            />
          </td>
          {list.columns.shown.map((column) => (
            <td key={column.name} className={isNumeric(column.field) ? 'numeric' : undefined}>
              {column.name === record.title ? (
                <TitleCell list={list} row={row} />
              ) : (
                <div className="clamp">
                  <Cell record={record} row={row} column={column} titles={titles} />
                </div>
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  )
}

/** Sums over everything the filter finds, not only over this page. */
function Totals({ list }: { readonly list: List }) {
  const { t, language } = useLanguage()
  const { totals, total } = list.reply ?? {}
  const summed = list.columns.shown.filter(({ name }) => totals?.[name] !== undefined)
  if (!totals || summed.length === 0) return null
  const first = list.columns.shown.findIndex(({ name }) => totals[name] !== undefined)
  return (
    <tfoot>
      <tr>
        <th scope="row" colSpan={Math.max(first, 0) + 1}>
          {t(words.totals)}
          {total !== undefined && <span className="quiet"> · {t(overRows(total))}</span>}
        </th>
        {list.columns.shown.slice(Math.max(first, 0)).map(({ name, field }) => (
          <td key={name} className="numeric">
            {totals[name] === undefined ? '' : fieldWords(field, totals[name], { language, titles: {} })}
          </td>
        ))}
      </tr>
    </tfoot>
  )
}

/** The list as a table: order, filter and width in the heads, keyboard over the rows, sums at the foot. */
export function RecordTable({ list, rows, selection }: RowsProps) {
  const { t } = useLanguage()
  const { shown } = list.columns
  const widths = useMemo(() => shown.map((column) => widthOf(list, column)), [shown, list])
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
        <Rows list={list} rows={rows} selection={selection} />
        <Totals list={list} />
      </table>
    </div>
  )
}
