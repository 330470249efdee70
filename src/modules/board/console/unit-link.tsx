import type { ReactNode } from 'react'
import { GoLink } from '#console/router/go'

/** To the board of a unit. */
export function UnitLink({ code, children }: { readonly code: string; readonly children: ReactNode }) {
  return (
    <GoLink to="/board" search={{ unit: code }}>
      {children}
    </GoLink>
  )
}
