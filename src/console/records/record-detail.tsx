import { Tabs } from 'antd'
import { clockFields } from '#engine/records/record-clock'
import type { RecordType } from '#engine/records/record'
import type { ReplyRow, Titles } from '#engine/records/reply'
import type { Role } from '#engine/records/role.data'
import { text, type Text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { KeyValue, type KeyValueItem } from '#console/ui/key-value'
import { AttachmentList } from './attachment-list'
import { RowClocks } from './clock-lamp'
import { columnsOf } from './columns'
import { CommentThread } from './comment-thread'
import { useExtraFields } from './extra-fields'
import { qualifierOf } from './cell-text'
import { LinkedValue } from './field-value'
import { isEmptyValue } from './field-words'
import { formGroups, type FormGroup } from './form-values'
import { HistoryList } from './history-list'
import { PersonalValue } from './personal-value'
import './detail.css'

const words = {
  computed: text('系统记录', 'Kept by the system'),
  absent: text('尚无：', 'None yet: '),
  place: text('归属', 'Belonging'),
  unit: text('所属单位', 'Unit'),
  updated: text('最近更新', 'Last updated'),
  created: text('建立时间', 'Created'),
  comments: text('评论', 'Comments'),
  files: text('附件', 'Attachments'),
  history: text('历史', 'History'),
  unfilled: text('未填：', 'Not filled in: '),
}

interface DetailProps {
  readonly record: RecordType
  readonly row: ReplyRow
  readonly titles: Titles
}

const valueOf = (row: ReplyRow, name: string, record: RecordType): unknown =>
  name in record.fields ? row[name] : row.extra?.[name]

/** What nobody has filled in, or the server does not know yet, in one line instead of a page of dashes. */
function Unfilled({ says, fields }: { readonly says: Text; readonly fields: FormGroup['fields'] }) {
  const { t, language } = useLanguage()
  const names = fields.filter(([name]) => !name.endsWith('_qualifier')).map(([, field]) => t(field.label))
  if (names.length === 0) return null
  return (
    <p className="unfilled">
      {t(says)}
      {names.join(language === 'zh' ? '、' : ', ')}
    </p>
  )
}

/** The fields of a row in the groups of its form. */
export function RecordFields({ record, row, titles }: DetailProps) {
  const { t, instant } = useLanguage()
  const session = useSession()
  const extra = useExtraFields(record, row.unit_id)
  const roles = Object.keys(session.reach) as Role[]
  const grouped = formGroups(record, extra.fields, roles)
  const listed = new Set(grouped.flatMap((group) => group.fields.map(([name]) => name)))
  // Limits have a group of their own, with what moved them.
  const ofClock = new Set(Object.keys(clockFields(record.clocks)))
  const computed = columnsOf(record, {}, roles)
    .filter(
      ({ name, field }) => field.computed && !listed.has(name) && name in record.fields && !ofClock.has(name),
    )
    .map(({ name, field }): FormGroup['fields'][number] => [name, field])
  const empty = (fields: FormGroup['fields']) =>
    fields.filter(([name]) => isEmptyValue(valueOf(row, name, record)))
  const itemOf = (name: string, field: FormGroup['fields'][number][1]): KeyValueItem => ({
    key: name,
    label: t(field.label),
    wide: field.kind === 'text' && (field.multiline === true || (field.max ?? 200) > 300),
    value: (
      <PersonalValue record={record} row={row} name={name}>
        <LinkedValue
          field={field}
          value={valueOf(row, name, record)}
          titles={titles}
          qualifier={qualifierOf(row, name)}
        />
      </PersonalValue>
    ),
  })
  // A qualifier is said with its number; a line of its own would say it twice.
  const filled = (fields: FormGroup['fields']) =>
    fields.filter(
      ([name]) =>
        !isEmptyValue(valueOf(row, name, record)) &&
        !(name.replace(/_qualifier$/, '') in row && name.endsWith('_qualifier')),
    )
  const place: KeyValueItem[] = [
    ...(record.place === undefined
      ? [
          {
            key: 'unit_id',
            label: t(words.unit),
            value: t(titles.unit?.[row.unit_id] ?? text(row.unit_id, row.unit_id)),
          },
        ]
      : []),
    { key: 'updated_at', label: t(words.updated), value: instant(row.updated_at) },
    { key: 'created_at', label: t(words.created), value: instant(row.created_at) },
  ]
  return (
    <>
      <RowClocks record={record} row={row} />
      {grouped.map((group) => (
        <section key={group.label.zh} className="detail-group">
          <h2>{t(group.label)}</h2>
          <KeyValue items={filled(group.fields).map(([name, field]) => itemOf(name, field))} />
          <Unfilled says={words.unfilled} fields={empty(group.fields)} />
        </section>
      ))}
      {computed.length > 0 && (
        <section className="detail-group">
          <h2>{t(words.computed)}</h2>
          <KeyValue items={filled(computed).map(([name, field]) => itemOf(name, field))} />
          <Unfilled says={words.absent} fields={empty(computed)} />
        </section>
      )}
      <section className="detail-group">
        <h2>{t(words.place)}</h2>
        <KeyValue items={place} />
      </section>
    </>
  )
}

/** What people have said, attached and done. */
export function RecordThreads({ record, row }: Omit<DetailProps, 'titles'>) {
  const { t } = useLanguage()
  return (
    <Tabs
      className="detail-threads"
      items={[
        {
          key: 'history',
          label: t(words.history),
          children: <HistoryList record={record} id={row.id} />,
        },
        {
          key: 'comments',
          label: t(words.comments),
          children: <CommentThread record={record} id={row.id} />,
        },
        {
          key: 'files',
          label: t(words.files),
          children: <AttachmentList record={record} id={row.id} mayChange={row.may.includes('update')} />,
        },
      ]}
    />
  )
}
