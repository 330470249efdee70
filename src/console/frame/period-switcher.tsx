import { CalendarOutlined, DownOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { usePlace } from './place'

const PeriodPicker = lazy(() => import('./period-picker').then((room) => ({ default: room.PeriodPicker })))

const words = { period: text('当前期间', 'Period'), latest: text('最新一期', 'Latest') }

/** Which month, quarter or year is looked at; none means the latest there is. */
export function PeriodSwitcher() {
  const { t, period: inWords } = useLanguage()
  const { period, setPeriod } = usePlace()
  const [open, setOpen] = useState(false)
  const pick = (next: string | undefined) => {
    setOpen(false)
    setPeriod(next)
  }
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Suspense fallback={<div className="picker" />}>
          <PeriodPicker value={period} onPick={pick} onClose={() => setOpen(false)} optional />
        </Suspense>
      }
    >
      <Button type="text" className="switcher" aria-haspopup="dialog" aria-expanded={open}>
        <CalendarOutlined aria-hidden="true" className="switcher-icon" />
        <span className="visually-hidden">{t(words.period)}：</span>
        <span>{period ? inWords(period) : t(words.latest)}</span>
        <DownOutlined aria-hidden="true" />
      </Button>
    </Popover>
  )
}
