import { titleOf } from '#console/records/columns'
import { useLanguage } from '#console/language/language'
import { pinyinInitials } from '#console/language/pinyin-initials'
import { GoLink } from '#console/router/go'
import { EmptyState } from '#console/ui/empty-state'
import { SampleMark } from '#console/ui/sample-mark'
import { useDeferredValue, type ReactNode } from 'react'
import type { RecordType } from '#engine/records/record'
import type { ListReply, ReplyRow } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import type { TreeUnit } from '../contract'
import { organ } from '../records/organ'
import { person } from '../records/person'
import { post } from '../records/post'
import { useFound } from './organisation-queries'

const words = {
  units: text('单位', 'Units'),
  none: text('没有找到', 'Nothing found'),
  what: text('换个字，或用拼音首字母试试', 'Try other words, or pinyin initials'),
}
const moreWords = (count: number) => text(`还有 ${count} 项，请输入更多字`, `${count} more: type on`)

/** Units found by name in either language, code or pinyin initials. */
function foundUnits(units: readonly TreeUnit[], sought: string): TreeUnit[] {
  const plain = sought.toLowerCase()
  return units.filter((unit) =>
    [unit.name.zh, unit.name.en, unit.code, pinyinInitials(unit.name.zh)].some((name) =>
      name.toLowerCase().includes(plain),
    ),
  )
}

function Group({
  label,
  more,
  children,
}: {
  readonly label: Text
  readonly more?: number
  readonly children: readonly ReactNode[]
}) {
  const { t } = useLanguage()
  if (children.length === 0) return null
  return (
    <section className="found-group">
      <h3>{t(label)}</h3>
      <ul>{children}</ul>
      {more !== undefined && more > 0 && <p className="quiet">{t(moreWords(more))}</p>}
    </section>
  )
}

interface FoundListProps {
  readonly sought: string
  readonly units: readonly TreeUnit[]
  readonly onSelect: (unit: string) => void
}

const restOf = (reply: ListReply | undefined) => (reply?.total ?? 0) - (reply?.rows.length ?? 0)

interface RowGroupProps {
  readonly record: RecordType
  readonly reply: ListReply | undefined
  /** Where a row leads: a person to their page, everything else to its unit. */
  readonly linkOf: (row: ReplyRow, title: string) => ReactNode
}

function RowGroup({ record, reply, linkOf }: RowGroupProps) {
  const { t } = useLanguage()
  return (
    <Group label={record.label} more={restOf(reply)}>
      {(reply?.rows ?? []).map((row) => (
        <li key={row.id}>
          {linkOf(row, titleOf(record, row))}
          <span className="quiet">
            {' '}
            {t(reply?.titles.unit?.[row.unit_id] ?? text(row.unit_id, row.unit_id))}
          </span>{' '}
          {row.sample && <SampleMark />}
        </li>
      ))}
    </Group>
  )
}

const personLink = (row: ReplyRow, title: string) => (
  <GoLink to={`/organisation/people/${row.id}`}>{title}</GoLink>
)

/** Everything of the organisation that is called so: a click goes to its unit, a person to their page. */
export function FoundList({ sought, units, onSelect }: FoundListProps) {
  const { t } = useLanguage()
  const asked = useDeferredValue(sought)
  const found = foundUnits(units, asked)
  const [organs, posts, people] = [
    useFound('organ', asked).data,
    useFound('post', asked).data,
    useFound('person', asked).data,
  ]
  const many = [organs, posts, people].reduce((sum, reply) => sum + (reply?.rows.length ?? 0), found.length)
  const unitLink = (row: ReplyRow, title: string) => (
    <button type="button" className="link-button" onClick={() => onSelect(row.unit_id)}>
      {title}
    </button>
  )
  if (many === 0 && people) return <EmptyState why={words.none} what={words.what} />
  return (
    <div className="found-list" aria-live="polite">
      <Group label={words.units} more={found.length - 12}>
        {found.slice(0, 12).map((unit) => (
          <li key={unit.code}>
            <button type="button" className="link-button" onClick={() => onSelect(unit.code)}>
              {t(unit.name)}
            </button>
            <span className="quiet"> {unit.code}</span> {unit.sample && <SampleMark />}
          </li>
        ))}
      </Group>
      <RowGroup record={organ} reply={organs} linkOf={unitLink} />
      <RowGroup record={post} reply={posts} linkOf={unitLink} />
      <RowGroup record={person} reply={people} linkOf={personLink} />
    </div>
  )
}
