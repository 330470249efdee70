import { Fragment, useRef, type ClipboardEvent, type MouseEvent } from 'react'
import { previousPeriod, sameLastYear } from '#engine/period/period-steps'
import { isPeriodId, yearOfPeriod } from '#engine/period/period'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { GridReply } from '#modules/indicators/contract'
import type { ExplainTarget } from '../figure-queries'
import { themeText } from '../theme-words.data'
import { copied, paste } from './grid-clipboard'
import { pressInCell, pressInGrid } from './grid-keys'
import { columnAt, gridColumns, holds, isEditable, rangeOf, type GridPlace } from './grid-place'
import { GridRow } from './grid-row'
import type { GridControl } from './use-grid-control'

const words = {
  indicator: text('指标', 'Indicator'),
  unit: text('计量单位', 'Unit'),
  findings: text('校验', 'Checks'),
  columns: {
    value: text('本期值', 'Value'),
    previous: text('上期', 'Last period'),
    last_year: text('上年同期', 'Last year'),
    target: text('年度目标', 'Target'),
    yoy: text('同比', 'Year on year'),
    explanation: text('说明', 'Explanation'),
  } as const,
}

interface EntryGridProps {
  readonly grid: GridReply
  readonly control: GridControl
  /** Names the grid: which report of which unit. */
  readonly label: string
  readonly onExplain: (figure: ExplainTarget) => void
  readonly onNotice: (notice: Text) => void
}

function periodsOf({ report: { period } }: GridReply): Partial<Record<string, string>> {
  if (!isPeriodId(period)) return {}
  return {
    value: period,
    previous: previousPeriod(period),
    last_year: sameLastYear(period),
    target: String(yearOfPeriod(period)),
  }
}

function Heads({ grid }: { readonly grid: GridReply }) {
  const { t, period } = useLanguage()
  const periods = periodsOf(grid)
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" role="columnheader">
          {t(words.indicator)}
        </th>
        {gridColumns.map((column) => (
          <th key={column} scope="col" role="columnheader" className={`grid-${column}`}>
            {t(words.columns[column])}
            {periods[column] && <small>{period(periods[column])}</small>}
          </th>
        ))}
        <th scope="col" role="columnheader" className="grid-findings">
          {t(words.findings)}
        </th>
      </tr>
    </thead>
  )
}

function placeOf(target: EventTarget): GridPlace | undefined {
  const cell = (target as HTMLElement).closest<HTMLElement>('[data-column]')
  if (!cell) return undefined
  return { row: Number(cell.dataset.row), column: Number(cell.dataset.column) }
}

const isEditor = (target: EventTarget): target is HTMLInputElement =>
  (target as HTMLElement).classList.contains('grid-editor')

/** Where the figure in a read-only cell comes from; the change on last year is explained by last year's figure. */
function figureAt(control: GridControl, place: GridPlace): ExplainTarget | undefined {
  const line = control.rows[place.row]?.line
  const column = columnAt(place)
  if (!line || isEditable(column)) return undefined
  return line[column === 'yoy' ? 'last_year' : column] ?? undefined
}

function useMouse(control: GridControl, explainAt: (place: GridPlace) => void) {
  const dragging = useRef(false)
  return {
    onMouseDown: (event: MouseEvent) => {
      const place = placeOf(event.target)
      if (!place || isEditor(event.target) || event.button !== 0) return
      dragging.current = true
      if (control.editing) control.commit()
      control.stand(place, event.shiftKey)
    },
    onMouseOver: (event: MouseEvent) => {
      if (event.buttons !== 1) dragging.current = false
      const place = dragging.current ? placeOf(event.target) : undefined
      if (place) control.stand(place, true)
    },
    onDoubleClick: (event: MouseEvent) => {
      const place = placeOf(event.target)
      if (!place || isEditor(event.target)) return
      if (isEditable(columnAt(place))) control.begin('edit')
      else explainAt(place)
    },
  }
}

function useClipboard({ control, onNotice }: EntryGridProps) {
  const { t } = useLanguage()
  const heads = {
    name: t(words.indicator),
    unit: t(words.unit),
    columns: Object.fromEntries(gridColumns.map((column) => [column, t(words.columns[column])])) as Record<
      (typeof gridColumns)[number],
      string
    >,
  }
  return {
    onCopy: (event: ClipboardEvent) => {
      if (isEditor(event.target)) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', copied(control, heads, t))
    },
    onPaste: (event: ClipboardEvent) => {
      if (isEditor(event.target)) return
      event.preventDefault()
      const notice = paste(control, event.clipboardData.getData('text/plain'))
      if (notice) onNotice(notice)
    },
  }
}

const theme = (control: GridControl, index: number) => control.rows[index]?.theme ?? null

/** The month's lines as a grid: arrow keys, typing, fill down, paste from Excel, undo. */
export function EntryGrid(props: EntryGridProps) {
  const { grid, control, label, onExplain } = props
  const leaving = useRef(false)
  const explainAt = (place: GridPlace) => {
    const figure = figureAt(control, place)
    if (figure) onExplain(figure)
  }
  const mouse = useMouse(control, explainAt)
  const clipboard = useClipboard(props)
  const keys = { control, explainAt, leaving }
  const range = rangeOf(control.selection)
  const { at } = control.selection
  const { t } = useLanguage()
  const themed = new Set(control.rows.map((row) => row.theme)).size > 1
  return (
    <div className="grid-room" tabIndex={-1}>
      <table
        className="entry-grid"
        role="grid"
        aria-label={label}
        aria-rowcount={control.rows.length + 1}
        aria-multiselectable
        onKeyDown={(event) => {
          if (isEditor(event.target)) pressInCell(keys, event)
          else pressInGrid(keys, event)
        }}
        onChange={(event) => isEditor(event.target) && control.type(event.target.value)}
        onBlur={(event) => isEditor(event.target) && control.finish()}
        {...mouse}
        {...clipboard}
      >
        <Heads grid={grid} />
        <tbody>
          {control.rows.map((view, index) => (
            <Fragment key={view.line.indicator.code}>
              {themed && theme(control, index) !== theme(control, index - 1) && (
                <tr className="grid-theme">
                  <th scope="rowgroup" role="rowheader" colSpan={gridColumns.length + 2}>
                    {t(themeText(theme(control, index)))}
                  </th>
                </tr>
              )}
              <GridRow
                view={view}
                index={index}
                id={control.id}
                open={control.open}
                active={at.row === index ? at.column : -1}
                selected={
                  holds(range, { row: index, column: range.left }) ? `${range.left}-${range.right}` : ''
                }
                editing={at.row === index ? control.editing : undefined}
              />
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
