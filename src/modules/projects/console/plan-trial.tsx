import { Alert, Modal } from 'antd'
import { useLanguage } from '#console/language/language'
import type { ScheduledNodeReply, WhatIfReply } from '../contract'
import { delayWords, planWords, spareWords } from './plan-words'

export interface Trial {
  readonly node: ScheduledNodeReply
  readonly start: string
  readonly result: WhatIfReply
}

interface TrialDialogProps {
  readonly trial: Trial
  readonly busy: boolean
  readonly onKeep: () => void
  readonly onDrop: () => void
}

/** What a moved bar would do to the rest of the plan: read first, then kept or dropped. */
export function TrialDialog({ trial, busy, onKeep, onDrop }: TrialDialogProps) {
  const { t, date } = useLanguage()
  const { moved, schedule, finish } = trial.result
  const others = moved.filter(({ id }) => id !== trial.node.id)
  return (
    <Modal
      open
      title={`${t(planWords.trial)} · ${t(trial.node.name)} → ${date(trial.start)}`}
      okText={t(planWords.keep)}
      cancelText={t(planWords.drop)}
      confirmLoading={busy}
      onOk={onKeep}
      onCancel={onDrop}
      width={640}
    >
      <p>
        {t(planWords.forecast)} {schedule.finish && date(schedule.finish)} · {t(delayWords(finish))}
        {schedule.spare && ` · ${t(spareWords(schedule.spare))}`}
      </p>
      {schedule.shortfalls.map((why) => (
        <Alert key={why.zh} type="error" title={t(why)} showIcon />
      ))}
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
    </Modal>
  )
}
