import { UndoOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useEffect, useEffectEvent, type KeyboardEvent } from 'react'
import type { ReplyRow } from '#engine/records/reply'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import type { DriftReply, NodeDriftReply, ScheduledNodeReply, ScheduleReply } from '../../contract'
import { BaselineBar, PlanBar } from '../plan-bar'
import { useDrift, useSchedule } from '../plan-queries'
import type { Scale } from '../plan-scale'
import { TrialDialog } from '../plan-trial'
import { planWords, slackWords } from '../plan-words'
import { type PlanMoves, usePlanMoves } from '../use-plan-moves'
import { portfolioWords } from './portfolio-words'

export const nodeHeight = 30

interface GanttNodesProps {
  readonly row: ReplyRow
  readonly index: number
  readonly baseline: string
  readonly scale: Scale
  /** Tells how many lines it takes, so that the rows below make room. */
  readonly onLines: (index: number, lines: number) => void
}

interface NodeLineProps {
  readonly node: ScheduledNodeReply
  readonly drift: NodeDriftReply | undefined
  readonly scale: Scale
  readonly moves: PlanMoves | undefined
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

function NodeLine({ node, drift, scale, moves }: NodeLineProps) {
  const { t, date } = useLanguage()
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
          {date(node.earliest_finish)}
        </span>
        <span role="cell" data-late={(node.slack?.workdays ?? 0) < 0 || undefined}>
          {isOpen && node.slack && `${t(planWords.slack)} ${t(slackWords(node.slack))}`}
        </span>
      </div>
      <div role="cell" className="gantt-axis-room" style={{ inlineSize: scale.width }}>
        {drift?.then && <BaselineBar then={drift.then} scale={scale} />}
        <PlanBar node={node} scale={scale} onMove={moves?.move} />
      </div>
    </div>
  )
}

/** The last line of an open project: putting back what was moved. */
function UndoLine({ moves }: { readonly moves: PlanMoves }) {
  const { t } = useLanguage()
  return (
    <div role="row" className="gantt-node">
      <div role="cell" className="gantt-undo">
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
        <small className="quiet">{t(planWords.drag)}</small>
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
  readonly mayMove: boolean
}

function Nodes({ schedule, drift, scale, mayMove }: NodesProps) {
  const moves = usePlanMoves(schedule.project)
  const drifts = new Map(drift?.nodes.map((node) => [node.id, node]))
  const undoByKey = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    moves.undo()
  }
  return (
    <div role="presentation" onKeyDown={undoByKey}>
      {schedule.nodes.map((node) => (
        <NodeLine
          key={node.id}
          node={node}
          drift={drifts.get(node.id)}
          scale={scale}
          moves={mayMove ? moves : undefined}
        />
      ))}
      {mayMove && <UndoLine moves={moves} />}
      {moves.trial && (
        <TrialDialog trial={moves.trial} busy={moves.busy} onKeep={moves.keep} onDrop={moves.drop} />
      )}
    </div>
  )
}

/** The nodes of an open project under its bar: critical path, baseline, moved as on the project's own page. */
export function GanttNodes({ row, index, baseline, scale, onLines }: GanttNodesProps) {
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
  return <Nodes schedule={data} drift={drift} scale={scale} mayMove={mayMove} />
}
