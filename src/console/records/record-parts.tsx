import { PlusOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import { addressOf, partsOf, type RecordType } from '#engine/records/record'
import type { ListReply, ReplyRow } from '#engine/records/reply'
import { may } from '#engine/records/rights'
import type { Role } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { useRegistry } from '#console/registry-context'
import { GoLink, useGo } from '#console/router/go'
import { Panel } from '#console/ui/panel'
import { columnsOf, defaultColumns, type Column } from './columns'
import { pluralLabel } from './plural-label'
import { useRecordList } from './record-queries'
import { RowTable } from './row-table'
import './records.css'

/** Rows shown on the page of the whole; the rest is one click away in the list. */
const most = 50

const words = {
  parts: text('所属记录', 'What belongs to it'),
  all: text('在列表中打开', 'Open as a list'),
}
const noneWords = (part: RecordType) =>
  text(`还没有${part.label.zh}`, `No ${pluralLabel(part).en.toLowerCase()} yet`)
const createWords = (part: RecordType) => text(`新建${part.label.zh}`, `New ${part.label.en.toLowerCase()}`)

/** The part's columns without the whole and its unit, which the page says already. */
function partColumns(part: RecordType, roles: readonly Role[]): Column[] {
  const wanted = defaultColumns(part, {}).filter((name) => name !== part.within && name !== 'unit_id')
  const known = columnsOf(part, {}, roles)
  return wanted.flatMap((name) => known.find((column) => column.name === name) ?? [])
}

interface PartTableProps {
  readonly part: RecordType
  readonly reply: ListReply
}

function PartTable({ part, reply }: PartTableProps) {
  const session = useSession()
  const columns = partColumns(part, Object.keys(session.reach) as Role[])
  return <RowTable record={part} rows={reply.rows} titles={reply.titles} columns={columns} />
}

interface PartListProps {
  readonly part: RecordType
  readonly whole: ReplyRow
}

function PartList({ part, whole }: PartListProps) {
  const { t } = useLanguage()
  const session = useSession()
  const go = useGo()
  const asked = { [part.within ?? '']: whole.id, sort: part.list.sort, size: String(most) }
  const { data } = useRecordList(part, asked)
  if (!data) return <Skeleton active paragraph={{ rows: 3 }} />
  const address = `/records/${addressOf(part)}`
  const preset = { [part.within ?? '']: whole.id }
  return (
    <>
      {data.rows.length === 0 ? (
        <p className="quiet">{t(noneWords(part))}</p>
      ) : (
        <PartTable part={part} reply={data} />
      )}
      <div className="part-ways">
        {may(session, part, { verb: 'create', row: whole }) && (
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden="true" />}
            onClick={() => go(`${address}/new`, { search: preset })}
          >
            {t(createWords(part))}
          </Button>
        )}
        {data.rows.length > 0 && (
          <GoLink to={address} search={{ ...preset, unit: whole.unit_id }}>
            {t(words.all)}
          </GoLink>
        )}
      </div>
    </>
  )
}

interface RecordPartsProps {
  readonly record: RecordType
  readonly row: ReplyRow
}

/** Everything that is a part of a row, one type at a time: a project's months, procedures and blockers. */
export function RecordParts({ record, row }: RecordPartsProps) {
  const { t } = useLanguage()
  const { records } = useRegistry()
  const session = useSession()
  const parts = partsOf(record, records).filter((part) => may(session, part, { verb: 'read', row }))
  const [chosen, setChosen] = useState<string>()
  if (parts.length === 0) return null
  const shown = parts.find(({ name }) => name === chosen) ?? parts[0]
  return (
    <Panel title={t(words.parts)} className="record-parts">
      <div role="group" aria-label={t(words.parts)} className="part-choice">
        {parts.map((part) => (
          <Button
            key={part.name}
            size="small"
            type={part === shown ? 'primary' : 'default'}
            aria-pressed={part === shown}
            onClick={() => setChosen(part.name)}
          >
            {t(part.label)}
          </Button>
        ))}
      </div>
      {shown && <PartList key={shown.name} part={shown} whole={row} />}
    </Panel>
  )
}
