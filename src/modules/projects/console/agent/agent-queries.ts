import { useQuery } from '@tanstack/react-query'
import { recordClient } from '#console/api/record-client'
import { request } from '#console/api/request'
import type { AgentDeskReply } from '../../contract'

/** The desk of an agent, one's own unless named; read again whenever a procedure, a project or the log changes. */
export const useAgentDesk = (agent: string | undefined) =>
  useQuery({
    queryKey: ['record', 'project_procedure', 'desk', agent ?? ''],
    queryFn: ({ signal }) => request<AgentDeskReply>('agent-desk', { query: { agent }, signal }),
  })

/** The latest entries of a project's log. */
export const useAgentLog = (project: string, size: number) =>
  useQuery({
    queryKey: ['record', 'agent_log', 'list', project, size],
    queryFn: ({ signal }) =>
      recordClient({ name: 'agent_log' }).list({ project, sort: '-day', size: String(size) }, signal),
  })

/** Approvals that a project still waits for, by planned day. */
export const useOpenApprovals = (project: string) =>
  useQuery({
    queryKey: ['record', 'project_procedure', 'list', 'open', project],
    queryFn: ({ signal }) =>
      recordClient({ name: 'project_procedure' }).list(
        { project, sort: 'planned_on', size: '200', count: 'false' },
        signal,
      ),
    select: ({ rows }) => rows.filter((row) => !row.done_on && row.needless !== true),
  })
