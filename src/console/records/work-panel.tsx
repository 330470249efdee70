import { addressOf } from '#engine/records/record'
import type { Role } from '#engine/records/role.data'
import { text, type Text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { GoLink } from '#console/router/go'
import { Panel } from '#console/ui/panel'
import { columnsOf, defaultColumns } from './columns'
import { pluralLabel } from './plural-label'
import { RowTable } from './row-table'
import { pileCount, type WorkPile } from './work-piles'

const reasonWords = {
  late: text('已逾期', 'overdue'),
  returned: text('退回待改', 'returned'),
  watch: text('临期', 'due soon'),
  mine: text('我经办的', 'in my charge'),
}
const all = text('在列表中打开', 'Open as a list')

/** Rows of a pile shown here. */
const most = 8

/** What a pile is called: 堵点问题 · 已逾期. */
export const pileWords = ({ record, why }: WorkPile): Text => {
  const name = pluralLabel(record)
  return text(`${name.zh} · ${reasonWords[why].zh}`, `${name.en} · ${reasonWords[why].en}`)
}

/** The list that shows the rows of a pile, and those beside them. */
function listOf({ record, why }: WorkPile, person: string): Readonly<Record<string, string>> {
  if (why === 'returned') return { state: 'returned' }
  if (why === 'mine') return { closed: 'false', [record.owner ?? 'id']: person }
  return { closed: 'false', sort: 'next_due_at' }
}

/** One kind of record that waits for this person, and why. */
export function WorkPanel({ pile, unit }: { readonly pile: WorkPile; readonly unit: string | undefined }) {
  const { t } = useLanguage()
  const { person, reach } = useSession()
  const { record, rows, titles } = pile
  const count = pileCount(pile)
  const known = columnsOf(record, {}, Object.keys(reach) as Role[])
  const columns = defaultColumns(record, {}).flatMap((name) => known.find((one) => one.name === name) ?? [])
  const { zh, en } = pileWords(pile)
  return (
    <Panel
      title={t(text(`${zh}（${count}）`, `${en} (${count})`))}
      extra={
        <GoLink
          to={`/records/${addressOf(record)}`}
          search={{ ...listOf(pile, person), ...(unit && { unit }) }}
        >
          {t(all)}
        </GoLink>
      }
    >
      <RowTable
        record={record}
        rows={rows.slice(0, most)}
        titles={titles}
        columns={columns}
        caption={t(pileWords(pile))}
      />
    </Panel>
  )
}
