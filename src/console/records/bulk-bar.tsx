import { Alert, App, Button, Modal, Select } from 'antd'
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
import { sheetOf } from './cell-text'
import { titleOf } from './columns'
import { copyText } from './copy-text'
import { FormField } from './form-field'
import { useRecordChange, useRecordClient } from './record-queries'
import { copiedWords, useCellContext } from './record-rows'
import type { Selection } from './selection'
import type { List } from './use-list'

const words = {
  copy: text('复制', 'Copy'),
  remove: text('删除', 'Delete'),
  gone: text(
    '删除后不能恢复；内容仍留在操作记录中。',
    'This cannot be undone; the ledger keeps what they were.',
  ),
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

const removeAll = (record: RecordType, count: number) =>
  text(`删除所选 ${count} 条${record.label.zh}？`, `Delete ${count} rows (${record.label.en.toLowerCase()})?`)

interface BulkBarProps {
  readonly list: List
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

interface OutcomeProps {
  readonly record: RecordType
  readonly selection: Selection
  readonly reply: BulkReply
}

function Outcome({ record, selection, reply }: OutcomeProps) {
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

interface ResultProps {
  readonly record: RecordType
  readonly selection: Selection
  readonly run: { readonly data: BulkReply | undefined; readonly error: Error | null }
  readonly onClose: () => void
}

function ResultDialog({ record, selection, run, onClose }: ResultProps) {
  const { t } = useLanguage()
  const close = (
    <Button type="primary" onClick={onClose}>
      {t(words.close)}
    </Button>
  )
  return (
    <Modal open title={t(words.result)} onCancel={onClose} footer={close}>
      {run.data && <Outcome record={record} selection={selection} reply={run.data} />}
      {run.error && <Alert type="error" title={t(wordsOf(run.error).message)} />}
    </Modal>
  )
}

/** What may be done with all chosen rows at once; whatever could not be done is named row by row. */
export function BulkBar({ list, selection }: BulkBarProps) {
  const { t } = useLanguage()
  const { record } = list
  const { message } = App.useApp()
  const context = useCellContext(list)
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
  const copy = () => {
    copyText(sheetOf([...selection.rows.values()], list.columns.shown, context))
    void message.success(t(copiedWords(selection.count)))
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
      {deeds.includes('remove') && (
        <Button danger onClick={() => setOpen('remove')}>
          {t(words.remove)}
        </Button>
      )}
      <Button onClick={copy}>{t(words.copy)}</Button>
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
      {open === 'remove' && (
        <Confirm
          title={removeAll(record, selection.count)}
          says={words.gone}
          verb={words.remove}
          danger
          busy={run.isPending}
          onConfirm={() => order({ remove: true })}
          onCancel={() => setOpen(undefined)}
        />
      )}
      {open === 'result' && <ResultDialog record={record} selection={selection} run={run} onClose={finish} />}
    </div>
  )
}
