import { addDays, type PlainDate } from '#engine/period/plain-date'
import { useLanguage } from '#console/language/language'
import type { ScheduledNodeReply } from '../contract'
import { placeOf, type Scale, widthOf } from './plan-scale'
import { planWords } from './plan-words'
import { useTaking } from './use-taking'

export interface BarProps {
  readonly node: ScheduledNodeReply
  readonly scale: Scale
  /** Absent: this person may not change the plan. */
  readonly onMove?: ((node: ScheduledNodeReply, start: PlainDate) => void) | undefined
}

/** A node on the axis: a bar from its first to its last day, a diamond for a milestone. */
export function PlanBar(props: BarProps) {
  const { node, scale, onMove } = props
  const { t, date } = useLanguage()
  const isOpen = node.status === 'not_started'
  const taken = (days: number) => onMove?.(node, addDays(node.earliest_start as PlainDate, days))
  const { by, handlers, movable } = useTaking(scale, onMove && isOpen ? taken : undefined)
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
