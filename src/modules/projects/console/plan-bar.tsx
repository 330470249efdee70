import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { addDays, type PlainDate } from '#engine/period/plain-date'
import { useLanguage } from '#console/language/language'
import type { ScheduledNodeReply } from '../contract'
import { placeOf, type Scale, widthOf } from './plan-scale'
import { planWords } from './plan-words'

export interface BarProps {
  readonly node: ScheduledNodeReply
  readonly scale: Scale
  /** Absent: this person may not change the plan. */
  readonly onMove?: ((node: ScheduledNodeReply, start: PlainDate) => void) | undefined
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 }

/** A bar that is taken along the axis by whole days, with the pointer or by keys; where it began it has not been moved. */
function useTaking({ node, scale, onMove }: BarProps) {
  const [by, setBy] = useState(0)
  const from = useRef<number>(undefined)
  if (!onMove || node.status !== 'not_started') return { by: 0, handlers: {}, movable: false }
  const letGo = () => {
    if (by !== 0) onMove(node, addDays(node.earliest_start as PlainDate, by))
    setBy(0)
  }
  const handlers = {
    tabIndex: 0,
    role: 'button',
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      from.current = event.clientX
      event.currentTarget.setPointerCapture(event.pointerId)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (from.current !== undefined) setBy(Math.round((event.clientX - from.current) / scale.day))
    },
    onPointerUp: () => {
      if (from.current !== undefined) letGo()
      from.current = undefined
    },
    onPointerCancel: () => {
      from.current = undefined
      setBy(0)
    },
    onKeyDown: (event: KeyboardEvent) => {
      const step = steps[event.key]
      if (step !== undefined) setBy(by + step * (event.shiftKey ? 5 : 1))
      else if (event.key === 'Enter') letGo()
      else if (event.key === 'Escape') setBy(0)
      else return
      event.preventDefault()
    },
    onBlur: () => setBy(0),
  }
  return { by, handlers, movable: true }
}

/** A node on the axis: a bar from its first to its last day, a diamond for a milestone. */
export function PlanBar(props: BarProps) {
  const { node, scale } = props
  const { t, date } = useLanguage()
  const { by, handlers, movable } = useTaking(props)
  const { earliest_start: start, earliest_finish: finish } = node
  const begins = by === 0 ? start : addDays(start as PlainDate, by)
  const title = `${t(node.name)}  ${date(begins)} – ${date(finish)}`
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
      {...(movable && { 'aria-label': `${t(node.name)} ${t(planWords.start)} ${date(begins)}` })}
      {...handlers}
    >
      {by !== 0 && <b className="gantt-taking">{date(begins)}</b>}
    </span>
  )
}

/** Where the node was in the baseline: a thin line under its bar. */
export function BaselineBar({ then, scale }: { then: { start: string; finish: string }; scale: Scale }) {
  const { t, date } = useLanguage()
  return (
    <span
      className="gantt-then"
      style={{
        insetInlineStart: placeOf(scale, then.start),
        inlineSize: Math.max(3, widthOf(scale, then.start, then.finish)),
      }}
      title={`${t(planWords.then)}  ${date(then.start)} – ${date(then.finish)}`}
    />
  )
}
