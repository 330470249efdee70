import type { ReplyRow } from '#engine/records/reply'
import { useRecordList } from '#console/records/record-queries'
import { report } from '#modules/indicators/records/report'

/** Reports that somebody still has to do something with. */
export const openStates = ['draft', 'returned', 'correcting', 'submitted', 'verified'] as const

/** Enough for every unit and form of a period; the generic list goes further. */
const most = '300'

/** Open reports of a unit and all below it, soonest due first. */
export const useOpenReports = (unit: string | undefined) =>
  useRecordList(
    report,
    { ...(unit && { unit }), 'state.in': openStates.join(','), sort: 'due_on', size: most },
    unit !== undefined,
  )

export interface ReportFilter {
  readonly unit: string | undefined
  readonly period: string | undefined
  readonly state: string | undefined
  readonly form: string | undefined
}

export const useReports = ({ unit, period, state, form }: ReportFilter) =>
  useRecordList(
    report,
    {
      ...(unit && { unit }),
      ...(period && { period }),
      ...(state && { state }),
      ...(form && { form }),
      sort: '-period,unit_id',
      size: '50',
    },
    unit !== undefined,
  )

export interface WorkGroup {
  readonly name: 'fill' | 'verify' | 'publish'
  readonly rows: readonly ReplyRow[]
}

const deedOf = { fill: 'submit', verify: 'verify', publish: 'publish' } as const

/** What waits for this person, by what is to be done; rows of which nothing is theirs to do are left out. */
export function workGroups(rows: readonly ReplyRow[], checksFirst: boolean): WorkGroup[] {
  const names = checksFirst
    ? (['verify', 'publish', 'fill'] as const)
    : (['fill', 'verify', 'publish'] as const)
  return names
    .map((name) => ({ name, rows: rows.filter((row) => row.may.includes(deedOf[name])) }))
    .filter((group) => group.rows.length > 0)
}
