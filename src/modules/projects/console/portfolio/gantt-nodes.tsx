import { Skeleton } from 'antd'
import { useEffect, useEffectEvent } from 'react'
import type { ReplyRow } from '#engine/records/reply'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { fieldWords } from '#console/records/field-words'
import { GoLink } from '#console/router/go'
import type { DriftReply, NodeDriftReply, ScheduledNodeReply, ScheduleReply } from '../../contract'
import { project } from '../../records/project'
import { BaselineBar, type BarProps, PlanBar } from '../plan-bar'
import { nodeMove } from '../plan-moves'
import { useDrift, useSchedule } from '../plan-queries'
import type { Scale } from '../plan-scale'
import { planWords, slackWords } from '../plan-words'
import type { PlanMoves } from '../use-plan-moves'
import { portfolioWords } from './portfolio-words'

export const nodeHeight = 30

interface GanttNodesProps {
  readonly row: ReplyRow
  readonly index: number
  readonly baseline: string
  readonly scale: Scale
  readonly moves: PlanMoves
  /** Tells how many lines it takes, so that the rows below make room. */
  readonly onLines: (index: number, lines: number) => void
}

interface NodeLineProps {
  readonly node: ScheduledNodeReply
  readonly drift: NodeDriftReply | undefined
  readonly scale: Scale
  readonly onMove: BarProps['onMove']
}

function NodeName({ node }: { readonly node: ScheduledNodeReply }) {
  const { t } = useLanguage()
  return (
    <span role="rowheader" className="gantt-name">
      <GoLink to={`/records/project-node/${encodeURIComponent(node.id)}`}>{t(node.name)}</GoLink>
      {node.critical && node.status !== 'finished' && (
        <span className="gantt-critical">{t(planWords.critical)}</span>
      )}
    </span>
  )
}

function NodeLine({ node, drift, scale, onMove }: NodeLineProps) {
  const { t, language } = useLanguage()
  const isOpen = node.status !== 'finished'
  return (
    <div role="row" className="gantt-node">
      <div role="presentation" className="gantt-side">
        <NodeName node={node} />
        <span role="cell" className="gantt-state">
          {t(planWords[node.status])}
        </span>
        <span role="cell" />
        <span role="cell" className="numeric">
          {fieldWords(project.fields.promised_on, node.earliest_finish, { language, titles: {} })}
        </span>
        <span role="cell" data-late={(node.slack?.workdays ?? 0) < 0 || undefined}>
          {isOpen && node.slack && `${t(planWords.slack)} ${t(slackWords(node.slack))}`}
        </span>
      </div>
      <div role="cell" className="gantt-axis-room" style={{ inlineSize: scale.width }}>
        {drift?.then && <BaselineBar then={drift.then} scale={scale} />}
        <PlanBar node={node} scale={scale} onMove={onMove} />
      </div>
    </div>
  )
}

function Note({ words }: { readonly words: string }) {
  return (
    <div role="row" className="gantt-node">
      <div role="cell" className="gantt-undo">
        <small className="quiet">{words}</small>
      </div>
    </div>
  )
}

interface NodesProps {
  readonly schedule: ScheduleReply
  readonly drift: DriftReply | undefined
  readonly scale: Scale
  /** Absent: this person may not change the plan. */
  readonly moves: PlanMoves | undefined
}

function Nodes({ schedule, drift, scale, moves }: NodesProps) {
  const { t } = useLanguage()
  const drifts = new Map(drift?.nodes.map((node) => [node.id, node]))
  return (
    <>
      {schedule.nodes.map((node) => (
        <NodeLine
          key={node.id}
          node={node}
          drift={drifts.get(node.id)}
          scale={scale}
          onMove={moves && ((of, start) => moves.attempt(nodeMove(schedule.project, of, start)))}
        />
      ))}
      {moves && <Note words={t(planWords.drag)} />}
    </>
  )
}

/** The nodes of an open project under its bar: critical path, baseline, moved as on the project's own page. */
export function GanttNodes({ row, index, baseline, scale, moves, onLines }: GanttNodesProps) {
  const { t } = useLanguage()
  const { data, error } = useSchedule(row.id, row.version)
  const { data: drift } = useDrift(row.id, baseline, row.version)
  const mayMove = row.may.includes('update')
  const count = data?.nodes.length ?? 0
  const lines = count === 0 ? 1 : count + (mayMove ? 1 : 0)
  const tell = useEffectEvent(() => onLines(index, lines))
  useEffect(() => tell(), [lines])
  if (error) return <Note words={t(wordsOf(error).message)} />
  if (!data) return <Skeleton.Button active block size="small" />
  if (count === 0) return <Note words={t(portfolioWords.noPlan)} />
  return <Nodes schedule={data} drift={drift} scale={scale} moves={mayMove ? moves : undefined} />
}
