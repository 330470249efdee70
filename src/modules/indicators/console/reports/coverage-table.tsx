import { text } from '#engine/result/result'
import { useSession } from '#console/api/session'
import { groupDigits } from '#console/language/format'
import { useLanguage } from '#console/language/language'
import { EmptyState } from '#console/ui/empty-state'
import { rounded } from '#engine/quantity/decimal'
import { useCoverage } from '../figure-queries'
import './reports.css'

const words = {
  unit: text('单位', 'Unit'),
  due: text('应报', 'Due'),
  onTime: text('按时', 'On time'),
  late: text('迟报', 'Late'),
  missing: text('未报', 'Missing'),
  coverage: text('上报率', 'Reported'),
  onTimeRate: text('及时率', 'On time, %'),
  none: text('这一年还没有到期的报表。', 'No report has fallen due in this year.'),
  what: text(
    '建立报表后，这里显示各单位是否按时上报。',
    'Once reports are set up, this shows who keeps the dates.',
  ),
}

/** In %, one decimal; unknown stays a dash. */
const percent = (rate: string | null) => (rate === null ? '—' : `${groupDigits(rounded(rate, 1))}%`)

interface CoverageTableProps {
  readonly unit: string
  readonly year: string
}

/** Who keeps the reporting dates, by unit, over a year. */
export function CoverageTable({ unit, year }: CoverageTableProps) {
  const { t } = useLanguage()
  const session = useSession()
  const { data } = useCoverage({ unit, from: year, to: year })
  if (!data) return null
  if (data.units.length === 0) return <EmptyState why={words.none} what={words.what} />
  const nameOf = (code: string) => session.units.find((one) => one.code === code)?.name ?? text(code, code)
  const order = new Map(session.units.map((one, index) => [one.code, index]))
  const units = [...data.units].sort((a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0))
  return (
    <div className="report-scroll" tabIndex={0} role="group" aria-label={t(words.coverage)}>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">{t(words.unit)}</th>
            {[words.due, words.onTime, words.late, words.missing, words.coverage, words.onTimeRate].map(
              (head) => (
                <th key={head.zh} scope="col" className="number">
                  {t(head)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {units.map((one) => (
            <tr key={one.unit}>
              <th scope="row">{t(nameOf(one.unit))}</th>
              <td className="number">{one.due}</td>
              <td className="number">{one.on_time}</td>
              <td className="number" data-standing={one.late > 0 ? 'watch' : undefined}>
                {one.late > 0 && <span aria-hidden="true">▲ </span>}
                {one.late}
              </td>
              <td className="number" data-standing={one.missing > 0 ? 'late' : undefined}>
                {one.missing > 0 && <span aria-hidden="true">■ </span>}
                {one.missing}
              </td>
              <td className="number">{percent(one.coverage_rate)}</td>
              <td className="number">{percent(one.on_time_rate)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
