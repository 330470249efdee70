import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import type { AuditReply } from '#engine/ledger/audit-entry'
import { apiAddress, request } from '#console/api/request'
import { useAddress } from '#console/router/go'

/** Conditions of the desk; they stand in the address, so that a finding can be sent as a link. */
export const conditionNames = ['from', 'to', 'person', 'deed', 'record', 'outcome', 'row', 'q'] as const
export type ConditionName = (typeof conditionNames)[number]
export type Conditions = Readonly<Partial<Record<ConditionName, string>>>

export function useConditions(): { conditions: Conditions; setConditions: (changes: Conditions) => void } {
  const { search, change } = useAddress()
  const given = conditionNames.flatMap((name) => (search[name] ? [[name, search[name]]] : []))
  return { conditions: Object.fromEntries(given) as Conditions, setConditions: (changes) => change(changes) }
}

/** Events page by page, each continuing after the one before: quick however deep. */
export const useEvents = (conditions: Conditions, unit: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['audit', conditions, unit],
    queryFn: ({ pageParam, signal }) =>
      request<AuditReply>('audit/events', {
        query: { ...conditions, unit, after: pageParam, size: '50' },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  })

export const exportAddress = (
  format: 'xlsx' | 'csv',
  given: { conditions: Conditions; unit: string | undefined; language: string },
): string =>
  apiAddress(`audit/export.${format}`, { ...given.conditions, unit: given.unit, language: given.language })
