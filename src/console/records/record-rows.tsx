import { App, Checkbox } from 'antd'
import type { ClipboardEvent, MouseEvent } from 'react'
import type { ReplyRow } from '#engine/records/reply'
import { addressOf } from '#engine/records/record'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { sheetOf, type CellContext } from './cell-text'
import { isNumeric, titleOf } from './columns'
import { Cell } from './field-value'
import { fieldWords } from './field-words'
import type { Selection } from './selection'
import { isInRange, useCellRange, type CellRange } from './use-cell-range'
import { useRowsKeys } from './use-rows-keys'
import type { List } from './use-list'

const words = {
  select: text('选择', 'Select'),
}
export const copiedWords = (rows: number) =>
  text(
    `已复制 ${rows} 行和表头，可粘贴到 Excel`,
    `${rows} rows and their heads copied; paste them into Excel`,
  )

export interface RowsProps {
  readonly list: List
  readonly rows: readonly ReplyRow[]
  readonly selection: Selection
}

/** What cells of this list are told with. */
export function useCellContext(list: List): CellContext {
  const { language } = useLanguage()
  return { record: list.record, titles: list.reply?.titles ?? {}, language }
}

function TitleCell({ list, row }: { readonly list: List; readonly row: ReplyRow }) {
  const context = useCellContext(list)
  const { record } = list
  const field = record.fields[record.title]
  const shown = field ? fieldWords(field, row[record.title], context) : titleOf(record, row)
  return (
    <div className="title-cell">
      <div className="clamp">
        <GoLink to={`/records/${addressOf(record)}/${encodeURIComponent(row.id)}`}>{shown}</GoLink>
      </div>
      {row.sample && <SampleMark />}
    </div>
  )
}

interface LineProps extends RowsProps {
  readonly row: ReplyRow
  readonly index: number
  readonly range: CellRange | undefined
}

function Line({ list, row, index, selection, range }: LineProps) {
  const { t } = useLanguage()
  const { record } = list
  const openFromClick = (event: MouseEvent) => {
    const inLink = event.target instanceof Element && event.target.closest('a')
    if (!inLink && !range && !window.getSelection()?.toString()) list.setOpen(row.id)
  }
  return (
    <tr
      tabIndex={index === 0 || row.id === list.open ? 0 : -1}
      data-open={row.id === list.open || undefined}
      data-selected={selection.has(row.id) || undefined}
      onClick={openFromClick}
    >
      <td className="check" onClick={(event) => event.stopPropagation()}>
        <Checkbox
          checked={selection.has(row.id)}
          aria-label={`${t(words.select)} ${titleOf(record, row)}`}
          onChange={() => selection.toggle(row)}
        />
      </td>
      {list.columns.shown.map((column, at) => (
        <td
          key={column.name}
          className={isNumeric(column.field) ? 'numeric' : undefined}
          data-row={index}
          data-column={at}
          data-range={isInRange(range, index, at) || undefined}
        >
          {column.name === record.title ? (
            <TitleCell list={list} row={row} />
          ) : (
            <div className="clamp">
              <Cell record={record} row={row} column={column} titles={list.reply?.titles ?? {}} />
            </div>
          )}
        </td>
      ))}
    </tr>
  )
}

/** What Ctrl C takes: the block of cells, else the chosen rows, else the row one stands in. */
function useCopy({ list, rows, selection }: RowsProps, range: CellRange | undefined) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const context = useCellContext(list)
  return (event: ClipboardEvent<HTMLElement>) => {
    if (window.getSelection()?.toString()) return
    const at = Array.from(event.currentTarget.children).indexOf(
      (event.target as HTMLElement).closest('tr') as HTMLElement,
    )
    const chosen = selection.count > 0 ? [...selection.rows.values()] : rows.slice(at, at + 1)
    const copied = range ? rows.slice(range.top, range.bottom + 1) : chosen
    if (copied.length === 0) return
    const columns = range ? list.columns.shown.slice(range.left, range.right + 1) : list.columns.shown
    event.preventDefault()
    event.clipboardData.setData('text/plain', sheetOf(copied, columns, context))
    void message.success(t(copiedWords(copied.length)))
  }
}

/** The rows of the table: open, choose, walk by keyboard, mark a block of cells and copy it. */
export function RecordRows(props: RowsProps) {
  const { list, rows, selection } = props
  const { range, clear, mouse, escape } = useCellRange()
  const copy = useCopy(props, range)
  const { body, press } = useRowsKeys({
    count: rows.length,
    onOpen: (index) => list.setOpen(rows[index]?.id),
    onSelect: (index) => {
      clear()
      if (rows[index]) selection.toggle(rows[index])
    },
  })
  return (
    <tbody
      ref={body}
      onKeyDown={(event) => {
        escape(event)
        press(event)
      }}
      onCopy={copy}
      {...mouse}
    >
      {rows.map((row, index) => (
        <Line key={row.id} {...props} row={row} index={index} range={range} />
      ))}
    </tbody>
  )
}
