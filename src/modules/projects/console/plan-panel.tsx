import { Alert, App, Button, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import type { ReplyRow } from '#engine/records/reply'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { recordClient } from '#console/api/record-client'
import { useLanguage } from '#console/language/language'
import { useRecordChange } from '#console/records/record-queries'
import { Panel } from '#console/ui/panel'
import { useWidth } from '#console/ui/use-width'
import { EmptyState } from '#console/ui/empty-state'
import type { ScheduledNodeReply, ScheduleReply } from '../contract'
import { planTemplates } from '../domain/plan-templates.data'
import { projectNode } from '../records/project-node'
import { PlanGantt } from './plan-gantt'
import { useSchedule, useTemplate, useTrial } from './plan-queries'
import { scaleOf, type Zoom, zooms } from './plan-scale'
import { TrialDialog, type Trial } from './plan-trial'
import { planWords, spareWords, standingOf, zoomWords } from './plan-words'
import './plan.css'

/** What the columns of dates take of the panel's width; the rest is for the bars when the whole plan is in view. */
const datesWidth = 600
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

function Summary({ schedule }: { readonly schedule: ScheduleReply }) {
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

/** Moving a bar: tried first, kept only when somebody has seen what it does. */
function useMoves(project: string) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [trial, setTrial] = useState<Trial>()
  const tried = useTrial(project)
  const told = (error: unknown) => void message.error(t(wordsOf(error).message))
  const keep = useRecordChange(projectNode, (one: Trial) =>
    recordClient(projectNode).update(one.node, { fixed_start: one.start }),
  )
  return {
    trial,
    busy: keep.isPending,
    move: (node: ScheduledNodeReply, start: string) =>
      tried.mutate([{ node: node.id, start }], {
        onSuccess: (result) => setTrial({ node, start, result }),
        onError: told,
      }),
    drop: () => setTrial(undefined),
    keep: () =>
      trial &&
      keep.mutate(trial, {
        onSuccess: () => {
          setTrial(undefined)
          void message.success(t(planWords.kept))
        },
        onError: told,
      }),
  }
}

function Plan({ schedule, mayChange }: { readonly schedule: ScheduleReply; readonly mayChange: boolean }) {
  const { t } = useLanguage()
  const [zoom, setZoom] = useState<Zoom>('whole')
  const moves = useMoves(schedule.project)
  const [room, width] = useWidth<HTMLDivElement>()
  return (
    <div ref={room}>
      <div className="plan-head">
        <div>
          <Summary schedule={schedule} />
        </div>
        <Segmented<Zoom>
          aria-label={t(planWords.zoom)}
          size="small"
          value={zoom}
          options={zooms.map((value) => ({ value, label: t(zoomWords[value]) }))}
          onChange={setZoom}
        />
      </div>
      <PlanGantt
        schedule={schedule}
        scale={scaleOf(schedule, zoom, Math.max(leastWidth, width - datesWidth))}
        onMove={mayChange ? moves.move : undefined}
      />
      <p className="gantt-legend">
        <span data-key="today">{t(planWords.today)}</span>
        {schedule.promised && <span data-key="promised">{t(planWords.promised)}</span>}
        <span data-key="critical">{t(planWords.critical)}</span>
        <span data-key="slack">{t(planWords.slack)}</span>
        <span data-key="finished">{t(planWords.finished)}</span>
        {mayChange && <em>{t(planWords.drag)}</em>}
      </p>
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
        <Plan schedule={data} mayChange={mayChange} />
      ) : mayChange ? (
        <Templates project={row.id} kind={row.kind} />
      ) : (
        <p className="quiet">{t(planWords.none)}</p>
      )}
    </Panel>
  )
}
