import type { UnitTree } from '#modules/organisation/server/unit-tree'
import type { NewEvent } from '#platform/audit/events'
import type { SeedRow } from './world'

/** Who granted or refused a request, and when: the ledger tells it as if it had been done here. */
export const accessDecisions = (requests: readonly SeedRow[], tree: UnitTree): NewEvent[] =>
  requests
    .filter((row) => typeof row.decided_at === 'string')
    .map((row) => ({
      zone: tree.zoneOf(row.unit_id) ?? row.unit_id,
      unit: row.unit_id,
      record: 'access_request',
      id: row.id,
      deed: row.state === 'granted' ? 'grant' : 'refuse',
      reason: row.decision as string | null,
      changes: { state: ['asked', row.state] },
      person: row.decided_by as string,
      at: new Date(row.decided_at as string),
    }))
