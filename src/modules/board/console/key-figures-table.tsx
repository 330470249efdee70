import { useLanguage } from '#console/language/language'
import { SampleMark } from '#console/ui/sample-mark'
import { StateMark } from '#console/ui/state-mark'
import { changeWords, figureWords } from '#modules/indicators/console/figure-words'
import type { KeyFigure } from '../contract'
import { boardWords, standingWord } from './board-words'
import { figureText } from './shown-figure'

function Row({ item, months }: { readonly item: KeyFigure; readonly months: readonly string[] }) {
  const { t, language, period, number } = useLanguage()
  const { indicator, figure, comparison, trend } = item
  const completion = comparison?.completion
  const byMonth = new Map(trend.map((point) => [point.period, point.value]))
  return (
    <tr>
      <th scope="row">
        {t(indicator.name)} {figure.sample && <SampleMark />}
      </th>
      <td className="number">{figureText(figure, indicator, language)}</td>
      <td>{period(figure.period)}</td>
      <td className="number">{comparison ? changeWords(comparison.yoy, language) : '—'}</td>
      <td className="number">{completion ? figureText(completion.target, indicator, language) : '—'}</td>
      <td className="number">
        {completion?.completion ? `${number(Number(completion.completion).toFixed(1))}%` : '—'}
      </td>
      <td>
        {completion ? (
          <StateMark standing={completion.standing} {...standingWord(completion.standing)} />
        ) : (
          '—'
        )}
      </td>
      {months.map((month) => (
        <td key={month} className="number">
          {figureWords(
            { value: byMonth.get(month) ?? null, qualifier: 'exact' },
            { language, decimals: indicator.decimals },
          )}
        </td>
      ))}
    </tr>
  )
}

/** The same key figures as a table: every month of the lines, to read, copy or listen to. */
export function KeyFiguresTable({
  items,
  name,
}: {
  readonly items: readonly KeyFigure[]
  readonly name: string
}) {
  const { t, period } = useLanguage()
  const months = [...new Set(items.flatMap((item) => item.trend.map((point) => point.period)))]
    .sort()
    .reverse()
  const { indicator, value, yoy, target, completion, standing } = boardWords
  const heads = [indicator, value, boardWords.period, yoy, target, completion, standing].map(t)
  return (
    <div
      className="board-scroll"
      role="region"
      aria-label={`${name} · ${t(boardWords.asTable)}`}
      tabIndex={0}
    >
      <table className="board-table months-table">
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            {[...heads, ...months.map(period)].map((head, index) => (
              <th key={`${head}-${index}`} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.indicator.code} item={item} months={months} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
