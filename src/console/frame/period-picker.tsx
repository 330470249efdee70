import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'

const words = {
  previous: text('上一年', 'Previous year'),
  next: text('下一年', 'Next year'),
  whole: text('全年', 'Whole year'),
  latest: text('最新一期', 'Latest'),
}
const quarters = [1, 2, 3, 4]
const months = Array.from({ length: 12 }, (_, index) => index + 1)
const quarterNames = ['一', '二', '三', '四'].map((zh, index) => text(`${zh}季度`, `Q${index + 1}`))
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map(
  (en, index) => text(`${index + 1}月`, en),
)

interface PeriodPickerProps {
  readonly value: string | undefined
  readonly onPick: (period: string | undefined) => void
  readonly onClose: () => void
  /** Offers “latest”, which is no period at all. */
  readonly optional?: boolean
}

const yearOfPeriod = (period: string | undefined) =>
  Number(/^\d{4}/.exec(period ?? '')?.[0] ?? new Date().getFullYear())

/** A year with its quarters and months. */
export function PeriodPicker({ value, onPick, onClose, optional = false }: PeriodPickerProps) {
  const { t, period: inWords } = useLanguage()
  const [year, setYear] = useState(() => yearOfPeriod(value))
  const choice = (id: string, label: string) => (
    <button
      key={id}
      type="button"
      className="period-choice"
      aria-pressed={value === id}
      onClick={() => onPick(id)}
    >
      {label}
      <span className="visually-hidden"> {inWords(id)}</span>
    </button>
  )
  return (
    <div className="picker period-picker" onKeyDown={(event) => event.key === 'Escape' && onClose()}>
      <div className="period-year">
        <Button
          type="text"
          icon={<LeftOutlined />}
          aria-label={t(words.previous)}
          onClick={() => setYear(year - 1)}
        />
        <strong aria-live="polite">{inWords(String(year))}</strong>
        <Button
          type="text"
          icon={<RightOutlined />}
          aria-label={t(words.next)}
          onClick={() => setYear(year + 1)}
        />
      </div>
      <div className="period-wide">{choice(String(year), t(words.whole))}</div>
      <div className="period-grid">
        {quarters.map((quarter) =>
          choice(`${year}-Q${quarter}`, t(quarterNames[quarter - 1] ?? words.whole)),
        )}
      </div>
      <div className="period-grid">
        {months.map((month) =>
          choice(`${year}-${String(month).padStart(2, '0')}`, t(monthNames[month - 1] ?? words.whole)),
        )}
      </div>
      {optional && (
        <Button block disabled={!value} onClick={() => onPick(undefined)}>
          {t(words.latest)}
        </Button>
      )}
    </div>
  )
}
