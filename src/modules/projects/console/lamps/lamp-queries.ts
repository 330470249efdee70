import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { request } from '#console/api/request'
import type { LampRulesInput, LampRulesReply, LampTrialReply, ProjectLampsReply } from '../../contract'

/** The lamps of a project today; read again whenever one of them turns, and whenever the page is opened. */
export const useProjectLamps = (project: string, version: number) =>
  useQuery({
    queryKey: ['record', 'project_lamp', 'now', project, version],
    queryFn: ({ signal }) =>
      request<ProjectLampsReply>(`project/${encodeURIComponent(project)}/lamps`, { signal }),
    refetchOnMount: 'always',
  })

export const useLampRules = (unit: string) =>
  useQuery({
    queryKey: ['record', 'lamp_rule', 'held', unit],
    queryFn: ({ signal }) => request<LampRulesReply>('lamps/rules', { query: { unit }, signal }),
    retry: false,
  })

/** Which lamps rules would turn; nothing is kept. */
export const useRulesTrial = () =>
  useMutation({
    mutationFn: (given: LampRulesInput) =>
      request<LampTrialReply>('lamps/rules/try', { method: 'POST', body: given }),
  })

/** Keeps the rules of a unit as a whole. */
export function useSaveRules() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (given: LampRulesInput) =>
      request<LampRulesReply>('lamps/rules', { method: 'PUT', body: given }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['record'] }),
  })
}
