import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '#console/api/request'
import type { CalendarReply, NoticeOrder, NoticeReply } from '../contract'

/** One year of the working calendar. */
export const useCalendar = (year: number) =>
  useQuery({
    queryKey: ['record', 'calendar_day', 'year', year],
    queryFn: ({ signal }) => request<CalendarReply>('calendar', { query: { year: String(year) }, signal }),
    placeholderData: keepPreviousData,
  })

/** Reads a notice without writing it, or writes it: then whatever shows days or due dates is read again. */
export function useNotice() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (order: NoticeOrder) =>
      request<NoticeReply>('calendar/notice', { method: 'POST', body: order }),
    onSuccess: async ({ dry_run }) => {
      if (dry_run) return
      await queries.invalidateQueries({ queryKey: ['record', 'calendar_day'] })
      await queries.invalidateQueries({ queryKey: ['record', 'report'] })
    },
  })
}
