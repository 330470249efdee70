import { sql } from 'kysely'
import { type Actor, deedsOf } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { queries, type Transaction } from '#platform/database/database'
import type { OrganisationReply, TreeUnit, UnitCounts } from '../contract'
import { unit } from '../records/unit'

interface UnitRow {
  readonly id: string
  readonly unit_id: string
  readonly name_zh: string
  readonly name_en: string | null
  readonly kind: string
  readonly parent: string | null
  readonly position: number | null
  readonly version: number
  readonly sample: boolean
}

const shownColumns = [
  'id',
  'unit_id',
  'name_zh',
  'name_en',
  'kind',
  'parent',
  'position',
  'version',
  'sample',
]

async function openUnits(tx: Transaction): Promise<TreeUnit[]> {
  const rows = (await tx.all(
    queries().selectFrom('unit').select(shownColumns).where('closed_on', 'is', null).orderBy('id'),
  )) as UnitRow[]
  return rows.map((row) => ({
    code: row.id,
    name: text(row.name_zh, row.name_en ?? row.name_zh),
    kind: row.kind,
    parent: row.parent,
    position: row.position ?? 0,
    version: row.version,
    sample: row.sample,
    editable: deedsOf(tx.actor as Actor, unit, { unit_id: row.unit_id }).includes('update'),
  }))
}

interface CountRow {
  readonly unit_id: string
  readonly what: 'organs' | 'people' | 'posts' | 'vacant'
  readonly many: number | string
}

const nothing: UnitCounts = { organs: 0, people: 0, posts: 0, vacant: 0 }

/** Counted as the actor: what the row policies hide is not in it. */
async function countsByUnit(tx: Transaction, today: string): Promise<Record<string, UnitCounts>> {
  const held = sql`starts_on <= ${today} AND (ends_on IS NULL OR ends_on >= ${today})`
  const rows = await tx.all(sql<CountRow>`
    SELECT unit_id, 'organs' AS what, count(*) AS many FROM organ GROUP BY unit_id
    UNION ALL SELECT unit_id, 'people', count(*) FROM person
      WHERE left_on IS NULL OR left_on > ${today} GROUP BY unit_id
    UNION ALL SELECT unit_id, 'posts', count(*) FROM post WHERE ${held} GROUP BY unit_id
    UNION ALL SELECT unit_id, 'vacant', count(*) FROM post WHERE ${held} AND person IS NULL GROUP BY unit_id`)
  const counts: Record<string, UnitCounts> = {}
  for (const { unit_id, what, many } of rows)
    counts[unit_id] = { ...(counts[unit_id] ?? nothing), [what]: Number(many) }
  return counts
}

/** The whole tree with what lies in each unit, in one reply: a country has some two thousand units. */
export async function organisationTree(tx: Transaction, today: string): Promise<OrganisationReply> {
  return { units: await openUnits(tx), counts: await countsByUnit(tx, today) }
}
