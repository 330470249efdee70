import { DeleteOutlined, EditOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { findAction, type LifecycleAction } from '#engine/lifecycles/lifecycle'
import type { RecordType } from '#engine/records/record'
import type { ReplyRow, Titles } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { Confirm } from '#console/ui/confirm'
import { ActionDialog } from './action-dialog'
import { titleText } from './columns'
import { useRecordChange, useRecordClient } from './record-queries'

const words = {
  edit: text('编辑', 'Edit'),
  remove: text('删除', 'Delete'),
  removed: text('已删除', 'Deleted'),
  forGood: text('删除后不能恢复；操作会记入日志。', 'This cannot be undone; the deletion is recorded.'),
}
const removeWords = (record: RecordType, row: ReplyRow) =>
  text(`删除“${titleText(record, row).zh}”？`, `Delete “${titleText(record, row).en}”?`)

interface ActionBarProps {
  readonly record: RecordType
  readonly row: ReplyRow
  readonly titles: Titles
  readonly onEdit: () => void
  readonly onRemoved: () => void
}

function RemoveDialog({
  record,
  row,
  onClose,
  onRemoved,
}: Omit<ActionBarProps, 'onEdit' | 'titles'> & { onClose: () => void }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const client = useRecordClient(record)
  const remove = useRecordChange(record, () => client.remove(row))
  const confirm = () =>
    remove.mutate(undefined, {
      onSuccess: () => {
        void message.success(t(words.removed))
        onRemoved()
      },
    })
  return (
    <Confirm
      title={removeWords(record, row)}
      says={words.forGood}
      verb={words.remove}
      danger
      busy={remove.isPending}
      onConfirm={confirm}
      onCancel={onClose}
    >
      {remove.error && <p className="field-error">{t(wordsOf(remove.error).message)}</p>}
    </Confirm>
  )
}

/** What this person may do with this row, as the server has listed it. */
export function ActionBar(props: ActionBarProps) {
  const { record, row, titles, onEdit } = props
  const { t } = useLanguage()
  const [open, setOpen] = useState<string>()
  const actions = row.may.flatMap((name): [string, LifecycleAction][] => {
    const action = record.lifecycle ? findAction(record.lifecycle, name) : undefined
    return action ? [[name, action]] : []
  })
  const action = actions.find(([name]) => name === open)?.[1]
  return (
    <>
      {row.may.includes('remove') && (
        <Button icon={<DeleteOutlined aria-hidden="true" />} onClick={() => setOpen('remove')}>
          {t(words.remove)}
        </Button>
      )}
      {row.may.includes('update') && (
        <Button icon={<EditOutlined aria-hidden="true" />} onClick={onEdit}>
          {t(words.edit)}
        </Button>
      )}
      {actions.map(([name, { label }], index) => (
        <Button key={name} type={index === 0 ? 'primary' : 'default'} onClick={() => setOpen(name)}>
          {t(label)}
        </Button>
      ))}
      {open === 'remove' && <RemoveDialog {...props} onClose={() => setOpen(undefined)} />}
      {open && action && (
        <ActionDialog
          record={record}
          row={row}
          titles={titles}
          name={open}
          action={action}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
