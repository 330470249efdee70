import { SwapOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import type { DragEvent } from 'react'
import { findAction } from '#engine/lifecycles/lifecycle'
import type { ReplyRow, Titles } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { fieldWords, quantityWords } from '#console/records/field-words'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { project } from '../../records/project'
import { projectLifecycle } from '../../records/project-lifecycle'
import { portfolioWords } from './portfolio-words'

const moveWords = (name: string) => text(`移动 ${name}`, `Move ${name}`)

interface CardProps {
  readonly row: ReplyRow
  readonly titles: Titles
  readonly onAction: (row: ReplyRow, name: string) => void
  readonly onTake: (row: ReplyRow) => void
  readonly onLeave: () => void
}

/** What this person may do with the card, by a menu: the way of the keyboard, and of a phone. */
function Moves({ row, onAction }: Pick<CardProps, 'row' | 'onAction'>) {
  const { t } = useLanguage()
  const items = row.may.flatMap((name) => {
    const action = findAction(projectLifecycle, name)
    return action ? [{ key: name, label: t(action.label), onClick: () => onAction(row, name) }] : []
  })
  if (items.length === 0) return null
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button
        size="small"
        type="text"
        icon={<SwapOutlined />}
        aria-label={t(moveWords(String(row.name_zh)))}
      />
    </Dropdown>
  )
}

/** A project on the board of stages. */
export function KanbanCard({ row, titles, onAction, onTake, onLeave }: CardProps) {
  const { t, language } = useLanguage()
  const { investment, promised_on: promised, leader } = project.fields
  const context = { language, titles, qualifier: row.investment_qualifier }
  const take = (event: DragEvent) => {
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', row.id)
    onTake(row)
  }
  const movable = row.may.some((name) => findAction(projectLifecycle, name))
  return (
    <li className="kanban-card" draggable={movable} onDragStart={take} onDragEnd={onLeave}>
      <div className="kanban-title">
        <GoLink to={`/records/project/${encodeURIComponent(row.id)}`}>{String(row.name_zh)}</GoLink>
        <Moves row={row} onAction={onAction} />
      </div>
      <p className="kanban-money">
        <b>{quantityWords(investment, row.investment, context)}</b> {row.sample && <SampleMark />}
      </p>
      <dl>
        <div>
          <dt>{t(portfolioWords.promised)}</dt>
          <dd>{fieldWords(promised, row.promised_on, context)}</dd>
        </div>
        <div>
          <dt>{t(portfolioWords.leader)}</dt>
          <dd>{fieldWords(leader, row.leader, context)}</dd>
        </div>
      </dl>
    </li>
  )
}
