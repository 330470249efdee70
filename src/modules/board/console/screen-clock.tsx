import { beijingTime, formatBeijingTime } from '#engine/calendar/beijing-time'
import { useEffect, useState } from 'react'
import { useLanguage } from '#console/language/language'

/** `2026-03-05 14:07`. */
function clockFace(now: Date): string {
  const at = beijingTime(now.toISOString())
  return at.ok ? formatBeijingTime(at.value).slice(0, 16).replace('T', ' ') : ''
}

/** The time on Beijing's clock, to the minute. */
export function ScreenClock() {
  const { date } = useLanguage()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000)
    return () => clearInterval(timer)
  }, [])
  const [day = '', time = ''] = clockFace(now).split(' ')
  return (
    <div className="screen-clock">
      <span>{date(day)}</span>
      <strong>{time}</strong>
    </div>
  )
}
