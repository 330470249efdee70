import { useParams } from '@tanstack/react-router'
import { App, Skeleton } from 'antd'
import { addressOf, type RecordType } from '#engine/records/record'
import type { RowReply } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { ApiProblem } from '#console/api/api-problem'
import { NotFoundPage } from '#console/frame/message-page'
import { useLanguage } from '#console/language/language'
import { useRecordAt } from '#console/registry-context'
import { GoLink, useAddress, useGo } from '#console/router/go'
import { PageHeader } from '#console/ui/page-header'
import { Panel } from '#console/ui/panel'
import { ActionBar } from './action-bar'
import { titleText } from './columns'
import { LinkedValue } from './field-value'
import { RecordFields, RecordThreads } from './record-detail'
import { RecordForm } from './record-form'
import { ModulePanels } from './module-panels'
import { RecordParts } from './record-parts'
import { RowMarks } from './row-panel'
import { useRow } from './record-queries'

const words = {
  list: text('返回列表', 'Back to the list'),
  saved: text('已保存', 'Saved'),
  happened: text('过程', 'What happened'),
}

/** Of a part, what it is a part of: “2026年10月” alone does not say which project’s month it is. */
function Whole({ record, row, titles }: Pick<RowReply, 'row' | 'titles'> & { readonly record: RecordType }) {
  const field = record.within === undefined ? undefined : record.fields[record.within]
  if (record.within === undefined || !field) return null
  return (
    <>
      <LinkedValue field={field} value={row[record.within]} titles={titles} /> ·{' '}
    </>
  )
}

function RowPage({ record, reply }: { readonly record: RecordType; readonly reply: RowReply }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const { search, change } = useAddress()
  const go = useGo()
  const { row, titles } = reply
  const title = titleText(record, row)
  const list = `/records/${addressOf(record)}`
  const editing = Boolean(search.edit) && row.may.includes('update')
  const saved = () => {
    void message.success(t(words.saved))
    change({ edit: undefined })
  }
  return (
    <>
      <PageHeader
        title={title}
        marks={<RowMarks record={record} row={row} />}
        about={
          <>
            {t(record.label)} · <Whole record={record} row={row} titles={titles} />
            <GoLink to={list}>{t(words.list)}</GoLink>
          </>
        }
        actions={
          editing ? undefined : (
            <ActionBar
              record={record}
              row={row}
              titles={titles}
              onEdit={() => change({ edit: '1' })}
              onRemoved={() => go(list)}
            />
          )
        }
      />
      {editing ? (
        <RecordForm
          record={record}
          row={row}
          titles={titles}
          onSaved={saved}
          onCancel={() => change({ edit: undefined })}
        />
      ) : (
        <>
          <ModulePanels record={record} row={row} />
          <div className="detail-columns">
            <Panel>
              <RecordFields record={record} row={row} titles={titles} />
            </Panel>
            <Panel title={t(words.happened)}>
              <RecordThreads record={record} row={row} />
            </Panel>
          </div>
          <RecordParts record={record} row={row} />
        </>
      )}
    </>
  )
}

function Loaded({ record, id }: { readonly record: RecordType; readonly id: string }) {
  const { data, error } = useRow(record, id)
  if (error && !data) {
    if (error instanceof ApiProblem && error.status === 404) return <NotFoundPage />
    throw error
  }
  if (!data) return <Skeleton active paragraph={{ rows: 8 }} />
  return <RowPage record={record} reply={data} />
}

/** `/records/{address}/{id}` */
export function DetailPage() {
  const { address = '', id = '' }: { address?: string; id?: string } = useParams({ strict: false })
  const record = useRecordAt(address)
  return record ? <Loaded key={id} record={record} id={id} /> : <NotFoundPage />
}
