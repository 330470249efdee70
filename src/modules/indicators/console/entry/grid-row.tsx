import { memo, useEffect, useRef } from 'react'
import { text, type Text } from '#engine/result/result'
import type { Language } from '#engine/quantity/format-quantity'
import { useLanguage } from '#console/language/language'
import { SampleMark } from '#console/ui/sample-mark'
import type { FigureReply, FindingReply } from '#modules/indicators/contract'
import { figureWords, unitWords } from '../figure-words'
import { gridColumns, isEditable, type GridColumn } from './grid-place'
import { readEntry } from './read-entry'
import { liveChange, type RowView } from './row-view'
import type { Editing } from './use-grid-control'

const words = {
  explain: text('按回车或双击查看来源', 'Enter or double-click: where it comes from'),
  write: text('请填写说明', 'Please explain'),
  unsaved: text('未保存', 'not saved yet'),
}

export const ofWhich = text('其中：', 'Of which: ')

export const severities: Readonly<
  Record<FindingReply['severity'], { readonly mark: string; readonly word: Text }>
> = {
  error: { mark: '■', word: text('错误', 'Error') },
  warning: { mark: '▲', word: text('提示', 'Check') },
}

type Speech = ReturnType<typeof useLanguage>

interface GridRowProps {
  readonly view: RowView
  readonly index: number
  /** Id of the cells, before row and column. */
  readonly id: string
  readonly open: boolean
  /** Column one stands in, or −1. */
  readonly active: number
  /** Selected columns of this row as “left-right”; empty: none. Text, so that unchanged rows are not drawn again. */
  readonly selected: string
  readonly editing: Editing | undefined
}

function Neighbour({ figure, decimals }: { readonly figure: FigureReply | null; readonly decimals: number }) {
  const { language } = useLanguage()
  if (!figure) return <span className="quiet">—</span>
  return (
    <>
      {figureWords(figure, { language, decimals })}
      {figure.sample && (
        <span className="visually-hidden">
          <SampleMark />
        </span>
      )}
    </>
  )
}

function CellEditor({ editing, label }: { readonly editing: Editing; readonly label: string }) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const field = input.current
    field?.focus()
    field?.setSelectionRange(field.value.length, field.value.length)
  }, [])
  return (
    <input
      ref={input}
      className="grid-editor"
      defaultValue={editing.initial}
      aria-label={label}
      maxLength={1000}
    />
  )
}

/** What is wrong with a line: its own error first, then what the rules say. */
export function Findings({ view }: { readonly view: RowView }) {
  const { t } = useLanguage()
  return (
    <>
      {view.error && (
        <p className="grid-finding" data-severity="error">
          <span aria-hidden="true">{severities.error.mark} </span>
          {t(view.error)}
        </p>
      )}
      {view.findings.map((finding, index) => (
        <p key={index} className="grid-finding" data-severity={finding.severity}>
          <span aria-hidden="true">{severities[finding.severity].mark} </span>
          <span className="visually-hidden">{t(severities[finding.severity].word)}：</span>
          {t(finding.says)}
        </p>
      ))}
    </>
  )
}

function Explanation({ view, open }: { readonly view: RowView; readonly open: boolean }) {
  const { t } = useLanguage()
  return (
    <>
      {view.explanation}
      {view.needsExplanation && open && <span className="grid-wanted">{t(words.write)}</span>}
    </>
  )
}

function content(column: GridColumn, { view, open, live }: { view: RowView; open: boolean; live: string }) {
  const { line } = view
  const { decimals } = line.indicator
  switch (column) {
    case 'value':
      return view.shown
    case 'previous':
    case 'last_year':
    case 'target':
      return <Neighbour figure={line[column]} decimals={decimals} />
    case 'yoy':
      return live
    case 'explanation':
      return <Explanation view={view} open={open} />
  }
}

const worst = ({ error, findings }: RowView) =>
  error || findings.some((finding) => finding.severity === 'error')
    ? 'error'
    : findings.length > 0
      ? 'warning'
      : undefined

function nameOf(view: RowView, { t, language }: Pick<Speech, 't' | 'language'>) {
  const { indicator } = view.line
  return (
    <th scope="row" role="rowheader" data-part={view.depth || undefined}>
      {view.depth > 0 && <span className="quiet">{t(ofWhich)}</span>}
      {t(indicator.name)} <small>{unitWords(indicator.unit, language)}</small>
    </th>
  )
}

interface CellProps {
  readonly view: RowView
  readonly column: GridColumn
  readonly editing: Editing | undefined
  readonly open: boolean
  readonly live: string
}

/** What stands in a cell: the input while it is typed in, else its text. */
function CellContent({ view, column, editing, open, live }: CellProps) {
  const { t } = useLanguage()
  if (editing) return <CellEditor editing={editing} label={t(view.line.indicator.name)} />
  return (
    <>
      {content(column, { view, open, live })}
      {column === 'value' && view.isUnsaved && <span className="visually-hidden"> {t(words.unsaved)}</span>}
    </>
  )
}

/** What the value's own cell tells besides its text. */
function valueMarks(column: GridColumn, view: RowView) {
  if (column !== 'value') return {}
  return {
    ...(worst(view) === 'error' && { 'aria-invalid': true }),
    ...(view.isUnsaved && { 'data-unsaved': true }),
  }
}

/** The change on last year follows the number while it is typed. */
function liveYoy({ view, active, editing }: GridRowProps, language: Language): string {
  if (!editing || gridColumns[active] !== 'value') return view.yoy
  const read = readEntry(editing.text, view.line.indicator)
  return read.ok ? liveChange(view.line, read.value, language) : view.yoy
}

function Row(props: GridRowProps) {
  const { view, index, id, open, active, selected, editing } = props
  const { t, language } = useLanguage()
  const [left = -1, right = -1] = selected ? selected.split('-').map(Number) : []
  const live = liveYoy(props, language)
  return (
    <tr aria-rowindex={index + 2} data-severity={worst(view)}>
      {nameOf(view, { t, language })}
      {gridColumns.map((column, at) => (
        <td
          key={column}
          id={`${id}-${index}-${at}`}
          role="gridcell"
          tabIndex={at === active ? 0 : -1}
          className={`grid-${column}`}
          data-row={index}
          data-column={at}
          aria-selected={at >= left && at <= right}
          aria-readonly={!open || !isEditable(column)}
          {...valueMarks(column, view)}
          {...(!isEditable(column) && { title: t(words.explain) })}
        >
          <CellContent
            view={view}
            column={column}
            editing={at === active ? editing : undefined}
            open={open}
            live={live}
          />
        </td>
      ))}
      <td role="gridcell" className="grid-findings" aria-readonly>
        <Findings view={view} />
      </td>
    </tr>
  )
}

/** One indicator's line of the grid; drawn again only when something in it has changed. */
export const GridRow = memo(Row, (before, after) => {
  const { view: a, ...restA } = before
  const { view: b, ...restB } = after
  const same = (left: object, right: object) =>
    Object.entries(left).every(([key, value]) => (right as Record<string, unknown>)[key] === value)
  return same(restA, restB) && sameView(a, b)
})

/** Findings are a new list at every reply; what they say decides. */
function sameView(a: RowView, b: RowView): boolean {
  const { findings: findingsA, ...plainA } = a
  const { findings: findingsB, ...plainB } = b
  const isSame = Object.entries(plainA).every(
    ([key, value]) => (plainB as Record<string, unknown>)[key] === value,
  )
  return isSame && JSON.stringify(findingsA) === JSON.stringify(findingsB)
}
