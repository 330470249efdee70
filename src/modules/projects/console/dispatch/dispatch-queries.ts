import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { apiAddress, request } from '#console/api/request'
import type { AgendaReply, DeskReply, DispatchReport } from '../../dispatch-contract'

interface At {
  readonly unit: string
  readonly month: string | undefined
}

/** Read again whenever a project's month changes, here or elsewhere. */
export const useDesk = ({ unit, month }: At) =>
  useQuery({
    queryKey: ['record', 'project_month', 'desk', unit, month],
    queryFn: ({ signal }) => request<DeskReply>('dispatch-desk', { query: { unit, month }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  })

export const useReport = ({ unit, month }: At) =>
  useQuery({
    queryKey: ['record', 'project_month', 'report', unit, month],
    queryFn: ({ signal }) => request<DispatchReport>('dispatch-report', { query: { unit, month }, signal }),
    placeholderData: keepPreviousData,
    retry: false,
  })

export const useAgenda = (unit: string) =>
  useQuery({
    queryKey: ['record', 'blocker', 'agenda', unit],
    queryFn: ({ signal }) => request<AgendaReply>('meeting-agenda', { query: { unit }, signal }),
    retry: false,
  })

/** Addresses of Word files. */
export const reportAddress = ({ unit, month }: At, language: string) =>
  apiAddress('dispatch-report.docx', { unit, month, language })

export const agendaAddress = (unit: string, blockers: readonly string[], language: string) =>
  apiAddress('meeting-agenda.docx', { unit, blockers: blockers.join(','), language })

export const letterAddress = (id: string, language: string) =>
  apiAddress(`letter/${encodeURIComponent(id)}/document.docx`, { language })

/** A change that the desk, the report and the lists all tell of: they are read again. */
export function useDispatchChange<Order, Reply>(change: (order: Order) => Promise<Reply>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['record'] }),
  })
}
