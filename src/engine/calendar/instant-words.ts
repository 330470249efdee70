import { beijingTime } from '#engine/calendar/beijing-time'

const pad = (part: number) => String(part).padStart(2, '0')
const lastSecond = 86_399

/**
 * A moment (ISO 8601 with its offset) on Beijing's clock, wherever it is read: 2026-03-05 14:07. The last second of a day
 * is said as the day: a limit that ends with the fifth of March is due on it. What is no moment is returned as it came.
 */
export function instantWords(instant: string): string {
  const at = beijingTime(instant)
  if (!at.ok) return instant
  const { date, second } = at.value
  if (second === lastSecond) return date
  return `${date} ${pad(Math.floor(second / 3600))}:${pad(Math.floor(second / 60) % 60)}`
}
