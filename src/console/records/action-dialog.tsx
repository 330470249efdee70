import { App } from 'antd'
import { useId, useState } from 'react'
import type { LifecycleAction } from '#engine/lifecycles/lifecycle'
import type { Problem } from '#engine/records/problem'
import { readValue } from '#engine/records/read-value'
import type { RecordType } from '#engine/records/record'
import type { ReplyRow, Titles } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import { ApiProblem, wordsOf } from '#console/api/api-problem'
import type { ActionOrder } from '#console/api/record-client'
import { useLanguage } from '#console/language/language'
import { Confirm } from '#console/ui/confirm'
import { Problems } from '#console/ui/problems'
import { titleText } from './columns'
import { FormField } from './form-field'
import { useRecordChange, useRecordClient } from './record-queries'

const done = text('已完成', 'Done')
const about = (action: LifecycleAction, subject: Text) =>
  text(`${action.label.zh}：${subject.zh}`, `${action.label.en}: ${subject.en}`)

interface ActionDialogProps {
  readonly record: RecordType
  readonly row: ReplyRow
  readonly titles: Titles
  /** What the row is called on this page; its own title where nothing is said. */
  readonly called?: Text
  readonly name: string
  readonly action: LifecycleAction
  readonly onClose: () => void
}

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

function valuesOf(record: RecordType, typed: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(typed).map(([name, given]) => {
      const field = record.fields[name]
      const read = field ? readValue(field, given, new Date().getFullYear()) : undefined
      return [name, read?.ok ? read.value : given]
    }),
  )
}

/** What is wrong with fields that the dialog does not ask for is named there: it cannot be marked. */
const elsewhere = (record: RecordType, problems: readonly Problem[], asked: readonly string[]) =>
  problems
    .filter(({ field }) => !asked.includes(field))
    .map(({ field, says, mend }) => ({ target: '', label: record.fields[field]?.label, says, mend }))

/** One lifecycle action: its question, its reason, and the fields it demands that are still empty. */
export function ActionDialog({ record, row, titles, called, name, action, onClose }: ActionDialogProps) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const id = useId()
  const client = useRecordClient(record)
  const [typed, setTyped] = useState<Readonly<Record<string, unknown>>>({})
  const act = useRecordChange(record, (order: ActionOrder) => client.act(row, name, order))
  const wanted = (action.requires ?? []).filter((field) => record.fields[field] && isEmpty(row[field]))
  const problems = act.error instanceof ApiProblem ? (act.error.reply.problems ?? []) : []
  const confirm = (reason: string | undefined) =>
    act.mutate(
      { ...(reason && { reason }), ...(wanted.length > 0 && { values: valuesOf(record, typed) }) },
      {
        onSuccess: () => {
          void message.success(`${t(action.label)} · ${t(done)}`)
          onClose()
        },
      },
    )
  return (
    <Confirm
      title={about(action, called ?? titleText(record, row))}
      says={action.confirm}
      verb={action.label}
      reason={action.reason}
      busy={act.isPending}
      onConfirm={confirm}
      onCancel={onClose}
    >
      {wanted.map((name) => {
        const field = record.fields[name]
        return field ? (
          <FormField
            key={name}
            id={`${id}-${name}`}
            field={{ ...field, required: true }}
            value={typed[name]}
            titles={titles}
            problem={problems.find((problem) => problem.field === name)}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
          />
        ) : null
      })}
      {act.error && (
        <div className="field-error" role="alert">
          <p>
            {t(wordsOf(act.error).message)}。{t(wordsOf(act.error).remedy)}
          </p>
          <Problems problems={elsewhere(record, problems, wanted)} />
        </div>
      )}
    </Confirm>
  )
}
