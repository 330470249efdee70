import type { ReactNode } from 'react'
import type { PlainDate } from '#engine/period/plain-date'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import type { DriftReply, NodeDriftReply, ScheduledNodeReply, ScheduleReply } from '../contract'
import { BaselineBar, PlanBar } from './plan-bar'
import { DriftCell, MoneyCell } from './plan-cells'
import { placeOf, type Scale, ticksOf } from './plan-scale'
import { PromiseLine } from './promise-mark'
import { planWords, slackWords, tickWords } from './plan-words'

interface GanttProps {
  readonly schedule: ScheduleReply
  readonly scale: Scale
  /** The baseline it is compared with. */
  readonly drift?: DriftReply | undefined
  /** Absent: this person may not change the plan. */
  readonly onMove?: ((node: ScheduledNodeReply, start: PlainDate) => void) | undefined
  /** Absent: this person may not move the promise. */
  readonly onPromise?: ((promised: PlainDate) => void) | undefined
}

/** Months so wide that January is out of view name their year themselves. */
const saysYears = ({ day }: Scale): boolean => day * 30 >= 100

export function Axis({ scale }: { readonly scale: Scale }) {
  const { t } = useLanguage()
  return (
    <div className="gantt-axis" aria-hidden="true">
      {ticksOf(scale).map((tick, index) => (
        <span key={tick.day} style={{ insetInlineStart: tick.at }}>
          {t(tickWords(tick, tick.month === 1 || index === 0 || saysYears(scale)))}
        </span>
      ))}
    </div>
  )
}

interface RowProps extends GanttProps {
  readonly node: ScheduledNodeReply
  readonly nodeDrift: NodeDriftReply | undefined
  readonly withMoney: boolean
}

/** One row's length of the axis: as long as the scale says, whatever room the table gives its cell. */
export function Track({ scale, children }: { readonly scale: Scale; readonly children: ReactNode }) {
  return (
    <div className="gantt-track" style={{ inlineSize: scale.width }}>
      {children}
    </div>
  )
}

/** How far the node may slip: from its forecast finish to its latest. */
function SlackBar({ node, scale }: { readonly node: ScheduledNodeReply; readonly scale: Scale }) {
  const { earliest_finish: forecast, latest_finish: latest } = node
  if (latest <= forecast) return null
  const from = placeOf(scale, forecast)
  return (
    <span
      className="gantt-slack"
      style={{ insetInlineStart: from + scale.day, inlineSize: placeOf(scale, latest) - from }}
    />
  )
}

function Dates({ node }: { readonly node: ScheduledNodeReply }) {
  const { t, date } = useLanguage()
  return (
    <>
      <td>{t(planWords[node.status])}</td>
      <td className="numeric">{date(node.earliest_start)}</td>
      <td className="numeric">{date(node.earliest_finish)}</td>
      <td className="numeric">{node.status === 'finished' ? '—' : date(node.latest_finish)}</td>
      <td className="numeric" data-late={(node.slack?.workdays ?? 0) < 0 || undefined}>
        {t(slackWords(node.slack))}
      </td>
    </>
  )
}

function Row(props: RowProps) {
  const { node, scale, drift, nodeDrift, withMoney } = props
  const { t } = useLanguage()
  const isOpen = node.status !== 'finished'
  return (
    <tr>
      <th scope="row">
        <GoLink to={`/records/project-node/${encodeURIComponent(node.id)}`}>{t(node.name)}</GoLink>
        {node.critical && isOpen && <span className="gantt-critical">{t(planWords.critical)}</span>}
      </th>
      <Dates node={node} />
      {drift && <DriftCell drift={nodeDrift} />}
      {withMoney && <MoneyCell node={node} drift={nodeDrift} />}
      <td className="gantt-cell">
        <Track scale={scale}>
          {nodeDrift?.then && <BaselineBar then={nodeDrift.then} scale={scale} />}
          {isOpen && <SlackBar node={node} scale={scale} />}
          <PlanBar {...props} />
        </Track>
      </td>
    </tr>
  )
}

/** Whether anybody has said what a node costs. */
export const hasMoney = ({ nodes }: ScheduleReply): boolean =>
  nodes.some(({ planned, spent }) => planned !== null || spent !== null)

/** The nodes with their dates and, beside them, their bars on one axis. The dates are the chart's own table. */
export function PlanGantt(props: GanttProps) {
  const { schedule, scale, drift, onPromise } = props
  const { t } = useLanguage()
  const drifts = new Map(drift?.nodes.map((node) => [node.id, node]))
  const withMoney = hasMoney(schedule)
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
            {drift && (
              <th scope="col" className="numeric">
                {t(planWords.drift)}
              </th>
            )}
            {withMoney && (
              <th scope="col" className="numeric" title={t(planWords.moneyWhat)}>
                {t(planWords.money)}
              </th>
            )}
            <td className="gantt-cell">
              <Track scale={scale}>
                <Axis scale={scale} />
                <div className="gantt-lines" aria-hidden="true">
                  <span
                    className="gantt-line"
                    data-kind="today"
                    style={{ insetInlineStart: placeOf(scale, schedule.today) + scale.day }}
                  />
                </div>
                {schedule.promised && (
                  <PromiseLine promised={schedule.promised} scale={scale} onMove={onPromise} />
                )}
              </Track>
            </td>
          </tr>
        </thead>
        <tbody>
          {schedule.nodes.map((node) => (
            <Row key={node.id} {...props} node={node} nodeDrift={drifts.get(node.id)} withMoney={withMoney} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
