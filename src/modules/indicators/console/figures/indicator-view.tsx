import { Skeleton } from 'antd'
import { useMemo } from 'react'
import { isPeriodId } from '#engine/period/period'
import { sameLastYear } from '#engine/period/period-steps'
import { placeAmong } from '#engine/formula/place-among'
import type { SessionUnit } from '#engine/records/session'
import { text } from '#engine/result/result'
import { LineChart, type LinePoint } from '#console/charts/line-chart'
import { RankChart, type RankRow } from '#console/charts/rank-chart'
import { useSession } from '#console/api/session'
import { useLanguage } from '#console/language/language'
import { Panel } from '#console/ui/panel'
import type { FigureReply, FiguresReply, IndicatorReply } from '#modules/indicators/contract'
import { type ExplainTarget, useFigures } from '../figure-queries'
import { figureWords } from '../figure-words'
import { wholeValue, type FigureRow } from './figure-table'

const words = {
  below: text('下级单位比较', 'The units below'),
  partly: text(
    '未报齐的期间不画入折线。',
    'Periods that not everybody has reported are left out of the line.',
  ),
}
const ranking = (name: { zh: string; en: string }, period: string) =>
  text(`${name.zh}，${period}`, `${name.en}, ${period}`)

/** A year's target says something about each period only where the figure itself is of the year so far, or a level. */
const carriesTarget = ({ accumulation, frequency }: IndicatorReply) =>
  accumulation !== 'period' || frequency === 'year'

function pointsOf(row: FigureRow, all: readonly FigureReply[]): LinePoint[] {
  const actual = new Map(
    all.filter((one) => one.nature === 'actual').map((one) => [one.period, one.value] as const),
  )
  const targets = new Map(
    all.filter((one) => one.nature === 'target').map((one) => [one.period.slice(0, 4), one.value] as const),
  )
  return row.trend.map((figure) => ({
    period: figure.period,
    value: wholeValue(figure),
    target: carriesTarget(row.indicator) ? (targets.get(figure.period.slice(0, 4)) ?? null) : null,
    lastYear: isPeriodId(figure.period) ? (actual.get(sameLastYear(figure.period)) ?? null) : null,
  }))
}

interface RankGiven {
  readonly indicator: IndicatorReply
  readonly units: readonly SessionUnit[]
  readonly reply: FiguresReply
  readonly period: string
}

/** Units by their figure of one period, best first; equal figures share a place, the unknown come last and unplaced. */
export function rankRows(given: RankGiven, language: 'zh' | 'en'): RankRow[] {
  const { indicator, units, reply, period } = given
  const figureOf = (unit: string) =>
    reply.figures.find((one) => one.unit === unit && one.period === period && one.nature === 'actual')
  const values = units.flatMap(({ code }) => figureOf(code)?.value ?? [])
  const rows = units.map((unit): RankRow => {
    const figure = figureOf(unit.code)
    const value = figure?.value ?? null
    const base = { id: unit.code, name: unit.name[language] || unit.name.zh, value }
    if (!figure || value === null) return base
    return {
      ...base,
      place: placeAmong(value, values, indicator.direction === 'down'),
      tied: values.filter((one) => one === value).length > 1,
      shown: figureWords(figure, { language, decimals: indicator.decimals }),
    }
  })
  const last = units.length + 1
  return rows.sort((a, b) => (a.place ?? last) - (b.place ?? last))
}

interface BelowProps {
  readonly indicator: IndicatorReply
  readonly unit: SessionUnit
  readonly period: string
  readonly asOf: string | undefined
  readonly onExplain: (figure: ExplainTarget) => void
}

function Below({ indicator, unit, period, asOf, onExplain }: BelowProps) {
  const { t, language, period: inWords } = useLanguage()
  const session = useSession()
  const units = useMemo(
    () => session.units.filter((one) => one.parent === unit.code),
    [session.units, unit.code],
  )
  const { data } = useFigures(
    { unit: unit.code, below: 'true', indicators: indicator.code, from: period, to: period, as_of: asOf },
    units.length > 0,
  )
  const rows = useMemo(
    () => (data ? rankRows({ indicator, units, reply: data, period }, language) : []),
    [data, indicator, units, period, language],
  )
  if (units.length === 0) return null
  return (
    <Panel title={t(words.below)}>
      {data ? (
        <RankChart
          title={t(ranking(indicator.name, inWords(period)))}
          measure={indicator.unit}
          rows={rows}
          onPick={(code) => onExplain({ unit: code, indicator: indicator.code, period, nature: 'actual' })}
        />
      ) : (
        <Skeleton active />
      )}
    </Panel>
  )
}

interface IndicatorViewProps {
  readonly row: FigureRow
  readonly figures: readonly FigureReply[]
  readonly unit: SessionUnit
  /** The period asked for; absent or without a figure: the latest. */
  readonly period: string | undefined
  readonly asOf: string | undefined
  readonly onExplain: (figure: ExplainTarget) => void
}

/** One indicator: its course beside target and last year, and how the units below compare. */
export function IndicatorView({ row, figures, unit, period, asOf, onExplain }: IndicatorViewProps) {
  const { t } = useLanguage()
  const { indicator, trend } = row
  const points = useMemo(
    () =>
      pointsOf(
        row,
        figures.filter((one) => one.indicator === indicator.code),
      ),
    [row, figures, indicator.code],
  )
  const known = trend.filter(({ value }) => value !== null)
  const at = known.find((one) => one.period === period)?.period ?? known.at(-1)?.period
  return (
    <div className="figure-charts">
      {points.length > 1 && (
        <Panel>
          <LineChart name={t(indicator.name)} measure={indicator.unit} points={points} height={320} />
          {trend.some((one) => one.value !== null && wholeValue(one) === null) && (
            <p className="quiet">{t(words.partly)}</p>
          )}
        </Panel>
      )}
      {at && <Below indicator={indicator} unit={unit} period={at} asOf={asOf} onExplain={onExplain} />}
    </div>
  )
}
