import { App, Button } from 'antd'
import { useState } from 'react'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { recordClient } from '#console/api/record-client'
import { useLanguage } from '#console/language/language'
import { Confirm } from '#console/ui/confirm'
import type { DeskRow, DispatchHead } from '../../dispatch-contract'
import { dispatch } from '../../records/dispatch'
import { projectMonth } from '../../records/project-month'
import { useDispatchChange } from './dispatch-queries'

const words = {
  back: text('退回修改', 'Return'),
  returned: text('已退回', 'Returned'),
  done: text('已完成', 'Done'),
}
const returnTitle = (row: DeskRow) => text(`退回：${row.name}`, `Return: ${row.name}`)
const acceptAll = (count: number) => text(`审定所选 ${count} 项`, `Accept the ${count} selected`)
const accepted = (count: number) => text(`已审定 ${count} 项`, `${count} accepted`)

const pathOf = projectMonth.lifecycle.actions

function Failure({ error }: { readonly error: unknown }) {
  const { t } = useLanguage()
  if (!error) return null
  const { message, remedy } = wordsOf(error)
  return (
    <p className="field-error" role="alert">
      {t(message)}。{t(remedy)}
    </p>
  )
}

/** A report goes back with what is wrong with it. */
export function ReturnDialog({ row, onClose }: { readonly row: DeskRow; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const act = useDispatchChange((reason: string | undefined) =>
    recordClient(projectMonth).act({ id: row.report ?? '', version: row.version }, 'return', {
      ...(reason && { reason }),
    }),
  )
  const confirm = (reason: string | undefined) =>
    act.mutate(reason, {
      onSuccess: () => {
        void message.success(t(words.returned))
        onClose()
      },
    })
  return (
    <Confirm
      title={returnTitle(row)}
      verb={words.back}
      reason={pathOf.return.reason}
      busy={act.isPending}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <Failure error={act.error} />
    </Confirm>
  )
}

interface AcceptProps {
  readonly rows: readonly DeskRow[]
  readonly onDone: () => void
}

/** Accepts many at once: all of them or none. */
export function AcceptButton({ rows, onDone }: AcceptProps) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const ids = rows.flatMap(({ report, version }) => (report === null ? [] : [{ id: report, version }]))
  const accept = useDispatchChange(() => recordClient(projectMonth).bulk({ ids, action: 'accept' }))
  const tell = (error: unknown) => void message.error(t(wordsOf(error).message))
  const send = () =>
    accept.mutate(undefined, {
      onError: tell,
      onSuccess: ({ done, problems }) => {
        const [first] = problems
        if (first) void message.error(t(first.problem.message))
        else void message.success(t(accepted(done)))
        onDone()
      },
    })
  return (
    <Button type="primary" loading={accept.isPending} disabled={ids.length === 0} onClick={send}>
      {t(acceptAll(ids.length))}
    </Button>
  )
}

type MonthAction = 'close' | 'reopen'

/** The month itself: closed, or opened again with a reason. */
export function MonthActs({ head }: { readonly head: DispatchHead }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const [open, setOpen] = useState<MonthAction>()
  const act = useDispatchChange((order: { action: MonthAction; reason: string | undefined }) =>
    recordClient(dispatch).act(head, order.action, { ...(order.reason && { reason: order.reason }) }),
  )
  const actions = (['close', 'reopen'] as const).filter((name) => head.may.includes(name))
  const declared = open && dispatch.lifecycle.actions[open]
  return (
    <>
      {actions.map((name) => (
        <Button
          key={name}
          onClick={() => {
            act.reset()
            setOpen(name)
          }}
        >
          {t(dispatch.lifecycle.actions[name].label)}
        </Button>
      ))}
      {open && declared && (
        <Confirm
          title={declared.label}
          says={'confirm' in declared ? declared.confirm : undefined}
          verb={declared.label}
          reason={'reason' in declared ? declared.reason : undefined}
          busy={act.isPending}
          onConfirm={(reason) =>
            act.mutate(
              { action: open, reason },
              {
                onSuccess: () => {
                  void message.success(t(words.done))
                  setOpen(undefined)
                },
              },
            )
          }
          onCancel={() => setOpen(undefined)}
        >
          <Failure error={act.error} />
        </Confirm>
      )}
    </>
  )
}
