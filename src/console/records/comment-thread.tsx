import { useQuery } from '@tanstack/react-query'
import { Button, Input, Skeleton } from 'antd'
import { useId, useState } from 'react'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { useRecordChange, useRecordClient } from './record-queries'

const words = {
  none: text('还没有评论，可在下面写第一条。', 'No comments yet; write the first below.'),
  write: text('写评论', 'Write a comment'),
  send: text('发表', 'Post'),
}

/** What people have said about a row, oldest first. */
export function CommentThread({ record, id }: { readonly record: RecordType; readonly id: string }) {
  const { t, instant } = useLanguage()
  const input = useId()
  const client = useRecordClient(record)
  const [body, setBody] = useState('')
  const { data } = useQuery({
    queryKey: ['record', record.name, 'comments', id],
    queryFn: ({ signal }) => client.comments(id, signal),
  })
  const send = useRecordChange(record, (said: string) => client.comment(id, said))
  const post = () => {
    if (body.trim()) send.mutate(body.trim(), { onSuccess: () => setBody('') })
  }
  if (!data) return <Skeleton active paragraph={{ rows: 2 }} title={false} />
  return (
    <div className="thread">
      {data.entries.length === 0 && <p className="quiet">{t(words.none)}</p>}
      <ol>
        {data.entries.map((entry) => (
          <li key={entry.id} className="comment">
            <p>
              <strong>{t(entry.person_name)}</strong> <time dateTime={entry.at}>{instant(entry.at)}</time>
            </p>
            <p className="comment-body">{entry.body}</p>
          </li>
        ))}
      </ol>
      <label htmlFor={input}>{t(words.write)}</label>
      <Input.TextArea
        id={input}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      {send.error && <p className="field-error">{t(wordsOf(send.error).message)}</p>}
      <Button disabled={!body.trim()} loading={send.isPending} onClick={post}>
        {t(words.send)}
      </Button>
    </div>
  )
}
