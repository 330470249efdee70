import { ExpandOutlined } from '@ant-design/icons'
import { Alert, App, Skeleton } from 'antd'
import { findState } from '#engine/lifecycles/lifecycle'
import { addressOf, type RecordType } from '#engine/records/record'
import type { ReplyRow, RowReply } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { GoLink, useAddress } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { SidePanel } from '#console/ui/side-panel'
import { StateTag } from '#console/ui/state-mark'
import { ActionBar } from './action-bar'
import { titleText } from './columns'
import { RecordFields, RecordThreads } from './record-detail'
import { RecordForm } from './record-form'
import { useRow } from './record-queries'

const words = {
  whole: text('打开整页', 'Open as a page'),
  saved: text('已保存', 'Saved'),
  wait: text('正在读取', 'Loading'),
}

/** State and sample marks of a row. */
export function RowMarks({ record, row }: { readonly record: RecordType; readonly row: ReplyRow }) {
  const state = record.lifecycle && row.state ? findState(record.lifecycle, row.state) : undefined
  return (
    <>
      {state && <StateTag label={state.label} tone={state.tone} />}
      {row.sample && <SampleMark />}
    </>
  )
}

interface BodyProps {
  readonly record: RecordType
  readonly reply: RowReply
  readonly onClose: () => void
}

function PanelBody({ record, reply, onClose }: BodyProps) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const { search, change } = useAddress()
  const { row, titles } = reply
  if (search.edit && row.may.includes('update'))
    return (
      <RecordForm
        record={record}
        row={row}
        titles={titles}
        onSaved={() => {
          void message.success(t(words.saved))
          change({ edit: undefined })
        }}
        onCancel={() => change({ edit: undefined })}
      />
    )
  return (
    <>
      <div className="panel-actions">
        <ActionBar
          record={record}
          row={row}
          titles={titles}
          onEdit={() => change({ edit: '1' })}
          onRemoved={onClose}
        />
      </div>
      <RecordFields record={record} row={row} titles={titles} />
      <RecordThreads record={record} row={row} />
    </>
  )
}

interface RowPanelProps {
  readonly record: RecordType
  readonly id: string
  readonly onClose: () => void
}

/** A row at the side of its list. */
export function RowPanel({ record, id, onClose }: RowPanelProps) {
  const { t } = useLanguage()
  const { data, error } = useRow(record, id)
  return (
    <SidePanel
      open
      width={560}
      onClose={onClose}
      title={
        data ? (
          <span className="row-title">
            {t(titleText(record, data.row))} <RowMarks record={record} row={data.row} />
          </span>
        ) : (
          t(words.wait)
        )
      }
      extra={
        <GoLink to={`/records/${addressOf(record)}/${encodeURIComponent(id)}`} label={t(words.whole)}>
          <ExpandOutlined aria-hidden="true" />
        </GoLink>
      }
    >
      {error && !data && (
        <Alert type="error" title={t(wordsOf(error).message)} description={t(wordsOf(error).remedy)} />
      )}
      {!data && !error && <Skeleton active />}
      {data && <PanelBody key={data.row.id} record={record} reply={data} onClose={onClose} />}
    </SidePanel>
  )
}
