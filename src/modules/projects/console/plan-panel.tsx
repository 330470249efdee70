import { Alert, App, Button, Segmented, Skeleton } from 'antd'
import { UndoOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { ReplyRow } from '#engine/records/reply'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { Panel } from '#console/ui/panel'
import { useWidth } from '#console/ui/use-width'
import { EmptyState } from '#console/ui/empty-state'
import type { DriftReply, ScheduleReply } from '../contract'
import { planTemplates } from '../domain/plan-templates.data'
import { BaselineChoice, useBaselines } from './plan-baselines'
import { hasMoney, PlanGantt } from './plan-gantt'
import { mayMovePromise, nodeMove, promiseMove } from './plan-moves'
import { useSchedule, useTemplate } from './plan-queries'
import { daysOf, scaleOver, type Zoom, zooms } from './plan-scale'
import { TrialDialog } from './plan-trial'
import { undoByKey, usePlanMoves } from './use-plan-moves'
import { driftWords, planWords, spareWords, standingOf, zoomWords } from './plan-words'
import './plan.css'

/** What the columns of dates take of the panel's width; the rest is for the bars when the whole plan is in view. */
const datesWidth = 600
/** What a column of drift and one of money take of it besides. */
const driftWidth = 100
const moneyWidth = 110
const leastWidth = 360

function Templates({ project, kind }: { readonly project: string; readonly kind: unknown }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const lay = useTemplate(project)
  return (
    <EmptyState why={planWords.none} what={planWords.noneWhat}>
      <div className="plan-templates">
        {Object.entries(planTemplates).map(([name, template]) => (
          <Button
            key={name}
            {...(name === kind && { type: 'primary' as const })}
            loading={lay.isPending && lay.variables === name}
            onClick={() =>
              lay.mutate(name, { onError: (error) => void message.error(t(wordsOf(error).message)) })
            }
          >
            {t(template.label)}
          </Button>
        ))}
      </div>
    </EmptyState>
  )
}

function Summary({ schedule, drift }: { schedule: ScheduleReply; drift: DriftReply | undefined }) {
  const { t, date } = useLanguage()
  return (
    <>
      <p className="plan-summary" data-standing={standingOf(schedule)}>
        {schedule.finish && (
          <>
            {t(planWords.forecast)} <b>{date(schedule.finish)}</b>
          </>
        )}
        {schedule.promised && (
          <>
            {' · '}
            {t(planWords.promised)} <b>{date(schedule.promised)}</b>
          </>
        )}
        {schedule.spare && (
          <>
            {' · '}
            <strong>{t(spareWords(schedule.spare))}</strong>
          </>
        )}
        {drift && (
          <>
            {' · '}
            {t(planWords.drift)} <b>{t(driftWords(drift.finish))}</b>
          </>
        )}
      </p>
      {schedule.shortfalls.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t(planWords.cannot)}
          description={schedule.shortfalls.map((why) => (
            <p key={why.zh}>{t(why)}</p>
          ))}
        />
      )}
      {schedule.provisional && <p className="quiet">{t(schedule.provisional)}</p>}
    </>
  )
}

interface PlanProps {
  readonly schedule: ScheduleReply
  readonly row: ReplyRow
  readonly mayChange: boolean
}

function Legend({
  schedule,
  withThen,
  mayChange,
}: {
  schedule: ScheduleReply
  withThen: boolean
  mayChange: boolean
}) {
  const { t } = useLanguage()
  return (
    <p className="gantt-legend">
      <span data-key="today">{t(planWords.today)}</span>
      {schedule.promised && <span data-key="promised">{t(planWords.promised)}</span>}
      <span data-key="critical">{t(planWords.critical)}</span>
      <span data-key="slack">{t(planWords.slack)}</span>
      <span data-key="finished">{t(planWords.finished)}</span>
      {withThen && <span data-key="then">{t(planWords.then)}</span>}
      {mayChange && <em>{t(planWords.drag)}</em>}
      {mayChange && <em>{t(planWords.keys)}</em>}
    </p>
  )
}

/** Nodes that the baseline had and the plan has no more. */
function Removed({ drift }: { readonly drift: DriftReply | undefined }) {
  const { t, language } = useLanguage()
  const names = drift?.nodes.filter(({ change }) => change === 'removed').map(({ name }) => t(name)) ?? []
  if (names.length === 0) return null
  return (
    <p className="quiet">
      {t(planWords.removed)}
      {names.join(language === 'zh' ? '、' : ', ')}
    </p>
  )
}

const driftDays = (drift: DriftReply | undefined): string[] =>
  drift?.nodes.flatMap(({ then }) => (then ? [then.start, then.finish] : [])) ?? []

function Plan({ schedule, row, mayChange }: PlanProps) {
  const { t } = useLanguage()
  const [zoom, setZoom] = useState<Zoom>('whole')
  const moves = usePlanMoves()
  const baselines = useBaselines(row.id, row.version)
  const { drift } = baselines
  const [room, width] = useWidth<HTMLDivElement>()
  const beside = datesWidth + (drift ? driftWidth : 0) + (hasMoney(schedule) ? moneyWidth : 0)
  const scale = scaleOver(
    [...daysOf(schedule), ...driftDays(drift)],
    zoom,
    Math.max(leastWidth, width - beside),
  )
  return (
    <div ref={room} onKeyDown={undoByKey(moves)}>
      <div className="plan-head">
        <div>
          <Summary schedule={schedule} drift={drift} />
        </div>
        <div className="plan-tools">
          {mayChange && moves.undoable > 0 && (
            <Button
              size="small"
              icon={<UndoOutlined aria-hidden="true" />}
              loading={moves.busy}
              onClick={moves.undo}
            >
              {t(planWords.undo)} ({moves.undoable})
            </Button>
          )}
          <BaselineChoice project={row.id} baselines={baselines} mayTake={mayChange} />
          <Segmented<Zoom>
            aria-label={t(planWords.zoom)}
            size="small"
            value={zoom}
            options={zooms.map((value) => ({ value, label: t(zoomWords[value]) }))}
            onChange={setZoom}
          />
        </div>
      </div>
      <PlanGantt
        schedule={schedule}
        scale={scale}
        drift={drift}
        onMove={
          mayChange ? (node, start) => moves.attempt(nodeMove(schedule.project, node, start)) : undefined
        }
        onPromise={mayMovePromise(row) ? (promised) => moves.attempt(promiseMove(row, promised)) : undefined}
      />
      <Removed drift={drift} />
      <Legend schedule={schedule} withThen={drift !== undefined} mayChange={mayChange} />
      {moves.trial && (
        <TrialDialog trial={moves.trial} busy={moves.busy} onKeep={moves.keep} onDrop={moves.drop} />
      )}
    </div>
  )
}

function problemsIn(error: unknown) {
  const told = wordsOf(error)
  const more = error instanceof ApiProblem ? (error.reply.problems ?? []) : []
  return { told, more }
}

/** The plan of a project, on its page: worked out back from the promise, followed, and tried before it is changed. */
export function PlanPanel({ row }: { readonly row: ReplyRow }) {
  const { t } = useLanguage()
  const { data, error } = useSchedule(row.id, row.version)
  const mayChange = row.may.includes('update')
  const failure = error && problemsIn(error)
  return (
    <Panel title={t(planWords.title)} className="plan-panel">
      {failure ? (
        <Alert
          type="error"
          showIcon
          title={t(failure.told.message)}
          description={failure.more.map((one) => (
            <p key={one.says.zh}>
              {t(one.says)} {t(one.mend)}
            </p>
          ))}
        />
      ) : !data ? (
        <Skeleton active paragraph={{ rows: 4 }} />
      ) : data.nodes.length > 0 ? (
        <Plan schedule={data} row={row} mayChange={mayChange} />
      ) : mayChange ? (
        <Templates project={row.id} kind={row.kind} />
      ) : (
        <p className="quiet">{t(planWords.none)}</p>
      )}
    </Panel>
  )
}
