import { text, type Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { knownWords } from '#console/records/total-words'
import { GoLink } from '#console/router/go'
import { Figure } from '#console/ui/figure'
import type { CountedRowsReply } from '#modules/indicators/contract'

/** `分子：已开工新建项目数，39 条` where there are two sides; a count by itself says what it leads to. */
const rowsWords = ({ side, label, count }: CountedRowsReply): Text => {
  if (side === 'counted')
    return text(`${label.zh}：查看这 ${count} 条台账`, `${label.en}: see the ${count} rows`)
  const [zh, en] = {
    numerator: ['分子：', 'Numerator: '],
    denominator: ['分母：', 'Denominator: '],
    rest: ['', ''],
  }[side] as [string, string]
  return text(`${zh}${label.zh}，${count} 条`, `${en}${label.en}, ${count}`)
}

const sumWords = text('台账合计', 'Sum of the rows')

/** What rows add up to now, and of how many it is known: it may differ from what was published of them. */
function RowsSum({ rows: { sum, count } }: { readonly rows: CountedRowsReply }) {
  const { t } = useLanguage()
  if (!sum) return null
  return (
    <p className="quiet">
      {t(sumWords)} <Figure figure={sum} />
      {sum.known < count && <> · {t(knownWords(sum.known))}</>}
    </p>
  )
}

/** The lists that a figure was counted from: of a rate both sides, and what is between them. */
export function ExplainRows({ rows }: { readonly rows: readonly CountedRowsReply[] }) {
  const { t } = useLanguage()
  return (
    <ul className="explain-rows">
      {rows.map((one) => (
        <li key={one.side + one.label.zh}>
          <GoLink to={one.path} search={one.search}>
            {t(rowsWords(one))}
          </GoLink>
          <RowsSum rows={one} />
        </li>
      ))}
    </ul>
  )
}
