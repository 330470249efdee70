import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { useState, type ReactNode } from 'react'
import { listAddress, type Filter } from '#engine/records/list-query'
import type { ListGroup } from '#engine/records/reply'
import { useLanguage } from '#console/language/language'
import type { Column } from './columns'
import { fieldWords } from './field-words'
import { groupName, inOrder, knownOfWords, moreWords, rowsWords } from './group-words'
import { RecordRows, useCellContext } from './record-rows'
import { useRecordList } from './record-queries'
import type { Selection } from './selection'
import type { List } from './use-list'

/** Rows of an open group that are shown at once; the rest is one click away. */
const most = 200

interface GroupedProps {
  readonly list: List
  readonly selection: Selection
  /** What a page adds to the head of a group. */
  readonly note?: ((group: ListGroup) => ReactNode) | undefined
}

interface GroupProps extends GroupedProps {
  readonly group: ListGroup
  readonly column: Column
}

const filterOf = (column: Column, { key }: ListGroup): Filter =>
  key === null
    ? { field: column.name, op: 'empty', values: [true] }
    : { field: column.name, op: 'eq', values: [column.field.kind === 'boolean' ? key === 'true' : key] }

function Sum({ group, column }: { readonly group: ListGroup; readonly column: Column }) {
  const { t, language } = useLanguage()
  const sum = group.totals[column.name]
  if (!sum) return <td className="numeric" />
  return (
    <td className="numeric">
      {fieldWords(column.field, sum.value, { language, titles: {}, qualifier: sum.qualifier })}
      {sum.known < group.total && (
        <small className="total-known quiet">{t(knownOfWords(sum.known, group.total))}</small>
      )}
    </td>
  )
}

/** The rows of one group, read when it is opened; the same list, narrowed to it. */
function GroupRows({ list, selection, group, column }: GroupProps) {
  const { t } = useLanguage()
  const { group: _group, ...query } = list.query ?? { filters: [] }
  const filter = filterOf(column, group)
  const asked = listAddress({ ...query, page: 1, size: most, filters: [...query.filters, filter] })
  const { data } = useRecordList(list.record, { ...asked, ...(list.unit && { unit: list.unit.code }) })
  if (!data) return null
  const left = (data.total ?? data.rows.length) - data.rows.length
  return (
    <>
      <RecordRows list={{ ...list, reply: data }} rows={data.rows} selection={selection} />
      {left > 0 && (
        <tbody>
          <tr>
            <td colSpan={list.columns.shown.length + 1}>
              <button
                type="button"
                className="link-button"
                onClick={() => list.show({ ...query, page: 1, filters: [...query.filters, filter] })}
              >
                {t(moreWords(left))}
              </button>
            </td>
          </tr>
        </tbody>
      )}
    </>
  )
}

function Group(props: GroupProps) {
  const { list, group, column, note } = props
  const { t } = useLanguage()
  const context = useCellContext(list)
  const [open, setOpen] = useState(false)
  const { shown } = list.columns
  const summed = shown.findIndex(({ name }) => group.totals[name] !== undefined)
  const first = summed < 0 ? shown.length : summed
  return (
    <>
      <tbody className="group-head">
        <tr>
          <th scope="rowgroup" colSpan={first + 1}>
            <button
              type="button"
              className="plain-button"
              aria-expanded={open}
              onClick={() => setOpen(!open)}
            >
              {open ? <DownOutlined aria-hidden="true" /> : <RightOutlined aria-hidden="true" />}{' '}
              {groupName(group, column, context)}
            </button>
            <span className="quiet"> · {t(rowsWords(group.total))}</span>
            {note?.(group)}
          </th>
          {shown.slice(first).map((one) => (
            <Sum key={one.name} group={group} column={one} />
          ))}
        </tr>
      </tbody>
      {open && <GroupRows {...props} />}
    </>
  )
}

/** The body of a grouped table: a head a group with its count and sums, its rows below when it is opened. */
export function GroupedRows(props: GroupedProps) {
  const { list } = props
  const column = list.columns.all.find(({ name }) => name === list.query?.group)
  if (!column) return null
  return inOrder(list.reply?.groups ?? [], column).map((group) => (
    <Group key={`${column.name}:${group.key ?? ''}`} {...props} group={group} column={column} />
  ))
}
