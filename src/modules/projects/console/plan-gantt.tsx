import { useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { addDays, type PlainDate } from '#engine/period/plain-date'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import type { ScheduledNodeReply, ScheduleReply } from '../contract'
import { placeOf, type Scale, ticksOf, widthOf } from './plan-scale'
import { planWords, slackWords, tickWords } from './plan-words'

interface GanttProps {
  readonly schedule: ScheduleReply
  readonly scale: Scale
  /** Absent: this person may not change the plan. */
  readonly onMove?: ((node: ScheduledNodeReply, start: PlainDate) => void) | undefined
}

function Axis({ scale }: { readonly scale: Scale }) {
  const { t } = useLanguage()
  return (
    <div className="gantt-axis" aria-hidden="true">
      {ticksOf(scale).map((tick, index) => (
        <span key={tick.day} style={{ insetInlineStart: tick.at }}>
          {t(tickWords(tick, tick.month === 1 || index === 0))}
        </span>
      ))}
    </div>
  )
}

interface BarProps extends GanttProps {
  readonly node: ScheduledNodeReply
}

/** A bar that can be taken along the axis by whole days; what is let go where it began has not been moved. */
function useDrag({ node, scale, onMove }: BarProps) {
  const [by, setBy] = useState(0)
  const from = useRef<number>(undefined)
  if (!onMove || node.status !== 'not_started') return { by: 0, handlers: {}, movable: false }
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      from.current = event.clientX
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (from.current !== undefined) setBy(Math.round((event.clientX - from.current) / scale.day))
    },
    onPointerUp: () => {
      if (from.current !== undefined && by !== 0) onMove(node, addDays(node.earliest_start as PlainDate, by))
      from.current = undefined
      setBy(0)
    },
    onPointerCancel: () => {
      from.current = undefined
      setBy(0)
    },
  }
  return { by, handlers, movable: true }
}

function Bar(props: BarProps) {
  const { node, scale } = props
  const { t, date } = useLanguage()
  const { by, handlers, movable } = useDrag(props)
  const { earliest_start: start, earliest_finish: finish } = node
  const title = `${t(node.name)}  ${date(start)} – ${date(finish)}`
  if (node.duration === 0)
    return (
      <span
        className="gantt-milestone"
        data-status={node.status}
        data-critical={node.critical || undefined}
        style={{ insetInlineStart: placeOf(scale, finish) + scale.day }}
        title={title}
      />
    )
  return (
    <span
      className="gantt-bar"
      data-status={node.status}
      data-critical={node.critical || undefined}
      data-movable={movable || undefined}
      style={{
        insetInlineStart: placeOf(scale, start) + by * scale.day,
        inlineSize: Math.max(3, widthOf(scale, start, finish)),
      }}
      title={title}
      {...handlers}
    />
  )
}

/** One row's length of the axis: as long as the scale says, whatever room the table gives its cell. */
function Track({ scale, children }: { readonly scale: Scale; readonly children: ReactNode }) {
  return (
    <div className="gantt-track" style={{ inlineSize: scale.width }}>
      {children}
    </div>
  )
}

function Row(props: BarProps) {
  const { node, scale } = props
  const { t, date } = useLanguage()
  const isOpen = node.status !== 'finished'
  return (
    <tr>
      <th scope="row">
        <GoLink to={`/records/project-node/${encodeURIComponent(node.id)}`}>{t(node.name)}</GoLink>
        {node.critical && isOpen && <span className="gantt-critical">{t(planWords.critical)}</span>}
      </th>
      <td>{t(planWords[node.status])}</td>
      <td className="numeric">{date(node.earliest_start)}</td>
      <td className="numeric">{date(node.earliest_finish)}</td>
      <td className="numeric">{isOpen ? date(node.latest_finish) : '—'}</td>
      <td className="numeric" data-late={(node.slack?.workdays ?? 0) < 0 || undefined}>
        {t(slackWords(node.slack))}
      </td>
      <td className="gantt-cell">
        <Track scale={scale}>
          {isOpen && node.latest_finish > node.earliest_finish && (
            <span
              className="gantt-slack"
              style={{
                insetInlineStart: placeOf(scale, node.earliest_finish) + scale.day,
                inlineSize: placeOf(scale, node.latest_finish) - placeOf(scale, node.earliest_finish),
              }}
            />
          )}
          <Bar {...props} />
        </Track>
      </td>
    </tr>
  )
}

function Line({ day, scale, kind }: { day: string; scale: Scale; kind: 'today' | 'promised' }) {
  return (
    <span
      className="gantt-line"
      data-kind={kind}
      style={{ insetInlineStart: placeOf(scale, day) + scale.day }}
    />
  )
}

/** The nodes with their dates and, beside them, their bars on one axis. The dates are the chart's own table. */
export function PlanGantt(props: GanttProps) {
  const { schedule, scale } = props
  const { t } = useLanguage()
  return (
    <div className="gantt-room" tabIndex={0} role="region" aria-label={t(planWords.title)}>
      <table className="gantt">
        <thead>
          <tr>
            <th scope="col">{t(planWords.node)}</th>
            <th scope="col" />
            <th scope="col" className="numeric">
              {t(planWords.start)}
            </th>
            <th scope="col" className="numeric">
              {t(planWords.finish)}
            </th>
            <th scope="col" className="numeric">
              {t(planWords.latest)}
            </th>
            <th scope="col" className="numeric">
              {t(planWords.slack)}
            </th>
            <td className="gantt-cell">
              <Track scale={scale}>
                <Axis scale={scale} />
                <div className="gantt-lines" aria-hidden="true">
                  <Line day={schedule.today} scale={scale} kind="today" />
                  {schedule.promised && <Line day={schedule.promised} scale={scale} kind="promised" />}
                </div>
              </Track>
            </td>
          </tr>
        </thead>
        <tbody>
          {schedule.nodes.map((node) => (
            <Row key={node.id} {...props} node={node} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
