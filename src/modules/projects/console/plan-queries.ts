import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '#console/api/request'
import type { DriftReply, PlanChangeInput, ScheduleReply, WhatIfReply } from '../contract'

const pathOf = (project: string) => `project/${encodeURIComponent(project)}`

/** The plan worked out for today; read again whenever a node changes, or the project has another version. */
export function useSchedule(project: string, version: number) {
  return useQuery({
    queryKey: ['record', 'project_node', 'schedule', project, version],
    queryFn: ({ signal }) => request<ScheduleReply>(`${pathOf(project)}/schedule`, { signal }),
    // Another version of the same project: its plan, and what can be put back in it, stays until the new one has come.
    placeholderData: (before) => (before?.project === project ? before : undefined),
    retry: false,
  })
}

/** How far the plan is from a baseline; of none there is nothing to ask. */
export function useDrift(project: string, baseline: string, version: number) {
  return useQuery({
    queryKey: ['record', 'project_node', 'drift', project, baseline, version],
    queryFn: ({ signal }) =>
      request<DriftReply>(`${pathOf(project)}/drift/${encodeURIComponent(baseline)}`, { signal }),
    enabled: baseline !== '',
    retry: false,
  })
}

interface Tried {
  readonly project: string
  readonly changes: readonly PlanChangeInput[]
}

/** What changes would move; nothing is kept. */
export const useTrial = () =>
  useMutation({
    mutationFn: ({ project, changes }: Tried) =>
      request<WhatIfReply>(`${pathOf(project)}/schedule/try`, { method: 'POST', body: { changes } }),
  })

/** Lays the nodes of a template. */
export function useTemplate(project: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (template: string) =>
      request<ScheduleReply>(`${pathOf(project)}/plan`, { method: 'POST', body: { template } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['record', 'project_node'] }),
  })
}
