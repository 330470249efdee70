import { rounded } from '#engine/quantity/decimal'
import { findUnit } from '#engine/quantity/unit'
import { formatPeriod } from '#engine/period/format-period'
import { period } from '#engine/period/period'
import { useLanguage } from '#console/language/language'
import type { MoneyMonthReply, MoneyReply } from '../../money-contract'
import { Amount, type MoneyUnit } from './amount'
import { moneyWords, pointsWords } from './money-words'

const percent = (value: string | null): string => (value === null ? '—' : `${rounded(value, 1)}%`)

const isTold = ({ planned, invested, pending }: MoneyMonthReply): boolean =>
  [planned, invested, pending].some((amount) => amount !== null)

function MonthRow({ month, unit }: { readonly month: MoneyMonthReply; readonly unit: MoneyUnit }) {
  const { t } = useLanguage()
  const isBehind = month.ahead?.startsWith('-')
  return (
    <tr>
      <th scope="row">{t(formatPeriod(period(month.month)))}</th>
      <td>
        <Amount value={month.planned} unit={unit} bare />
      </td>
      <td>
        {month.pending === null ? (
          <Amount value={month.invested} unit={unit} bare />
        ) : (
          <span className="quiet">
            <Amount value={month.pending} unit={unit} bare /> {t(moneyWords.pending)}
          </span>
        )}
      </td>
      <td>
        <Amount value={month.to_date} unit={unit} bare />
      </td>
      <td>{percent(month.completion)}</td>
      <td>{percent(month.expected)}</td>
      <td {...(month.ahead !== null && { 'data-standing': isBehind ? 'late' : 'on_track' })}>
        {month.ahead === null ? '—' : t(pointsWords(rounded(month.ahead, 1)))}
      </td>
    </tr>
  )
}

/** The months of a year, as far as anything was told of them. */
export function MoneyTable({ money, unit }: { readonly money: MoneyReply; readonly unit: MoneyUnit }) {
  const { t, language } = useLanguage()
  const months = money.months.filter(isTold)
  if (months.length === 0) return <p className="quiet">{t(moneyWords.none)}</p>
  return (
    <div className="money-room" tabIndex={0} role="group" aria-label={t(moneyWords.title)}>
      <table className="money-table">
        <thead>
          <tr>
            <th scope="col">{t(moneyWords.month)}</th>
            {(['planned', 'invested', 'to_date'] as const).map((name) => (
              <th key={name} scope="col">
                {t(moneyWords[name])} <small>{findUnit(unit)?.[language]}</small>
              </th>
            ))}
            {(['completion', 'expected', 'ahead'] as const).map((name) => (
              <th key={name} scope="col">
                {t(moneyWords[name])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((month) => (
            <MonthRow key={month.month} month={month} unit={unit} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
