import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { request } from '#console/api/request'
import type { MoneyReply } from '../../money-contract'

/** A year of a project's money; read again whenever a month, a year's plan or a source changes. */
export const useMoney = (project: string, version: number, year: string | undefined) =>
  useQuery({
    queryKey: ['record', 'project_month', 'money', project, version, year],
    queryFn: ({ signal }) =>
      request<MoneyReply>(`project/${encodeURIComponent(project)}/money${year ? `?year=${year}` : ''}`, {
        signal,
      }),
    placeholderData: keepPreviousData,
  })
