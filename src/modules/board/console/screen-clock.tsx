import { useEffect, useState } from 'react'
import { useLanguage } from '#console/language/language'

const pad = (part: number) => String(part).padStart(2, '0')

/** The time of the room's own clock, to the minute. */
export function ScreenClock() {
  const { date } = useLanguage()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000)
    return () => clearInterval(timer)
  }, [])
  const day = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
  return (
    <div className="screen-clock">
      <span>{date(day)}</span>
      <strong>
        {pad(now.getHours())}:{pad(now.getMinutes())}
      </strong>
    </div>
  )
}
