import { useParams } from '@tanstack/react-router'
import { App } from 'antd'
import { useMemo } from 'react'
import { mayCreateSomewhere } from '#engine/records/rights'
import { addressOf, type RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { NotFoundPage } from '#console/frame/message-page'
import { useLanguage } from '#console/language/language'
import { useRecordAt } from '#console/registry-context'
import { useAddress, useGo } from '#console/router/go'
import { PageHeader } from '#console/ui/page-header'
import { RecordForm } from './record-form'

const words = { created: text('已创建', 'Created') }
const titleWords = (record: RecordType) =>
  text(`新建${record.label.zh}`, `New ${record.label.en.toLowerCase()}`)

/** What the address says of the new row: the whole it is a part of, and choices made where one came from. */
function presetIn(
  { within, fields }: RecordType,
  search: Readonly<Record<string, string | undefined>>,
): Record<string, string> | undefined {
  if (within === undefined || !search[within]) return undefined
  const names = Object.keys(fields).filter((name) => name === within || fields[name]?.kind === 'choice')
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search[name]
      return value ? [[name, value]] : []
    }),
  )
}

function NewRow({ record }: { readonly record: RecordType }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const go = useGo()
  const { search } = useAddress()
  const list = `/records/${addressOf(record)}`
  // Opened from the page of the whole, the form knows what it is a part of.
  const preset = useMemo(() => presetIn(record, search), [record, search])
  return (
    <>
      <PageHeader title={titleWords(record)} about={t(record.about)} />
      <RecordForm
        record={record}
        {...(preset && { preset })}
        onSaved={({ row }) => {
          void message.success(t(words.created))
          go(`${list}/${encodeURIComponent(row.id)}`, { replace: true })
        }}
        onCancel={() => go(list)}
      />
    </>
  )
}

/** `/records/{address}/new` */
export function CreatePage() {
  const { address = '' }: { address?: string } = useParams({ strict: false })
  const record = useRecordAt(address)
  const session = useSession()
  if (!record || !mayCreateSomewhere(session, record)) return <NotFoundPage />
  return <NewRow key={record.name} record={record} />
}
