import { type BeijingTime, beijingTime } from '#engine/calendar/beijing-time'
import type { PlainDate } from '#engine/period/plain-date'

/** This moment in whole seconds: what a clock keeps and what is asked of it are compared to the second. */
export const instantNow = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z')

/** This moment, as the officials' wall clock shows it, wherever the server stands. */
export function beijingNow(): BeijingTime {
  const now = beijingTime(instantNow())
  if (!now.ok) throw new Error(now.error.message.en)
  return now.value
}

/** Today where the posts are held and the limits run: until eight in the morning there it is still yesterday by UTC. */
export const beijingToday = (): PlainDate => beijingNow().date
