import { period } from '#engine/period/period'
import { formatPeriod } from '#engine/period/format-period'
import { useLanguage } from '#console/language/language'
import type { LampMonthReply } from '../../contract'
import { lampWords, monthLampWords } from './lamp-words'

const shapes = { red: '■', orange: '▲', yellow: '▲', blue: '◆', green: '●', unknown: '○' } as const

/** Twelve months of one lamp, the oldest first: a shape a month, what it says on touching it. */
export function LampStrip({ months }: { readonly months: readonly LampMonthReply[] }) {
  const { t } = useLanguage()
  return (
    <ol className="lamp-strip" aria-label={t(lampWords.months)}>
      {months.map(({ month, colour, says, exempt }) => {
        const words = t(monthLampWords(formatPeriod(period(month)), colour, exempt))
        return (
          <li key={month} title={says ? `${words}\n${t(says)}` : words}>
            <span className="visually-hidden">{words}</span>
            <i aria-hidden="true" data-colour={colour ?? 'none'} data-exempt={exempt || undefined}>
              {colour ? shapes[colour] : '·'}
            </i>
            <small aria-hidden="true">{Number(month.slice(5))}</small>
          </li>
        )
      })}
    </ol>
  )
}
