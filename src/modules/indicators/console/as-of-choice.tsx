import { HistoryOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { DayPicker } from '#console/records/day-picker'
import '#console/records/form.css'
import './explain/explain.css'

const words = {
  choose: text('截至某日公布', 'As published on a day'),
  now: text('回到现在', 'Back to now'),
}
const until = (date: string, dateEn: string) => text(`截至${date}公布`, `As published on ${dateEn}`)

interface AsOfChoiceProps {
  /** A day; absent: what is published now. */
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
}

/** Figures as they stood on a day: later corrections are left out. */
export function AsOfChoice({ value, onChange }: AsOfChoiceProps) {
  const { t, date } = useLanguage()
  const [open, setOpen] = useState(false)
  const pick = (day: string) => {
    setOpen(false)
    onChange(day)
  }
  return (
    <span className="as-of">
      <Popover
        trigger="click"
        placement="bottomRight"
        arrow={false}
        open={open}
        onOpenChange={setOpen}
        destroyOnHidden
        content={<DayPicker value={value} onPick={pick} />}
      >
        <Button
          size="small"
          icon={<HistoryOutlined aria-hidden="true" />}
          aria-haspopup="dialog"
          aria-expanded={open}
          {...(value && { type: 'primary', ghost: true })}
        >
          {value ? t(until(date(value), date(value))) : t(words.choose)}
        </Button>
      </Popover>
      {value && (
        <Button size="small" type="text" onClick={() => onChange(undefined)}>
          {t(words.now)}
        </Button>
      )}
    </span>
  )
}
