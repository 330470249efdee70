import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { memo, type ReactNode } from 'react'
import { findState } from '#engine/lifecycles/lifecycle'
import type { ReplyRow, Titles } from '#engine/records/reply'
import { useLanguage } from '#console/language/language'
import { fieldWords } from '#console/records/field-words'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark, StateTag } from '#console/ui/state-mark'
import type { PortfolioPlanReply } from '../../portfolio-contract'
import { project } from '../../records/project'
import { projectLifecycle } from '../../records/project-lifecycle'
import { mayMovePromise } from '../plan-moves'
import { placeOf, type Scale, widthOf } from '../plan-scale'
import { PromiseMark } from '../promise-mark'
import { barOf, standingOfProject } from './project-bar'
import { closeWords, openWords, portfolioWords } from './portfolio-words'

export interface GanttRowProps {
  readonly row: ReplyRow
  readonly plan: PortfolioPlanReply | undefined
  readonly titles: Titles
  readonly scale: Scale
  readonly top: number
  readonly index: number
  readonly isOpen: boolean
  readonly onToggle: (index: number) => void
  /** Another day is promised: tried, not kept. */
  readonly onPromise: (row: ReplyRow, promised: string) => void
  /** The nodes, where the row stands open. */
  readonly children?: ReactNode
}

function Bars({ row, plan, scale, onPromise }: Pick<GanttRowProps, 'row' | 'plan' | 'scale' | 'onPromise'>) {
  const { t, date } = useLanguage()
  const bar = barOf(row, plan)
  const { standing, word } = standingOfProject(row, plan)
  const promised = typeof row.promised_on === 'string' ? row.promised_on : undefined
  const then = plan?.baseline
  return (
    <>
      {then && (
        <span
          className="gantt-then"
          style={{
            insetInlineStart: placeOf(scale, then.start),
            inlineSize: Math.max(3, widthOf(scale, then.start, then.finish)),
          }}
          title={`${t(portfolioWords.baseline)} ${then.name}  ${date(then.start)} – ${date(then.finish)}`}
        />
      )}
      {bar && (
        <span
          className="project-bar"
          data-from={bar.from}
          data-standing={standing}
          style={{
            insetInlineStart: placeOf(scale, bar.start),
            inlineSize: Math.max(4, widthOf(scale, bar.start, bar.finish)),
          }}
          title={`${String(row.name_zh)}  ${date(bar.start)} – ${date(bar.finish)} · ${t(word)}`}
        />
      )}
      {promised && (
        <PromiseMark
          promised={promised}
          scale={scale}
          name={String(row.name_zh)}
          onMove={mayMovePromise(row) ? (day) => onPromise(row, day) : undefined}
        />
      )}
    </>
  )
}

function Head({
  row,
  plan,
  titles,
  index,
  isOpen,
  onToggle,
}: Omit<GanttRowProps, 'scale' | 'top' | 'onPromise'>) {
  const { t, language } = useLanguage()
  const name = String(row.name_zh)
  const state = findState(projectLifecycle, row.state ?? '')
  const { standing, word } = standingOfProject(row, plan)
  const leader = typeof row.leader === 'string' ? titles.person?.[row.leader] : undefined
  return (
    <>
      <span role="rowheader" className="gantt-name">
        <button
          type="button"
          className="plain-button"
          aria-expanded={isOpen}
          aria-label={t(isOpen ? closeWords(name) : openWords(name))}
          onClick={() => onToggle(index)}
        >
          {isOpen ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}
        </button>
        <GoLink to={`/records/project/${encodeURIComponent(row.id)}`}>{name}</GoLink>
        {row.sample && <SampleMark />}
      </span>
      <span role="cell" className="gantt-state">
        {state && <StateTag label={state.label} tone={state.tone} />}
      </span>
      <span role="cell">{leader ? t(leader) : '—'}</span>
      <span role="cell" className="numeric">
        {fieldWords(project.fields.promised_on, row.promised_on, { language, titles })}
      </span>
      <span role="cell">
        <StateMark standing={standing} word={word} />
      </span>
    </>
  )
}

/** One project on the common axis. Kept as it is while others scroll past. */
export const GanttRow = memo(function GanttRow(props: GanttRowProps) {
  const { row, plan, scale, top, index, isOpen, onPromise, children } = props
  return (
    <div className="gantt-line-of" style={{ insetBlockStart: top }} data-open={isOpen || undefined}>
      <div role="row" aria-rowindex={index + 2} className="gantt-project">
        <div role="presentation" className="gantt-side">
          <Head {...props} />
        </div>
        <div role="cell" className="gantt-axis-room" style={{ inlineSize: scale.width }}>
          <Bars row={row} plan={plan} scale={scale} onPromise={onPromise} />
        </div>
      </div>
      {children}
    </div>
  )
})
