import { addressOf } from '#engine/records/record'
import type { ReplyRow } from '#engine/records/reply'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { cardColumns, cellOf, titleText } from './columns'
import { Cell } from './field-value'
import { isEmptyValue, labelWords, quantityWords } from './field-words'
import { knownWords, overRows } from './total-words'
import type { List } from './use-list'

/** The sums of the totals row, over everything the filter finds. */
function CardTotals({ list }: { readonly list: List }) {
  const { t, language } = useLanguage()
  const { totals, total } = list.reply ?? {}
  const summed = list.columns.shown.flatMap((column) => {
    const sum = totals?.[column.name]
    return sum ? [{ column, sum }] : []
  })
  if (summed.length === 0 || total === undefined) return null
  return (
    <p className="card-totals">
      {summed.map(({ column: { name, field }, sum: { value, qualifier, known } }) => (
        <span key={name}>
          {t(field.label)} {quantityWords(field, value, { language, titles: {}, qualifier })}{' '}
          {known < total && <small className="quiet">{t(knownWords(known))}</small>}
        </span>
      ))}
      <span className="quiet">{t(overRows(total))}</span>
    </p>
  )
}

/** The list on a phone: one card a row, what is empty left out. */
export function RecordCards({ list, rows }: { readonly list: List; readonly rows: readonly ReplyRow[] }) {
  const { t, language } = useLanguage()
  const { record } = list
  const columnsOfRow = (row: ReplyRow) =>
    cardColumns(
      list.columns.shown.filter(({ name }) => name !== record.title && !isEmptyValue(cellOf(row, name))),
      list.query?.sort[0]?.field,
    )
  return (
    <>
      <CardTotals list={list} />
      <ul className="record-cards" data-stale={list.isStale || undefined}>
        {rows.map((row) => (
          <li key={row.id}>
            <GoLink
              to={`/records/${addressOf(record)}/${encodeURIComponent(row.id)}`}
              className="record-card"
            >
              <strong>
                {t(titleText(record, row))} {row.sample && <SampleMark />}
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
    </>
  )
}
