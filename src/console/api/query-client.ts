import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './api-problem'

const patience = 60

/** The cache of everything read. Reads are repeated while the server is away; a refusal is final at once. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: unknown) => {
    if (error instanceof ApiProblem && error.isSignedOut) onSignedOut()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: false,
        networkMode: 'always',
        retry: (count, error) => error instanceof ApiProblem && error.isTransient && count < patience,
        retryDelay: (count) => Math.min(1000 * 2 ** count, 5000),
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}
