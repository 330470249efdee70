import { UndoOutlined } from '@ant-design/icons'
import { Button, Segmented, Skeleton } from 'antd'
import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { ReplyRow } from '#engine/records/reply'
import { useLanguage } from '#console/language/language'
import type { List } from '#console/records/use-list'
import { useAddress } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { useWidth } from '#console/ui/use-width'
import type { PortfolioReply } from '../../portfolio-contract'
import { Axis } from '../plan-gantt'
import { promiseMove } from '../plan-moves'
import { placeOf, type Scale } from '../plan-scale'
import { TrialDialog } from '../plan-trial'
import { type PlanMoves, undoByKey, usePlanMoves } from '../use-plan-moves'
import { GanttNodes, nodeHeight } from './gantt-nodes'
import { GanttRow } from './gantt-row'
import { ganttScale } from './gantt-scale'
import { askedOf, portfolioPage, usePortfolioPages } from './portfolio-queries'
import { countWords, type GanttZoom, ganttZooms, ganttZoomWords, portfolioWords } from './portfolio-words'
import { pagesOf, type RowPlaces, rowPlaces, rowsSeen } from './virtual-rows'
import '../plan.css'
import './gantt.css'

const rowHeight = 40
const isZoom = (given: string | undefined): given is GanttZoom => ganttZooms.includes(given as GanttZoom)

/** Where one has scrolled to, told once a frame. */
function useScrolled() {
  const ref = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState({ top: 0, height: 600 })
  const waiting = useRef(false)
  const read = useCallback(() => {
    waiting.current = false
    const room = ref.current
    if (room) setSeen({ top: room.scrollTop, height: room.clientHeight })
  }, [])
  const onScroll = useCallback(() => {
    if (waiting.current) return
    waiting.current = true
    requestAnimationFrame(read)
  }, [read])
  useLayoutEffect(() => {
    const room = ref.current
    if (!room) return undefined
    read()
    const observer = new ResizeObserver(read)
    observer.observe(room)
    return () => observer.disconnect()
  }, [read])
  return { ref, seen, onScroll }
}

/** Which rows stand open, and how many lines each takes. */
function useOpenRows() {
  const [open, setOpen] = useState<ReadonlyMap<number, number>>(new Map())
  const toggle = useCallback(
    (index: number) =>
      setOpen((now) => {
        const next = new Map(now)
        if (!next.delete(index)) next.set(index, 1)
        return next
      }),
    [],
  )
  const setLines = useCallback(
    (index: number, lines: number) =>
      setOpen((now) => (now.has(index) && now.get(index) !== lines ? new Map(now).set(index, lines) : now)),
    [],
  )
  return { open, toggle, setLines }
}

interface LoadedRow {
  readonly row: ReplyRow
  readonly reply: PortfolioReply
}

/** The rows that have come, by their place in the whole list. */
function loadedRows(replies: readonly (readonly [number, PortfolioReply | undefined])[]) {
  const found = new Map<number, LoadedRow>()
  for (const [page, reply] of replies)
    reply?.rows.forEach((row, index) => found.set((page - 1) * portfolioPage + index, { row, reply }))
  return found
}

function Head({ scale, today }: { readonly scale: Scale; readonly today: string }) {
  const { t } = useLanguage()
  return (
    <div role="row" aria-rowindex={1} className="gantt-heads">
      <div role="presentation" className="gantt-side">
        <span role="columnheader">{t(portfolioWords.project)}</span>
        <span role="columnheader">{t(portfolioWords.stage)}</span>
        <span role="columnheader">{t(portfolioWords.leader)}</span>
        <span role="columnheader" className="numeric">
          {t(portfolioWords.promised)}
        </span>
        <span role="columnheader">{t(portfolioWords.standing)}</span>
      </div>
      <div role="columnheader" className="gantt-axis-room" style={{ inlineSize: scale.width }}>
        <Axis scale={scale} />
        <span className="visually-hidden">
          {t(portfolioWords.today)} {today}
        </span>
      </div>
    </div>
  )
}

interface RowsProps {
  readonly rows: ReadonlyMap<number, LoadedRow>
  readonly seen: readonly [number, number]
  readonly places: RowPlaces
  readonly scale: Scale
  readonly openRows: ReturnType<typeof useOpenRows>
  readonly moves: PlanMoves
}

function Rows({ rows, seen, places, scale, openRows, moves }: RowsProps) {
  const { attempt } = moves
  const tryPromise = useCallback(
    (row: ReplyRow, promised: string) => attempt(promiseMove(row, promised)),
    [attempt],
  )
  const [first, last] = seen
  return Array.from({ length: last - first + 1 }, (_, step) => {
    const index = first + step
    const top = places.starts[index] ?? 0
    const loaded = rows.get(index)
    if (!loaded)
      return (
        <div key={`wait-${index}`} className="gantt-line-of gantt-wait" style={{ insetBlockStart: top }} />
      )
    const { row, reply } = loaded
    const plan = reply.plans[row.id]
    const isOpen = openRows.open.has(index)
    return (
      <GanttRow
        key={row.id}
        row={row}
        plan={plan}
        titles={reply.titles}
        scale={scale}
        top={top}
        index={index}
        isOpen={isOpen}
        onToggle={openRows.toggle}
        onPromise={tryPromise}
      >
        {isOpen && (
          <GanttNodes
            row={row}
            index={index}
            baseline={plan?.baseline?.id ?? ''}
            scale={scale}
            moves={moves}
            onLines={openRows.setLines}
          />
        )}
      </GanttRow>
    )
  })
}

function Legend() {
  const { t } = useLanguage()
  return (
    <p className="gantt-legend portfolio-legend">
      <span data-key="today">{t(portfolioWords.today)}</span>
      <span data-key="mark">{t(portfolioWords.promised)}</span>
      <span data-key="plan">{t(portfolioWords.planned)}</span>
      <span data-key="watch">{t(portfolioWords.watch)}</span>
      <span data-key="late">{t(portfolioWords.late)}</span>
      <span data-key="dates">{t(portfolioWords.dates)}</span>
      <span data-key="then">{t(portfolioWords.baseline)}</span>
    </p>
  )
}

/** Puts back what was moved here, the last first. */
function Undo({ moves }: { readonly moves: PlanMoves }) {
  const { t } = useLanguage()
  return (
    <Button
      size="small"
      icon={<UndoOutlined aria-hidden="true" />}
      loading={moves.busy}
      disabled={moves.undoable === 0}
      onClick={moves.undo}
    >
      {t(portfolioWords.undo)}
      {moves.undoable > 0 && ` (${moves.undoable})`}
    </Button>
  )
}

interface GanttProps {
  readonly asked: Readonly<Record<string, string>>
  /** The first page: it says how many there are and between which days they lie. */
  readonly first: PortfolioReply
  readonly zoom: GanttZoom
}

/** Scrolls to today whenever there is another axis. */
function useToday(scroller: RefObject<HTMLDivElement | null>, scale: Scale, today: string) {
  const go = useCallback(() => {
    const room = scroller.current
    if (!room) return
    const side = room.querySelector<HTMLElement>('.gantt-heads .gantt-side')?.offsetWidth ?? 0
    room.scrollLeft = Math.max(0, placeOf(scale, today) - (room.clientWidth - side) / 3)
  }, [scroller, scale, today])
  useLayoutEffect(() => go(), [go])
  return go
}

/** Rows beyond what is seen whose page is read already: it is there before one has scrolled to it. */
const ahead = 40

/** The pages of what is seen beside the first. */
function useRows({ asked, first }: GanttProps, [from, to]: readonly [number, number]) {
  const wide = [Math.max(0, from - ahead), Math.min(Math.max(0, first.total - 1), to + ahead)] as const
  const pages = pagesOf(wide, portfolioPage).filter((page) => page > 1)
  const answers = usePortfolioPages(asked, pages)
  return loadedRows([[1, first], ...pages.map((page, index) => [page, answers[index]?.data] as const)])
}

function Gantt(props: GanttProps) {
  const { first, zoom } = props
  const { t } = useLanguage()
  const { change } = useAddress()
  const { ref, seen, onScroll } = useScrolled()
  const [room, width] = useWidth<HTMLDivElement>()
  const openRows = useOpenRows()
  const { total, today, span } = first
  const places = useMemo(() => {
    const more = new Map([...openRows.open].map(([index, lines]) => [index, lines * nodeHeight]))
    return rowPlaces(total, rowHeight, more)
  }, [total, openRows.open])
  const [firstDay, lastDay] = [span?.first, span?.last]
  const scale = useMemo(() => {
    const known = firstDay && lastDay ? { first: firstDay, last: lastDay } : null
    return ganttScale({ today, span: known }, zoom, Math.max(200, width - 40))
  }, [today, firstDay, lastDay, zoom, width])
  const shown = rowsSeen(places, seen.top, seen.height) ?? [0, 0]
  const rows = useRows(props, shown)
  const goToday = useToday(ref, scale, today)
  const moves = usePlanMoves()
  return (
    <div ref={room} className="portfolio-gantt" onKeyDown={undoByKey(moves)}>
      <div className="gantt-tools">
        <span className="quiet">{t(countWords(total))}</span>
        <span className="frame-space" />
        {first.rows.some(({ may }) => may.includes('update')) && <Undo moves={moves} />}
        <Button size="small" onClick={goToday}>
          {t(portfolioWords.goToday)}
        </Button>
        <Segmented<GanttZoom>
          aria-label={t(portfolioWords.zoom)}
          size="small"
          value={zoom}
          options={ganttZooms.map((value) => ({ value, label: t(ganttZoomWords[value]) }))}
          onChange={(value) => change({ zoom: value }, true)}
        />
      </div>
      <div
        ref={ref}
        className="gantt-scroller"
        onScroll={onScroll}
        tabIndex={0}
        role="table"
        aria-label={t(portfolioWords.gantt)}
        aria-rowcount={total + 1}
      >
        <Head scale={scale} today={today} />
        <div role="rowgroup" className="gantt-body" style={{ blockSize: places.total }}>
          <span
            className="gantt-today"
            aria-hidden="true"
            style={{ insetInlineStart: placeOf(scale, today) + scale.day }}
          />
          <Rows rows={rows} seen={shown} places={places} scale={scale} openRows={openRows} moves={moves} />
        </div>
      </div>
      <Legend />
      {moves.trial && (
        <TrialDialog trial={moves.trial} busy={moves.busy} onKeep={moves.keep} onDrop={moves.drop} />
      )}
    </div>
  )
}

/** Every project that matches on one axis: as many rows as one likes, of which only those in view are drawn. */
export function PortfolioGantt({ list }: { readonly list: List }) {
  const { t } = useLanguage()
  const { search } = useAddress()
  const asked = askedOf(list.asked)
  const [answer] = usePortfolioPages(asked, [1])
  const first = answer?.data
  if (answer?.error && !first) throw answer.error
  if (!first) return <Skeleton active title={false} paragraph={{ rows: 10 }} />
  if (first.total === 0)
    return (
      <EmptyState why={portfolioWords.none} what={portfolioWords.noneWhat}>
        <Button onClick={list.clear}>{t(portfolioWords.clear)}</Button>
      </EmptyState>
    )
  const zoom = isZoom(search.zoom) ? search.zoom : 'quarter'
  // Another filter is another list: what stood open in the one has another place in the other.
  return <Gantt key={JSON.stringify(asked)} asked={asked} first={first} zoom={zoom} />
}
