import { weekday } from '#engine/period/plain-date'
import { type Text, text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import type { CalendarDay } from '../contract'
import { type DayState, monthDays, type YearDay } from './year-view'

const weekdays = [...'一二三四五六日'].map((zh, index) =>
  text(zh, ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'][index] ?? zh),
)

/** Each state has a sign of its own beside its ground: nobody has to tell colours apart. */
export const dayStates: Readonly<Record<DayState, { readonly sign: Text; readonly word: Text }>> = {
  workday: { sign: text('', ''), word: text('工作日', 'Working day') },
  weekend: { sign: text('', ''), word: text('周末', 'Weekend') },
  holiday: { sign: text('休', 'off'), word: text('放假', 'Holiday') },
  makeup: { sign: text('班', 'on'), word: text('调休上班', 'Make-up working day') },
}

function DayCell({ day, isToday }: { readonly day: YearDay; readonly isToday: boolean }) {
  const { t, date } = useLanguage()
  const { sign, word } = dayStates[day.state]
  const says = [date(day.date), ...(day.name ? [day.name] : []), t(word)].join(' ')
  return (
    <td
      data-state={day.state}
      data-today={isToday || undefined}
      title={day.state === 'workday' ? undefined : says}
    >
      <span aria-hidden="true">{Number(day.date.slice(8))}</span>
      {t(sign) && <small aria-hidden="true">{t(sign)}</small>}
      <span className="visually-hidden">{says}</span>
    </td>
  )
}

/** The days of a month in weeks from Monday; gaps before the first and after the last day. */
function weeksOf(days: readonly YearDay[]): (YearDay | undefined)[][] {
  const first = days[0]
  const gap: undefined[] = Array.from({ length: first ? weekday(first.date) - 1 : 0 })
  const cells = [...gap, ...days]
  const weeks: (YearDay | undefined)[][] = []
  for (let start = 0; start < cells.length; start += 7) weeks.push(cells.slice(start, start + 7))
  return weeks
}

interface MonthGridProps {
  readonly year: number
  readonly month: number
  readonly days: ReadonlyMap<string, CalendarDay>
  readonly today: string
  /** Without its notice a year's working days are not counted. */
  readonly isCovered: boolean
}

/** One month of the year view. */
export function MonthGrid({ year, month, days, today, isCovered }: MonthGridProps) {
  const { t, period } = useLanguage()
  const own = monthDays(year, month, days)
  const worked = own.filter((day) => day.state === 'workday' || day.state === 'makeup').length
  const workedWords = text(`${worked} 个工作日`, `${worked} working days`)
  return (
    <table className="month-grid">
      <caption>
        <strong>{period(`${year}-${String(month).padStart(2, '0')}`)}</strong>{' '}
        {isCovered && <small>{t(workedWords)}</small>}
      </caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name.zh} scope="col">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(own).map((week, index) => (
          <tr key={index}>
            {week.map((day, place) =>
              day ? (
                <DayCell key={day.date} day={day} isToday={day.date === today} />
              ) : (
                <td key={place} data-gap />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
