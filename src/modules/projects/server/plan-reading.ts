import type { ScheduleReading } from '#engine/schedules/compute-schedule'
import type { Transaction } from '#platform/database/database'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'

/** What every schedule is worked out by: today, and the working calendar. */
export const readingOf = async (tx: Transaction, kernel: Kernel): Promise<ScheduleReading> => ({
  today: beijingToday(),
  calendar: await kernel.calendar(tx),
})
