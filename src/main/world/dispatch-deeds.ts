import type { UnitTree } from '#modules/organisation/server/unit-tree'
import type { NewEvent } from '#platform/audit/events'
import type { ProjectParts } from './sample-project-parts'
import type { SeedRow } from './world'

interface Told {
  readonly deed: string
  readonly person: unknown
  readonly at: unknown
  readonly reason?: unknown
}

const returnedWhy = '形象进度与投资不符，请核对并附照片'

/** What a row's own fields tell of its past. */
const stories: Readonly<Record<'dispatch' | 'letter' | 'project_month', (row: SeedRow) => Told | undefined>> =
  {
    dispatch: ({ state, closed_by, closed_at }) =>
      state === 'closed' ? { deed: 'close', person: closed_by, at: closed_at } : undefined,
    letter: ({ signed_by, issued_on }) => ({
      deed: 'issue',
      person: signed_by,
      at: `${String(issued_on)}T02:30:00.000Z`,
    }),
    project_month: (row) =>
      typeof row.correction_at === 'string'
        ? { deed: 'correct', person: row.correction_by, at: row.correction_at, reason: row.correction_reason }
        : undefined,
  }

/** Closed months, issued letters, corrections and returns: the ledger tells them as if they had been done here. */
export function dispatchDeeds(parts: ProjectParts, tree: UnitTree): NewEvent[] {
  const event = (record: string, row: SeedRow, told: Told): NewEvent => ({
    zone: tree.zoneOf(row.unit_id) ?? row.unit_id,
    unit: row.unit_id,
    record,
    id: row.id,
    deed: told.deed,
    person: String(told.person),
    at: new Date(String(told.at)),
    ...(typeof told.reason === 'string' && { reason: told.reason }),
  })
  const told = (['dispatch', 'letter', 'project_month'] as const).flatMap((record) =>
    parts[record].flatMap((row) => {
      const story = stories[record](row)
      return story ? [event(record, row, story)] : []
    }),
  )
  const closing = parts.dispatch.find(({ state }) => state === 'closed')
  const due = parts.dispatch.find(({ state }) => state === 'open')
  const returned = parts.project_month.filter(({ state }) => state === 'returned')
  const back: Told = {
    deed: 'return',
    person: closing?.closed_by ?? 'system',
    at: `${due ? String(due.due_on) : '2026-01-01'}T03:30:00.000Z`,
    reason: returnedWhy,
  }
  return [...told, ...returned.map((row) => event('project_month', row, back))]
}
