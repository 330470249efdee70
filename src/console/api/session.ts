import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { DemoAccount, RecoveryReply, SessionReply } from '#engine/records/session'
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
  queryFn: ({ signal }) =>
    request<{ accounts: readonly DemoAccount[]; single_sign_on?: boolean }>('session/demo', { signal }),
  staleTime: Infinity,
})

export interface SignIn {
  readonly account: string
  readonly password: string
  readonly code?: string
  readonly new_password?: string
}

/** Signs in; the reply carries recovery codes where a second factor has just been put to use. */
export const signIn = (given: SignIn): Promise<SessionReply & Partial<RecoveryReply>> =>
  request('session', { method: 'POST', body: given })

export const signOut = (): Promise<void> => request('session', { method: 'DELETE' })
