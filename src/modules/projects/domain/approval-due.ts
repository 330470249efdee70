import { daysBetween, isPlainDate, type PlainDate } from '#engine/period/plain-date'
import { text, type Text } from '#engine/result/result'

/** An approval as it stands on the desk: what is late comes first, what nobody has planned last. */
export type DueStanding = 'late' | 'soon' | 'planned' | 'unplanned'

export interface ApprovalDue {
  readonly standing: DueStanding
  /** Until the planned day; negative: late. Null: no day is planned. */
  readonly days: number | null
  readonly says: Text
}

/** Days before the planned one from which an approval deserves a look. */
const soon = 7

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)

/** How the planned day of an approval stands against today, in words. */
export function approvalDue(plannedOn: unknown, today: PlainDate): ApprovalDue {
  if (!isPlainDate(plannedOn))
    return { standing: 'unplanned', days: null, says: text('未定计划日', 'No day planned') }
  const left = daysBetween(today, plannedOn)
  if (left < 0) return { standing: 'late', days: left, says: text(`逾期 ${-left} 天`, `${days(-left)} late`) }
  if (left === 0) return { standing: 'soon', days: 0, says: text('今天到期', 'Due today') }
  const says = text(`还有 ${left} 天`, `${days(left)} left`)
  return { standing: left <= soon ? 'soon' : 'planned', days: left, says }
}

interface Ordered {
  readonly planned_on: string | null
  readonly project_name: string
  readonly name: string
}

/** By planned day, so that the latest stand first; without one, last. Equal days: by project and name. */
export const byPlannedDay = (one: Ordered, other: Ordered): number =>
  (one.planned_on ?? '9').localeCompare(other.planned_on ?? '9') ||
  one.project_name.localeCompare(other.project_name, 'zh') ||
  one.name.localeCompare(other.name, 'zh')
