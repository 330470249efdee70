import { DownOutlined } from '@ant-design/icons'
import { Button, Popover } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { useSession } from '#console/api/session'
import { SampleMark } from '#console/ui/sample-mark'
import { usePlace } from './place'

const UnitPicker = lazy(() => import('./unit-picker').then((room) => ({ default: room.UnitPicker })))

const words = { unit: text('当前单位', 'Unit'), none: text('无单位', 'No unit') }

/** Which unit one stands in; the choice is in the address and stays while one moves. */
export function UnitSwitcher() {
  const { t } = useLanguage()
  const { units } = useSession()
  const { unit, stand } = usePlace()
  const [open, setOpen] = useState(false)
  if (!unit) return <span className="quiet">{t(words.none)}</span>
  const pick = (code: string) => {
    setOpen(false)
    stand(code)
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
          <UnitPicker units={units} value={unit.code} onPick={pick} onClose={() => setOpen(false)} />
        </Suspense>
      }
    >
      <Button type="text" className="switcher" aria-haspopup="dialog" aria-expanded={open}>
        <span className="visually-hidden">{t(words.unit)}：</span>
        <strong className="switcher-name">{t(unit.name)}</strong>
        {unit.sample && <SampleMark />}
        <DownOutlined aria-hidden="true" />
      </Button>
    </Popover>
  )
}
