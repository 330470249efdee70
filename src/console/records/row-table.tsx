import type { RecordType } from '#engine/records/record'
import { addressOf } from '#engine/records/record'
import type { ReplyRow, Titles } from '#engine/records/reply'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { SampleMark } from '#console/ui/sample-mark'
import { cellOf, isNumeric, type Column } from './columns'
import { Cell } from './field-value'
import { isEmptyValue, labelWords } from './field-words'
import './records.css'

interface RowTableProps {
  readonly record: RecordType
  readonly rows: readonly ReplyRow[]
  readonly titles: Titles
  readonly columns: readonly Column[]
  readonly caption?: string
}

/** A few rows on a page about something else, each leading to its own; a column nobody has filled in says nothing. */
export function RowTable({ record, rows, titles, columns, caption }: RowTableProps) {
  const { language } = useLanguage()
  const filled = columns.filter(
    ({ name }) => name === record.title || rows.some((row) => !isEmptyValue(cellOf(row, name))),
  )
  return (
    <div className="part-room">
      <table className="part-table">
        {caption && <caption className="visually-hidden">{caption}</caption>}
        <thead>
          <tr>
            {filled.map(({ name, field }) => (
              <th key={name} scope="col" className={isNumeric(field) ? 'numeric' : undefined}>
                {labelWords(field, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {filled.map((column) => (
                <td key={column.name} className={isNumeric(column.field) ? 'numeric' : undefined}>
                  <RowCell record={record} row={row} column={column} titles={titles} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowCellProps {
  readonly record: RecordType
  readonly row: ReplyRow
  readonly column: Column
  readonly titles: Titles
}

function RowCell({ record, row, column, titles }: RowCellProps) {
  const cell = <Cell record={record} row={row} column={column} titles={titles} />
  if (column.name !== record.title) return cell
  return (
    <>
      <GoLink to={`/records/${addressOf(record)}/${encodeURIComponent(row.id)}`}>{cell}</GoLink>{' '}
      {row.sample && <SampleMark />}
    </>
  )
}
