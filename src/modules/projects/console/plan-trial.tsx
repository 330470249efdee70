import { Alert, Modal } from 'antd'
import { useLanguage } from '#console/language/language'
import { dimensionOptions } from '../records/lamp-options'
import { LampTag } from './lamps/lamp-tag'
import type { Trial } from './plan-moves'
import { delayWords, planWords, spareWords } from './plan-words'

/** What moving a node does to the whole and to the others. */
function NodeConsequences({ trial }: { readonly trial: Trial }) {
  const { t, date } = useLanguage()
  const { moved, schedule, finish } = trial.result
  const others = moved.filter(({ id }) => id !== trial.row)
  return (
    <>
      <p>
        {t(planWords.forecast)} {schedule.finish && date(schedule.finish)} · {t(delayWords(finish))}
        {schedule.spare && ` · ${t(spareWords(schedule.spare))}`}
      </p>
      <Shortfalls trial={trial} />
      {others.length === 0 ? (
        <p className="quiet">{t(planWords.unmoved)}</p>
      ) : (
        <ul className="trial-moves" tabIndex={0}>
          {others.map((move) => (
            <li key={move.id}>
              <b>{t(move.name)}</b>
              <span>
                {date(move.from.finish)} → {date(move.to.finish)}
              </span>
              <span>{t(delayWords(move.finish))}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What another promise leaves of the time there was: the forecast stays, the spare days change. */
function PromiseConsequences({ trial }: { readonly trial: Trial }) {
  const { t, date } = useLanguage()
  const { schedule, before } = trial.result
  return (
    <>
      <dl className="trial-promise">
        <dt>{t(planWords.promised)}</dt>
        <dd>
          {before.promised && `${date(before.promised)} → `}
          <b>{date(trial.to)}</b>
        </dd>
        {schedule.finish && (
          <>
            <dt>{t(planWords.forecast)}</dt>
            <dd>{date(schedule.finish)}</dd>
          </>
        )}
        {schedule.spare && (
          <>
            <dt>{t(planWords.against)}</dt>
            <dd data-late={schedule.spare.workdays < 0 || undefined}>
              {before.spare && `${t(spareWords(before.spare))} → `}
              <b>{t(spareWords(schedule.spare))}</b>
            </dd>
          </>
        )}
      </dl>
      <LampTurns trial={trial} />
      <Shortfalls trial={trial} />
      {!schedule.finish && <p className="quiet">{t(planWords.withoutPlan)}</p>}
      {schedule.provisional && <p className="quiet">{t(schedule.provisional)}</p>}
    </>
  )
}

/** Lamps follow the promise: which would turn, and by what. */
function LampTurns({ trial }: { readonly trial: Trial }) {
  const { t } = useLanguage()
  const { lamps } = trial.result
  if (lamps.length === 0) return null
  return (
    <ul className="trial-lamps" aria-label={t(planWords.lamps)}>
      {lamps.map(({ dimension, before, after }) => (
        <li key={dimension}>
          <b>{t(dimensionOptions[dimension])}</b> <LampTag colour={before.colour} /> →{' '}
          <LampTag colour={after.colour} /> <span>{t(after.says)}</span>
        </li>
      ))}
    </ul>
  )
}

function Shortfalls({ trial }: { readonly trial: Trial }) {
  const { t } = useLanguage()
  return trial.result.schedule.shortfalls.map((why) => (
    <Alert key={why.zh} type="error" title={t(why)} showIcon />
  ))
}

interface TrialDialogProps {
  readonly trial: Trial
  readonly busy: boolean
  readonly onKeep: () => void
  readonly onDrop: () => void
}

/** What a moved day would do to the rest of the plan: read first, then kept or dropped. */
export function TrialDialog({ trial, busy, onKeep, onDrop }: TrialDialogProps) {
  const { t, date } = useLanguage()
  const isPromise = trial.of === 'promise'
  const title = t(isPromise ? planWords.trialPromise : planWords.trial)
  return (
    <Modal
      open
      title={<span className="trial-title">{`${title} · ${t(trial.name)} → ${date(trial.to)}`}</span>}
      okText={t(planWords.keep)}
      cancelText={t(planWords.drop)}
      confirmLoading={busy}
      onOk={onKeep}
      onCancel={onDrop}
      width={640}
    >
      {isPromise ? <PromiseConsequences trial={trial} /> : <NodeConsequences trial={trial} />}
    </Modal>
  )
}
