import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { HistoryEntry, Titles } from '#engine/records/reply'
import type { RecordType } from '#engine/records/record'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { EmptyState } from '#console/ui/empty-state'
import { deedWords } from './deed-words'
import { FieldValue } from './field-value'
import { useRecordClient } from './record-queries'

const words = {
  none: text('还没有变更记录', 'Nothing has changed yet'),
  reason: text('理由', 'Reason'),
  became: text('改为', 'became'),
  state: text('状态', 'State'),
}

interface HistoryProps {
  readonly record: RecordType
  readonly id: string
  readonly titles: Titles
}

function Change({
  record,
  titles,
  name,
  change,
}: {
  record: RecordType
  titles: Titles
  name: string
  change: readonly [unknown, unknown]
}) {
  const { t } = useLanguage()
  const field = record.fields[name]
  const stateLabel = (state: unknown) => {
    const found = record.lifecycle?.states[String(state)]
    return found ? t(found.label) : '—'
  }
  const show = (value: unknown) => {
    if (name === 'state') return stateLabel(value)
    if (field) return <FieldValue field={field} value={value} titles={titles} />
    return typeof value === 'string' ? value : value == null ? '—' : JSON.stringify(value)
  }
  return (
    <li>
      <span className="quiet">{name === 'state' ? t(words.state) : field ? t(field.label) : name}</span>{' '}
      <del>{show(change[0])}</del> <span className="visually-hidden">{t(words.became)}</span>
      <span aria-hidden="true">→</span> <ins>{show(change[1])}</ins>
    </li>
  )
}

function Entry({ record, titles, entry }: { record: RecordType; titles: Titles; entry: HistoryEntry }) {
  const { t, instant } = useLanguage()
  const changes = Object.entries(entry.changes).filter(([name]) => name !== 'version')
  return (
    <li className="history-entry">
      <p>
        <strong>{t(entry.person_name)}</strong> {t(deedWords(record, entry.deed))}
        <time dateTime={entry.at}>{instant(entry.at)}</time>
      </p>
      {entry.reason && (
        <p>
          <span className="quiet">{t(words.reason)}：</span>
          {entry.reason}
        </p>
      )}
      {entry.deed !== 'create' && changes.length > 0 && (
        <ul>
          {changes.map(([name, change]) => (
            <Change key={name} record={record} titles={titles} name={name} change={change} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** Who did what and when, newest first, each field before and after. */
export function HistoryList({ record, id, titles }: HistoryProps) {
  const client = useRecordClient(record)
  const { data } = useQuery({
    queryKey: ['record', record.name, 'history', id],
    queryFn: ({ signal }) => client.history(id, signal),
  })
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} title={false} />
  if (data.entries.length === 0) return <EmptyState why={words.none} />
  return (
    <ol className="history">
      {data.entries.map((entry) => (
        <Entry key={entry.id} record={record} titles={titles} entry={entry} />
      ))}
    </ol>
  )
}
