import { App, Modal } from 'antd'
import { useState } from 'react'
import { addDays } from '#engine/period/plain-date'
import { lastDay } from '#engine/period/period-extent'
import { nextPeriod } from '#engine/period/period-steps'
import { isPeriodId, period, type PeriodId } from '#engine/period/period'
import type { Problem } from '#engine/records/problem'
import { text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import { recordClient } from '#console/api/record-client'
import { useLanguage } from '#console/language/language'
import { FormFields } from '#console/records/form-fields'
import type { DeskReply } from '../../dispatch-contract'
import { dispatch } from '../../records/dispatch'
import { useDispatchChange } from './dispatch-queries'

const words = {
  title: text('开始一个月的调度', 'Open a month'),
  open: text('开始调度', 'Open the month'),
  cancel: text('取消', 'Cancel'),
  opened: text('已开始', 'Opened'),
}

const fields = ['month', 'due_on', 'note'] as const

/** The month after the newest, else the one that is shown; due five days after it ends. */
function suggested({ months, month }: DeskReply): { month: string; due_on: string } {
  const newest = months[0]?.month
  const next: PeriodId = newest === undefined ? period(month) : nextPeriod(period(newest))
  return { month: next, due_on: addDays(lastDay(next), 5) }
}

interface OpenMonthProps {
  readonly desk: DeskReply
  readonly onOpened: (month: string) => void
  readonly onClose: () => void
}

/** Opens a month: which, until when, and what is asked for. */
export function OpenMonth({ desk, onOpened, onClose }: OpenMonthProps) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(suggested(desk))
  const open = useDispatchChange(() => recordClient(dispatch).create({ ...values, unit_id: desk.zone }))
  const problems: readonly Problem[] =
    open.error instanceof ApiProblem ? (open.error.reply.problems ?? []) : []
  const send = () =>
    open.mutate(undefined, {
      onSuccess: ({ row }) => {
        void message.success(t(words.opened))
        onOpened(String(row.month))
      },
    })
  return (
    <Modal
      open
      title={t(words.title)}
      okText={t(words.open)}
      cancelText={t(words.cancel)}
      okButtonProps={{ loading: open.isPending, disabled: !isPeriodId(values.month) }}
      onOk={send}
      onCancel={onClose}
    >
      <FormFields record={dispatch} names={fields} values={values} problems={problems} onChange={setValues} />
      {open.error && problems.length === 0 && (
        <p className="field-error" role="alert">
          {t(wordsOf(open.error).message)}
        </p>
      )}
    </Modal>
  )
}
