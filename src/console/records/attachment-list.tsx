import { DeleteOutlined, PaperClipOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm, Skeleton } from 'antd'
import { useRef } from 'react'
import type { AttachmentEntry } from '#engine/records/reply'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { bytesWords } from '#console/language/format'
import { useLanguage } from '#console/language/language'
import { useRecordChange, useRecordClient } from './record-queries'

const words = {
  none: text('还没有附件', 'No attachments yet'),
  add: text('上传附件', 'Attach a file'),
  remove: text('删除', 'Delete'),
  keep: text('保留', 'Keep'),
}
const removeName = (name: string) => text(`删除附件 ${name}？`, `Delete ${name}?`)

interface ListProps {
  readonly record: RecordType
  readonly id: string
  readonly mayChange: boolean
}

function FileRow({ record, id, mayChange, file }: ListProps & { readonly file: AttachmentEntry }) {
  const { t, instant } = useLanguage()
  const client = useRecordClient(record)
  const remove = useRecordChange(record, () => client.detach(id, file.id))
  return (
    <li className="attachment">
      <PaperClipOutlined aria-hidden="true" />
      <span>
        <a href={client.attachmentAddress(id, file.id)} download={file.name}>
          {file.name}
        </a>
        <small>
          {bytesWords(file.bytes)} · {t(file.person_name)} · {instant(file.at)}
        </small>
      </span>
      {mayChange && (
        <Popconfirm
          title={t(removeName(file.name))}
          okText={t(words.remove)}
          cancelText={t(words.keep)}
          onConfirm={() => remove.mutate(undefined)}
        >
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t(removeName(file.name))}
            loading={remove.isPending}
          />
        </Popconfirm>
      )}
    </li>
  )
}

/** Files kept with a row. */
export function AttachmentList({ record, id, mayChange }: ListProps) {
  const { t } = useLanguage()
  const input = useRef<HTMLInputElement>(null)
  const client = useRecordClient(record)
  const { data } = useQuery({
    queryKey: ['record', record.name, 'attachments', id],
    queryFn: ({ signal }) => client.attachments(id, signal),
  })
  const add = useRecordChange(record, (file: File) => client.attach(id, file))
  if (!data) return <Skeleton active paragraph={{ rows: 2 }} title={false} />
  return (
    <div className="thread">
      {data.entries.length === 0 && <p className="quiet">{t(words.none)}</p>}
      <ul>
        {data.entries.map((file) => (
          <FileRow key={file.id} record={record} id={id} mayChange={mayChange} file={file} />
        ))}
      </ul>
      {add.error && <p className="field-error">{t(wordsOf(add.error).message)}</p>}
      {mayChange && (
        <Button
          icon={<UploadOutlined aria-hidden="true" />}
          loading={add.isPending}
          onClick={() => input.current?.click()}
        >
          {t(words.add)}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) add.mutate(file)
          event.target.value = ''
        }}
      />
    </div>
  )
}
