import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { daysInMonth, isPlainDate, monthOf, plainDate, weekday, yearOf } from '#engine/period/plain-date'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'

const words = { previous: text('上个月', 'Previous month'), next: text('下个月', 'Next month') }
const weekdays = [...'一二三四五六日'].map((zh, index) =>
  text(zh, ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'][index] ?? zh),
)

interface DayPickerProps {
  readonly value: string | undefined
  readonly onPick: (date: string) => void
}

function monthOfValue(value: string | undefined): { year: number; month: number } {
  if (isPlainDate(value)) return { year: yearOf(value), month: monthOf(value) }
  const now = new Date()
  return { year: now.getFullYear(), month: now.getMonth() + 1 }
}

/** One month of days, Monday first. */
export function DayPicker({ value, onPick }: DayPickerProps) {
  const { t, date, period } = useLanguage()
  const [{ year, month }, setMonth] = useState(() => monthOfValue(value))
  const step = (by: number) => {
    const at = year * 12 + month - 1 + by
    setMonth({ year: Math.floor(at / 12), month: (at % 12) + 1 })
  }
  const blank = weekday(plainDate(year, month, 1)) - 1
  const days = Array.from({ length: daysInMonth(year, month) }, (_, index) =>
    plainDate(year, month, index + 1),
  )
  return (
    <div className="picker period-picker">
      <div className="period-year">
        <Button type="text" icon={<LeftOutlined />} aria-label={t(words.previous)} onClick={() => step(-1)} />
        <strong aria-live="polite">{period(`${year}-${String(month).padStart(2, '0')}`)}</strong>
        <Button type="text" icon={<RightOutlined />} aria-label={t(words.next)} onClick={() => step(1)} />
      </div>
      <div className="day-grid">
        {weekdays.map((name) => (
          <span key={name.zh} className="quiet" aria-hidden="true">
            {t(name)}
          </span>
        ))}
        {days.map((day, index) => (
          <button
            key={day}
            type="button"
            className="period-choice"
            aria-label={date(day)}
            aria-pressed={day === value}
            style={index === 0 ? { gridColumnStart: blank + 1 } : undefined}
            onClick={() => onPick(day)}
          >
            {Number(day.slice(8))}
          </button>
        ))}
      </div>
    </div>
  )
}
