import { Alert, Segmented, Select, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { standingOfPoints } from '#engine/figures/completion'
import { rounded } from '#engine/quantity/decimal'
import { percentOf } from '#engine/quantity/arithmetic'
import type { Quantity } from '#engine/quantity/quantity'
import { findUnit } from '#engine/quantity/unit'
import type { ReplyRow } from '#engine/records/reply'
import type { Text } from '#engine/result/result'
import { formatPeriod } from '#engine/period/format-period'
import { period } from '#engine/period/period'
import { wordsOf } from '#console/api/api-problem'
import { useLanguage } from '#console/language/language'
import { Panel } from '#console/ui/panel'
import { ProgressBar } from '#console/ui/progress-bar'
import type { MoneyReply } from '../../money-contract'
import { Amount, moneyUnits, type MoneyUnit } from './amount'
import { MoneyParts } from './money-parts'
import { MoneyTable } from './money-table'
import { moneyWords, overMonths } from './money-words'
import { useMoney } from './use-money'
import './money.css'

interface TileProps {
  readonly label: Text
  readonly children: ReactNode
}

function Tile({ label, children }: TileProps) {
  const { t } = useLanguage()
  return (
    <div className="money-tile">
      <dt>{t(label)}</dt>
      <dd>{children}</dd>
    </div>
  )
}

const exact = (value: string | null): Quantity => ({ value, qualifier: 'exact' })

interface MoneyProps {
  readonly money: MoneyReply
  readonly unit: MoneyUnit
}

function YearTile({ money, unit }: MoneyProps) {
  const { t } = useLanguage()
  const last = money.months.find(({ month }) => month === money.through)
  const { have, of } = money.invested.coverage
  return (
    <Tile label={moneyWords.year_done}>
      <Amount value={money.invested.value} unit={unit} size="key" />
      {money.through && <small>{t(formatPeriod(period(money.through)))}</small>}
      <ProgressBar
        name={t(moneyWords.year_done)}
        done={last?.completion ?? null}
        time={last?.expected ?? null}
        standing={standingOfPoints(last?.ahead ?? null)}
      />
      {have < of && <small>{t(overMonths(have, of))}</small>}
    </Tile>
  )
}

function Tiles({ money, unit }: MoneyProps) {
  const { t } = useLanguage()
  const fundsShare = percentOf(exact(money.funds.value), exact(money.funds_plan)).value
  return (
    <dl className="money-tiles">
      <Tile label={moneyWords.investment}>
        <Amount value={money.investment} qualifier={money.investment_qualifier} unit={unit} size="key" />
        {money.excludes_working_capital && <small>{t(moneyWords.excludes)}</small>}
      </Tile>
      <Tile label={moneyWords.ever}>
        <Amount value={money.invested_ever.value} unit={unit} size="key" />
        {money.share !== null && (
          <small>
            {t(moneyWords.share)} {rounded(money.share, 1)}%
          </small>
        )}
      </Tile>
      <Tile label={moneyWords.plan}>
        <Amount value={money.annual_plan} unit={unit} size="key" />
      </Tile>
      <YearTile money={money} unit={unit} />
      <Tile label={moneyWords.funds}>
        <Amount value={money.funds.value} unit={unit} size="key" />
        {fundsShare !== null && (
          <small>
            {t(moneyWords.of_plan)} {rounded(fundsShare, 1)}%
          </small>
        )}
      </Tile>
    </dl>
  )
}

/** A project's money on its page: the year against plan and time, since the start, by origin, use and source. */
export function MoneyPanel({ row }: { readonly row: ReplyRow }) {
  const { t, language } = useLanguage()
  const [year, setYear] = useState<string>()
  const [unit, setUnit] = useState<MoneyUnit>('亿元')
  const { data, error } = useMoney(row.id, row.version, year)
  const choices = data && (
    <>
      <Select
        size="small"
        aria-label={t(moneyWords.year)}
        value={data.year}
        options={data.years.map((value) => ({ value, label: t(formatPeriod(period(value))) }))}
        onChange={setYear}
      />
      <Segmented<MoneyUnit>
        size="small"
        aria-label={t(moneyWords.unit)}
        value={unit}
        options={moneyUnits.map((value) => ({ value, label: findUnit(value)?.[language] ?? value }))}
        onChange={setUnit}
      />
    </>
  )
  return (
    <Panel title={t(moneyWords.title)} extra={choices} className="money-panel">
      {error ? (
        <Alert type="error" showIcon title={t(wordsOf(error).message)} />
      ) : data ? (
        <>
          <Tiles money={data} unit={unit} />
          <MoneyTable money={data} unit={unit} />
          <MoneyParts money={data} unit={unit} />
        </>
      ) : (
        <Skeleton active paragraph={{ rows: 4 }} />
      )}
    </Panel>
  )
}
