import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ExtraFields } from '#engine/records/check-input'
import type { Field } from '#engine/records/field'
import { unitField } from '#engine/records/input-fields'
import { namingRow } from '#engine/records/named-change'
import type { HistoryEntry, Titles } from '#engine/records/reply'
import type { RecordType } from '#engine/records/record'
import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { EmptyState } from '#console/ui/empty-state'
import { deedWords } from './deed-words'
import { useExtraFields } from './extra-fields'
import { FieldValue } from './field-value'
import { useRecordClient } from './record-queries'

const words = {
  none: text('还没有变更记录', 'Nothing has changed yet'),
  reason: text('理由：', 'Reason: '),
  became: text('改为', 'became'),
  state: text('状态', 'State'),
}

interface HistoryProps {
  readonly record: RecordType
  readonly id: string
}

interface Told {
  readonly record: RecordType
  readonly extra: ExtraFields
  readonly titles: Titles
}

type Pair = readonly [before: unknown, after: unknown]

/** The fields that a zone has added lie in one column; each is told by itself. */
function ownChanges([name, change]: readonly [string, Pair]): (readonly [string, Pair])[] {
  if (name !== 'extra') return [[name, change]]
  const [before, after] = change.map((side) => (side ?? {}) as Readonly<Record<string, unknown>>)
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return names
    .filter((one) => JSON.stringify(before?.[one]) !== JSON.stringify(after?.[one]))
    .map((one) => [one, [before?.[one], after?.[one]]])
}

/** Where a row lies is no field of its declaration, but is told like one. */
const fieldNamed = (name: string, { record, extra }: Pick<Told, 'record' | 'extra'>): Field | undefined =>
  name === unitField.name ? unitField.field : (record.fields[name] ?? extra[name])

/** A field by its label; what is kept with the row, by the row it is named by. */
function changeLabel(name: string, { record, extra, titles }: Told): Text {
  const row = namingRow(name)
  if (row) return titles[row.record]?.[row.id] ?? text(row.id, row.id)
  if (name === 'state') return words.state
  return fieldNamed(name, { record, extra })?.label ?? text(name, name)
}

function Change({ told, name, change }: { told: Told; name: string; change: Pair }) {
  const { t } = useLanguage()
  const { record, titles } = told
  const known = fieldNamed(name, told)
  const stateLabel = (state: unknown) => {
    const found = record.lifecycle?.states[String(state)]
    return found ? t(found.label) : '—'
  }
  const show = (value: unknown) => {
    if (name === 'state') return stateLabel(value)
    if (known) return <FieldValue field={known} value={value} titles={titles} />
    return typeof value === 'string' ? value : value == null ? '—' : JSON.stringify(value)
  }
  return (
    <li>
      <span className="quiet">{t(changeLabel(name, told))}</span> <del>{show(change[0])}</del>{' '}
      <span className="visually-hidden">{t(words.became)}</span>
      <span aria-hidden="true">→</span> <ins>{show(change[1])}</ins>
    </li>
  )
}

function Entry({ told, entry }: { told: Told; entry: HistoryEntry }) {
  const { t, instant } = useLanguage()
  const { record } = told
  const changes = Object.entries(entry.changes)
    .filter(([name]) => name !== 'version')
    .flatMap(ownChanges)
  return (
    <li className="history-entry">
      <p>
        <strong>{t(entry.person_name)}</strong> {t(deedWords(record, entry.deed))}
        <time dateTime={entry.at}>{instant(entry.at)}</time>
      </p>
      {entry.reason && (
        <p>
          <span className="quiet">{t(words.reason)}</span>
          {entry.reason}
        </p>
      )}
      {entry.deed !== 'create' && changes.length > 0 && (
        <ul>
          {changes.map(([name, change]) => (
            <Change key={name} told={told} name={name} change={change} />
          ))}
        </ul>
      )}
    </li>
  )
}

/** Who did what and when, newest first, each field before and after. */
export function HistoryList({ record, id }: HistoryProps) {
  const client = useRecordClient(record)
  const { fields: extra } = useExtraFields(record)
  const { data } = useQuery({
    queryKey: ['record', record.name, 'history', id],
    queryFn: ({ signal }) => client.history(id, signal),
  })
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} title={false} />
  if (data.entries.length === 0) return <EmptyState why={words.none} />
  return (
    <ol className="history">
      {data.entries.map((entry) => (
        <Entry key={entry.id} told={{ record, extra, titles: data.titles }} entry={entry} />
      ))}
    </ol>
  )
}
