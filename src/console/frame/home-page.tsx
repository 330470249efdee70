import { Navigate } from '@tanstack/react-router'
import type { Role } from '#engine/records/role.data'
import { useSession } from '#console/api/session'
import { useRegistry } from '#console/registry-context'
import { homeOf } from './nav'

/** The address without a page: each post begins where its work is. */
export function HomePage() {
  const registry = useRegistry()
  const session = useSession()
  return <Navigate to={homeOf(registry, Object.keys(session.reach) as Role[])} search={{}} replace />
}
