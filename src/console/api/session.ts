import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { DemoAccount, SessionReply } from '#engine/records/session'
import { request } from './request'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => request<SessionReply>('session', { signal }),
  staleTime: 5 * 60_000,
})

/** Who is signed in. Only inside the frame, where the router has made sure that somebody is. */
export const useSession = (): SessionReply => useSuspenseQuery(sessionQuery).data

export const demoQuery = queryOptions({
  queryKey: ['demo-accounts'],
  queryFn: ({ signal }) => request<{ accounts: readonly DemoAccount[] }>('session/demo', { signal }),
  staleTime: Infinity,
})

export const signIn = (account: string, password: string): Promise<SessionReply> =>
  request<SessionReply>('session', { method: 'POST', body: { account, password } })

export const signOut = (): Promise<void> => request('session', { method: 'DELETE' })
