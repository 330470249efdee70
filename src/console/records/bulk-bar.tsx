import { Alert, Button, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { findAction, type LifecycleAction } from '#engine/lifecycles/lifecycle'
import type { Field } from '#engine/records/field'
import { readValue } from '#engine/records/read-value'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import type { BulkOrder, BulkReply } from '#console/api/record-client'
import { useLanguage } from '#console/language/language'
import { Confirm } from '#console/ui/confirm'
import { titleOf } from './columns'
import { FormField } from './form-field'
import { useRecordChange, useRecordClient } from './record-queries'
import type { Selection } from './selection'

const words = {
  edit: text('批量修改', 'Edit together'),
  clear: text('取消选择', 'Clear the selection'),
  field: text('修改哪一项', 'Which field'),
  save: text('修改全部所选', 'Change all selected'),
  cancel: text('取消', 'Cancel'),
  close: text('知道了', 'Close'),
  result: text('处理结果', 'Result'),
}
const chosen = (count: number) => text(`已选 ${count} 条`, `${count} selected`)
const outcome = ({ done, problems }: BulkReply) =>
  text(`完成 ${done} 条，未完成 ${problems.length} 条`, `${done} done, ${problems.length} not done`)
const onAll = (action: LifecycleAction, count: number) =>
  text(`${action.label.zh} ${count} 条`, `${action.label.en}: ${count} rows`)

interface BulkBarProps {
  readonly record: RecordType
  readonly selection: Selection
}

/** Actions that every chosen row allows. */
function commonDeeds(selection: Selection): string[] {
  const [first, ...others] = [...selection.rows.values()]
  return (first?.may ?? []).filter((deed) => others.every((row) => row.may.includes(deed)))
}

interface EditProps {
  readonly record: RecordType
  readonly busy: boolean
  readonly onSave: (values: Readonly<Record<string, unknown>>) => void
  readonly onClose: () => void
}

const isEditable = (field: Field) => !field.computed && !field.fixed

function BulkEdit({ record, busy, onSave, onClose }: EditProps) {
  const { t } = useLanguage()
  const id = useId()
  const [name, setName] = useState<string>()
  const [value, setValue] = useState<unknown>(null)
  const field = name ? record.fields[name] : undefined
  const read = field ? readValue(field, value, new Date().getFullYear()) : undefined
  const problem = read && !read.ok && name ? { field: name, value: '', ...read.error } : undefined
  return (
    <Modal
      open
      title={t(words.edit)}
      okText={t(words.save)}
      cancelText={t(words.cancel)}
      okButtonProps={{ disabled: !read?.ok, loading: busy }}
      onOk={() => name && read?.ok && onSave({ [name]: read.value })}
      onCancel={onClose}
    >
      <div className="form-field">
        <label htmlFor={id}>{t(words.field)}</label>
        <Select
          id={id}
          value={name ?? null}
          showSearch={{ optionFilterProp: 'label' }}
          options={Object.entries(record.fields)
            .filter(([, option]) => isEditable(option))
            .map(([key, option]) => ({ value: key, label: t(option.label) }))}
          onChange={(next: string) => {
            setName(next)
            setValue(null)
          }}
        />
      </div>
      {field && (
        <FormField
          key={name}
          id={`${id}-value`}
          field={field}
          value={value}
          problem={problem}
          onChange={setValue}
        />
      )}
    </Modal>
  )
}

function Outcome({ record, selection, reply }: BulkBarProps & { readonly reply: BulkReply }) {
  const { t } = useLanguage()
  const rowName = (id: string) => {
    const row = selection.rows.get(id)
    return row ? titleOf(record, row) : id
  }
  return (
    <>
      <Alert type={reply.problems.length > 0 ? 'warning' : 'success'} showIcon title={t(outcome(reply))} />
      <ul className="bulk-problems">
        {reply.problems.map(({ id, problem }) => (
          <li key={id}>
            <strong>{rowName(id)}</strong> {t(problem.message)}。{t(problem.remedy)}
          </li>
        ))}
      </ul>
    </>
  )
}

/** What may be done with all chosen rows at once; whatever could not be done is named row by row. */
export function BulkBar({ record, selection }: BulkBarProps) {
  const { t } = useLanguage()
  const client = useRecordClient(record)
  const [open, setOpen] = useState<string>()
  const ids = [...selection.rows.values()].map(({ id, version }) => ({ id, version }))
  const run = useRecordChange(record, (order: Omit<BulkOrder, 'ids'>) => client.bulk({ ids, ...order }))
  const deeds = commonDeeds(selection)
  const actions = deeds.flatMap((name): [string, LifecycleAction][] => {
    const action = record.lifecycle ? findAction(record.lifecycle, name) : undefined
    return action ? [[name, action]] : []
  })
  const action = actions.find(([name]) => name === open)?.[1]
  const order = (given: Omit<BulkOrder, 'ids'>) => run.mutate(given, { onSettled: () => setOpen('result') })
  const finish = () => {
    run.reset()
    setOpen(undefined)
    selection.clear()
  }
  return (
    <div className="bulk-bar no-print" role="region" aria-label={t(chosen(selection.count))}>
      <strong aria-live="polite">{t(chosen(selection.count))}</strong>
      {actions.map(([name, { label }]) => (
        <Button key={name} onClick={() => setOpen(name)}>
          {t(label)}
        </Button>
      ))}
      {deeds.includes('update') && <Button onClick={() => setOpen('edit')}>{t(words.edit)}</Button>}
      <span className="frame-space" />
      <Button type="text" onClick={selection.clear}>
        {t(words.clear)}
      </Button>
      {open === 'edit' && (
        <BulkEdit
          record={record}
          busy={run.isPending}
          onSave={(values) => order({ values })}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open && action && (
        <Confirm
          title={onAll(action, selection.count)}
          says={action.confirm}
          verb={action.label}
          reason={action.reason}
          busy={run.isPending}
          onConfirm={(reason) => order({ action: open, ...(reason && { reason }) })}
          onCancel={() => setOpen(undefined)}
        />
      )}
      {open === 'result' && (
        <Modal
          open
          title={t(words.result)}
          onCancel={finish}
          footer={
            <Button type="primary" onClick={finish}>
              {t(words.close)}
            </Button>
          }
        >
          {run.data && <Outcome record={record} selection={selection} reply={run.data} />}
          {run.error && <Alert type="error" title={t(wordsOf(run.error).message)} />}
        </Modal>
      )}
    </div>
  )
}
