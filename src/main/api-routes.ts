import { boardApi } from '#modules/board/server/board.api'
import { indicatorsApi } from '#modules/indicators/server/indicators.api'
import { lampsApi } from '#modules/projects/server/lamps/lamps.api'
import { portfolioApi } from '#modules/projects/server/portfolio/portfolio.api'
import { dispatchApi } from '#modules/projects/server/dispatch/dispatch.api'
import { agentDeskApi } from '#modules/projects/server/agent/agent-desk.api'
import { projectsApi } from '#modules/projects/server/projects.api'
import { accessDeskApi } from '#modules/organisation/server/access-desk.api'
import { organisationApi } from '#modules/organisation/server/organisation.api'
import { ownAccountApi } from '#platform/access/own-account.api'
import { sessionApi } from '#platform/access/session.api'
import { auditApi } from '#platform/audit/audit.api'
import { operationsApi } from '#platform/http/operations.api'
import type { RouteDescription } from '#platform/http/route-description'
import { preferencesApi } from '#platform/preferences/preferences.api'

/** The routes beside the record routes, for the API description: each is described where it is registered. */
export const apiRoutes: readonly RouteDescription[] = [
  ...sessionApi,
  ...ownAccountApi,
  ...preferencesApi,
  ...indicatorsApi,
  ...projectsApi,
  ...lampsApi,
  ...portfolioApi,
  ...dispatchApi,
  ...agentDeskApi,
  ...boardApi,
  ...organisationApi,
  ...accessDeskApi,
  ...auditApi,
  ...operationsApi,
]

/** Where the interfaces of their replies and orders stand. */
export const contractFiles = [
  'src/engine/ledger/audit-entry.ts',
  'src/engine/mapping/look.ts',
  'src/engine/records/session.ts',
  'src/engine/records/preferences.ts',
  'src/engine/records/reply.ts',
  'src/modules/board/contract.ts',
  'src/modules/indicators/contract.ts',
  'src/modules/organisation/contract.ts',
  'src/modules/projects/contract.ts',
  'src/modules/projects/lamps-contract.ts',
  'src/modules/projects/money-contract.ts',
  'src/modules/projects/portfolio-contract.ts',
  'src/modules/projects/dispatch-contract.ts',
] as const
