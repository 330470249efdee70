import { Fragment } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { Figure } from '#console/ui/figure'
import { OriginMark } from '#console/ui/origin-mark'
import { Sparkline } from '#console/ui/sparkline'
import type { FigureReply } from '#modules/indicators/contract'
import type { ExplainTarget } from '../figure-queries'
import { unitWords } from '../figure-words'
import { themeText } from '../theme-words.data'
import { wholeValue, type FigureRow, type FigureTable } from './figure-table'
import './figures.css'

const words = {
  indicator: text('指标', 'Indicator'),
  trend: text('走势', 'Course'),
  target: text('年度目标', 'Target'),
  ofWhich: text('其中：', 'Of which: '),
  course: text('近两年走势', 'the last two years'),
  differs: text('与下级合计不一致', 'differs from the sum of the units below'),
  open: text('出处未明', 'source leaves open'),
}
const partly = (have: number, of: number) => text(`已报 ${have}/${of}`, `${have} of ${of} reported`)

interface FigureGridProps {
  readonly table: FigureTable
  readonly label: string
  readonly stale: boolean
  readonly onExplain: (figure: ExplainTarget) => void
  readonly onIndicator: (code: string) => void
}

/** Small signs before a number that must not be read without them; behind it they would push the digits out of line. */
function CellMarks({ figure }: { readonly figure: FigureReply }) {
  const { t } = useLanguage()
  const { have, of } = figure.coverage
  const signs = [
    figure.derived !== null && { sign: '≠', says: words.differs },
    figure.ambiguity && { sign: '?', says: words.open },
    figure.value !== null && have < of && { sign: `${have}/${of}`, says: partly(have, of) },
  ].filter((one) => one !== false && one !== null)
  return (
    <>
      {signs.map(({ sign, says }) => (
        <small key={sign} className="figure-sign" title={t(says)}>
          <span aria-hidden="true">{sign}</span>
          <span className="visually-hidden">{t(says)}</span>
        </small>
      ))}
    </>
  )
}

interface CellProps {
  readonly figure: FigureReply | undefined
  readonly row: FigureRow
  readonly onExplain: FigureGridProps['onExplain']
}

function Cell({ figure, row, onExplain }: CellProps) {
  const { t, period } = useLanguage()
  if (!figure) return <td className="number quiet">—</td>
  const { indicator } = row
  return (
    <td className="number">
      <CellMarks figure={figure} />
      <Figure
        // The page says once that the unit is a sample; a mark in each of a thousand cells would hide the numbers.
        figure={{ ...figure, sample: false }}
        decimals={indicator.decimals}
        bare
        name={`${t(indicator.name)} ${period(figure.period)}`}
        onExplain={() => onExplain(figure)}
      />
      {figure.nature !== 'actual' && figure.nature !== 'target' && (
        <span className="figure-nature">
          <OriginMark nature={figure.nature} />
        </span>
      )}
    </td>
  )
}

function Row({
  row,
  table,
  onExplain,
  onIndicator,
}: { row: FigureRow } & Omit<FigureGridProps, 'label' | 'stale'>) {
  const { t, language } = useLanguage()
  const { indicator, trend } = row
  return (
    <tr>
      <th scope="row" data-part={row.depth || undefined}>
        <button type="button" className="link-button" onClick={() => onIndicator(indicator.code)}>
          {t(indicator.name)}
        </button>{' '}
        <small>{unitWords(indicator.unit, language)}</small>
      </th>
      <td className="figure-course">
        {trend.length > 2 && (
          <Sparkline
            values={trend.map(wholeValue)}
            width={96}
            height={24}
            label={`${t(indicator.name)}，${t(words.course)}`}
          />
        )}
      </td>
      {table.periods.map((id) => (
        <Cell key={id} figure={row.cells.get(id)} row={row} onExplain={onExplain} />
      ))}
      <Cell figure={row.target} row={row} onExplain={onExplain} />
    </tr>
  )
}

/** Twelve heads of “2026年3月” would not fit: the year stands in the title, the month alone in the head. */
function useHead(year: string): (period: string) => string {
  const { t, period: inWords } = useLanguage()
  return (period) => {
    const month = /^\d{4}-(\d{2})$/.exec(period)?.[1]
    if (month) return t(text(`${Number(month)}月`, inWords(period).replace(` ${year}`, '')))
    return inWords(period)
  }
}

/** A year of a unit's figures; each opens its explanation, each name its chart. */
export function FigureGrid(props: FigureGridProps) {
  const { table, label, stale } = props
  const { t } = useLanguage()
  const head = useHead(table.year)
  const width = table.periods.length + 3
  return (
    <div className="figure-room" data-stale={stale || undefined} tabIndex={0} role="group" aria-label={label}>
      <table className="figure-grid">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t(words.indicator)}</th>
            <th scope="col" className="figure-course">
              {t(words.trend)}
            </th>
            {table.periods.map((id) => (
              <th key={id} scope="col" className="number">
                {head(id)}
              </th>
            ))}
            <th scope="col" className="number">
              {t(words.target)}
            </th>
          </tr>
        </thead>
        <tbody>
          {table.groups.map((group) => (
            <Fragment key={group.theme}>
              <tr className="figure-theme">
                <th scope="colgroup" colSpan={width}>
                  {t(themeText(group.theme))}
                </th>
              </tr>
              {group.rows.map((row) => (
                <Row key={row.indicator.code} row={row} {...props} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}
