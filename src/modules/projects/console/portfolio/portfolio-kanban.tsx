import { App, Skeleton } from 'antd'
import { useState, type DragEvent } from 'react'
import { findAction, findState } from '#engine/lifecycles/lifecycle'
import type { ListReply, ReplyRow } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { ActionDialog } from '#console/records/action-dialog'
import { quantityWords } from '#console/records/field-words'
import { useRecordList } from '#console/records/record-queries'
import type { List } from '#console/records/use-list'
import { StateTag } from '#console/ui/state-mark'
import { project } from '../../records/project'
import { projectLifecycle } from '../../records/project-lifecycle'
import { KanbanCard } from './kanban-card'
import { askedOf } from './portfolio-queries'
import { stageMove, stages } from './stage-moves'
import './kanban.css'

/** Cards of a column; the rest is told and reached by the filter. */
const most = 30
const fields = [
  'name_zh',
  'investment',
  'investment_qualifier',
  'promised_on',
  'leader',
  'signed_on',
  'started_on',
  'resumed_on',
  'completed_on',
  'produced_on',
  'full_on',
].join(',')

const words = {
  empty: text('无', 'None'),
}
const moreWords = (count: number) =>
  text(`还有 ${count} 个，只看这一阶段`, `${count} more: show only this stage`)
const sumWords = (sum: string, known: number, of: number) =>
  known === of
    ? text(sum, sum)
    : text(`${sum}（${of} 项中 ${known} 项已知）`, `${sum} (${known} of ${of} known)`)

interface Moving {
  readonly row: ReplyRow
  readonly titles: ListReply['titles']
}

interface ColumnProps {
  readonly list: List
  readonly stage: string
  readonly moving: Moving | undefined
  readonly onTake: (moving: Moving | undefined) => void
  readonly onAction: (moving: Moving, name: string) => void
}

function ColumnHead({ stage, reply }: { readonly stage: string; readonly reply: ListReply | undefined }) {
  const { t, language } = useLanguage()
  const state = findState(projectLifecycle, stage)
  const sum = reply?.totals?.investment
  const total = reply?.total ?? 0
  return (
    <div className="kanban-head">
      <h2>{state && <StateTag label={state.label} tone={state.tone} />}</h2>
      <b>{reply ? total : ''}</b>
      {sum && (
        <small className="quiet">
          {t(
            sumWords(
              quantityWords(project.fields.investment, sum.value, {
                language,
                titles: {},
                qualifier: sum.qualifier,
              }),
              sum.known,
              total,
            ),
          )}
        </small>
      )}
    </div>
  )
}

/** Taking a card over a column says at once whether it may be put there. */
function useDrop({ stage, moving, onTake, onAction }: ColumnProps) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const move = moving && stageMove(moving.row, stage)
  return {
    drop: move?.kind,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!move) return
        event.preventDefault()
        // A drop that the browser forbids is never heard, and could not be explained.
        event.dataTransfer.dropEffect = 'move'
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault()
        onTake(undefined)
        if (moving && move?.kind === 'action') onAction(moving, move.name)
        if (move?.kind === 'refused') void message.warning(t(move.says), 6)
      },
    },
  }
}

function Column(props: ColumnProps) {
  const { list, stage, onTake, onAction } = props
  const { t } = useLanguage()
  const asked = { ...askedOf(list.asked), state: stage, size: String(most), fields }
  const { data } = useRecordList(project, asked)
  const { drop, handlers } = useDrop(props)
  const left = (data?.total ?? 0) - (data?.rows.length ?? 0)
  return (
    <section className="kanban-column" data-drop={drop} {...handlers}>
      <ColumnHead stage={stage} reply={data} />
      {!data && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {data?.rows.length === 0 && <p className="quiet kanban-none">{t(words.empty)}</p>}
      <ul>
        {data?.rows.map((row) => (
          <KanbanCard
            key={row.id}
            row={row}
            titles={data.titles}
            onAction={(one, name) => onAction({ row: one, titles: data.titles }, name)}
            onTake={(one) => onTake({ row: one, titles: data.titles })}
            onLeave={() => onTake(undefined)}
          />
        ))}
      </ul>
      {left > 0 && (
        <button
          type="button"
          className="link-button"
          onClick={() => list.setFilters('state', [{ field: 'state', op: 'eq', values: [stage] }])}
        >
          {t(moreWords(left))}
        </button>
      )}
    </section>
  )
}

/** The stages that the filter leaves. */
function shownStages(list: List): string[] {
  const chosen = list.query?.filters.find(
    ({ field, op }) => field === 'state' && (op === 'eq' || op === 'in'),
  )
  return chosen ? stages.filter((stage) => chosen.values.includes(stage)) : stages
}

/** Every project by its stage; a card that is moved takes the action of its lifecycle, with what that asks for. */
export function PortfolioKanban({ list }: { readonly list: List }) {
  const [moving, setMoving] = useState<Moving>()
  const [asking, setAsking] = useState<Moving & { readonly name: string }>()
  const action = asking && findAction(projectLifecycle, asking.name)
  return (
    <>
      <div className="kanban">
        {shownStages(list).map((stage) => (
          <Column
            key={stage}
            list={list}
            stage={stage}
            moving={moving}
            onTake={setMoving}
            onAction={(one, name) => setAsking({ ...one, name })}
          />
        ))}
      </div>
      {asking && action && (
        <ActionDialog
          record={project}
          row={asking.row}
          titles={asking.titles}
          name={asking.name}
          action={action}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}
