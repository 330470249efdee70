import type { WorkCalendar } from '#engine/calendar/work-calendar'
import type { Transaction } from '#platform/database/database'
import type { Effect } from '#platform/records/effects'
import { loadCalendar } from './work-calendar'

/** Moves what depends on the calendar of a year, in the same transaction; returns how many rows moved. */
export type Recompute = (
  tx: Transaction,
  given: { readonly year: number; readonly calendar: WorkCalendar },
) => Promise<number>

const underNotice = new WeakSet<Transaction>()

/** Writes many days of a year as one change: what depends on them is moved once, by the whole calendar. */
export async function changeTogether(tx: Transaction, write: () => Promise<void>): Promise<void> {
  underNotice.add(tx)
  await write()
  underNotice.delete(tx)
}

/** A day changed by hand or from a file moves what depends on it as a notice does. */
export function calendarDayEffects(recompute: Recompute): Effect {
  return {
    async settle(tx, deeds) {
      if (underNotice.has(tx)) return
      const calendar = await loadCalendar(tx)
      const years = new Set(deeds.map(({ row }) => Number(String(row.date).slice(0, 4))))
      for (const year of years) await recompute(tx, { year, calendar })
    },
  }
}
