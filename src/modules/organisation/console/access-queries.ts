import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReplyRow } from '#engine/records/reply'
import { mayCreateSomewhere } from '#engine/records/rights'
import { recordClient } from '#console/api/record-client'
import { request } from '#console/api/request'
import { sessionQuery, useSession } from '#console/api/session'
import type { AccountReply, StartPasswordReply } from '../contract'
import { accessRequest } from '../records/access-request'

const requests = recordClient({ name: 'access_request' })

/** Whether this person may ask for accounts and posts anywhere: shows the ways to do so, decides nothing. */
export const useMayAsk = (): boolean => mayCreateSomewhere(useSession(), accessRequest)

function useAfterwards() {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      ...['access_request', 'post', 'person', 'unit', 'account'].map((name) =>
        queries.invalidateQueries({ queryKey: ['record', name] }),
      ),
      queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    ])
}

export function useAskAccess() {
  const afterwards = useAfterwards()
  return useMutation({
    mutationFn: (input: Readonly<Record<string, unknown>>) => requests.create(input),
    onSuccess: afterwards,
  })
}

/** Requests in one state, those asked last first. */
export const useRequests = (query: Readonly<Record<string, string>>) =>
  useQuery({
    queryKey: ['record', 'access_request', 'desk', query],
    queryFn: ({ signal }) => requests.list({ size: '100', sort: '-created_at', ...query }, signal),
    placeholderData: keepPreviousData,
  })

/** Grants, refuses or withdraws. */
export function useDecide(row: ReplyRow) {
  const afterwards = useAfterwards()
  return useMutation({
    mutationFn: ({ action, reason }: { action: string; reason: string }) =>
      requests.act(row, action, reason ? { reason } : {}),
    onSettled: afterwards,
  })
}

const peopleAddress = (person: string) => `access/people/${encodeURIComponent(person)}`

/** A person's account and open sessions, as an administrator sees them. */
export const useAccountOf = (person: string, enabled = true) =>
  useQuery({
    queryKey: ['record', 'account', person],
    queryFn: ({ signal }) => request<AccountReply>(peopleAddress(person), { signal }),
    enabled,
  })

function useAccountDeed<Given, Reply>(deed: (given: Given) => Promise<Reply>) {
  const afterwards = useAfterwards()
  return useMutation({ mutationFn: deed, onSettled: afterwards })
}

export const useBlock = (person: string) =>
  useAccountDeed((reason: string) =>
    request<AccountReply>(`${peopleAddress(person)}/block`, { method: 'POST', body: { reason } }),
  )

export const useStartPassword = (person: string) =>
  useAccountDeed((_given: undefined) =>
    request<StartPasswordReply>(`${peopleAddress(person)}/start-password`, { method: 'POST', body: {} }),
  )

/** Ends one session of a person, or all of them. */
export const useEndSessions = (person: string) =>
  useAccountDeed((session: string | undefined) =>
    request<unknown>(
      `${peopleAddress(person)}/sessions${session === undefined ? '' : `/${encodeURIComponent(session)}`}`,
      { method: 'DELETE' },
    ),
  )
