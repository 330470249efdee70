import { addressOf } from '#engine/records/record'
import type { ReplyRow } from '#engine/records/reply'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { cellOf, titleOf } from './columns'
import { Cell } from './field-value'
import { labelWords } from './field-words'
import type { List } from './use-list'

const shownInCard = 4

/** The list on a phone: one card a row, what is empty left out. */
export function RecordCards({ list, rows }: { readonly list: List; readonly rows: readonly ReplyRow[] }) {
  const { language } = useLanguage()
  const { record } = list
  const columnsOfRow = (row: ReplyRow) =>
    list.columns.shown
      .filter(({ name }) => name !== record.title && cellOf(row, name) != null && cellOf(row, name) !== '')
      .slice(0, shownInCard)
  return (
    <ul className="record-cards" data-stale={list.isStale || undefined}>
      {rows.map((row) => (
        <li key={row.id}>
          <GoLink to={`/records/${addressOf(record)}/${encodeURIComponent(row.id)}`} className="record-card">
            <strong>
              {titleOf(record, row)} {row.sample && <SampleMark />}
            </strong>
            <dl>
              {columnsOfRow(row).map((column) => (
                <div key={column.name}>
                  <dt>{labelWords(column.field, language)}</dt>
                  <dd>
                    <Cell record={record} row={row} column={column} titles={list.reply?.titles ?? {}} />
                  </dd>
                </div>
              ))}
            </dl>
          </GoLink>
        </li>
      ))}
    </ul>
  )
}
