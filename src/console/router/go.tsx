import { Link, useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, type ReactNode } from 'react'
import type { Search } from './search'

interface GoOptions {
  readonly search?: Search
  readonly replace?: boolean
}

/** Goes to another page of the console; unit and period are carried along. */
export function useGo(): (to: string, options?: GoOptions) => void {
  const navigate = useNavigate()
  return useCallback(
    (to, options = {}) => {
      void navigate({ to, search: options.search ?? {}, replace: options.replace ?? false } as never)
    },
    [navigate],
  )
}

/** The search of the address as plain text by name, and a way to change some of it in place. */
export function useAddress(): {
  readonly search: Search
  readonly path: string
  readonly change: (changes: Search, replace?: boolean) => void
} {
  const search: Search = useSearch({ strict: false })
  const path = useLocation({ select: (location) => location.pathname })
  const navigate = useNavigate()
  const change = useCallback(
    (changes: Search, replace = false) => {
      // The page stays as it is: putting scrolled rooms back to where they were would undo what the change shows.
      const resetScroll = !replace
      void navigate({
        to: '.',
        search: (now: Search) => ({ ...now, ...changes }),
        replace,
        resetScroll,
      } as never)
    },
    [navigate],
  )
  return { search, path, change }
}

interface GoLinkProps {
  readonly to: string
  readonly search?: Search
  readonly className?: string
  readonly label?: string
  readonly onClick?: () => void
  readonly children: ReactNode
}

/** A link inside the console: opens in a new tab like any link, marks the page one is on. */
export function GoLink({ to, search, className, label, onClick, children }: GoLinkProps) {
  return (
    <Link
      to={to}
      search={search ?? {}}
      activeOptions={{ exact: false, includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
      {...(className && { className })}
      {...(label && { 'aria-label': label })}
      {...(onClick && { onClick })}
    >
      {children}
    </Link>
  )
}
