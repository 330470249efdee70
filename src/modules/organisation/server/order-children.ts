import { sql } from 'kysely'
import type { RecordType } from '#engine/records/record'
import { type Actor, may } from '#engine/records/rights'
import { queries, type Transaction } from '#platform/database/database'
import { errorsOf, kernelError } from '#platform/errors/app-error'
import type { Kernel } from '#platform/records/kernel'
import { getRow, type StoredRow } from '#platform/records/rows'
import { updateRow } from '#platform/records/write-row'
import { fitsUnder, organisationErrors, type OrganOrder, type Placed, type UnitOrder } from '../contract'
import { organ } from '../records/organ'
import { unit } from '../records/unit'

const refuse = errorsOf(organisationErrors)

/** Two people arranging a tree at once could each close half a ring: one waits for the other. */
const lockTree = (tx: Transaction, table: string) =>
  tx.all(sql`SELECT pg_advisory_xact_lock(hashtext(${`yipanqi.tree.${table}`}))`)

/** The row and everything above it. */
async function upwards(tx: Transaction, table: string, id: string): Promise<string[]> {
  const rows = await tx.all(sql<{ id: string }>`
    WITH RECURSIVE up(id, parent) AS (
      SELECT id, parent FROM ${sql.table(table)} WHERE id = ${id}
      UNION SELECT above.id, above.parent FROM ${sql.table(table)} AS above JOIN up ON above.id = up.parent)
    SELECT id FROM up`)
  return rows.map((row) => row.id)
}

interface Arrangement {
  readonly record: RecordType
  /** The row under which the children lie; null: at the top. */
  readonly parent: string | null
  /** Who lies there now. */
  readonly now: readonly string[]
  readonly children: readonly Placed[]
  /** Refuses a child that may not lie here. */
  readonly assertWelcome: (child: StoredRow) => void
}

/** Whether the child stands elsewhere now, after checking that it may come and that this person may move it. */
function comesElsewhere(
  tx: Transaction,
  given: Arrangement,
  { child, above }: { child: StoredRow; above: readonly string[] },
): boolean {
  if (!may(tx.actor as Actor, given.record, { verb: 'update', row: child })) throw kernelError('forbidden')
  if (above.includes(child.id)) throw refuse('below_itself')
  given.assertWelcome(child)
  return (child.parent ?? null) !== given.parent
}

/** Writes parent and position of the children that do not stand right; each is one change in the ledger. */
async function arrange(tx: Transaction, kernel: Kernel, given: Arrangement): Promise<number> {
  const { record, parent, children } = given
  const ids = new Set(children.map((child) => child.id))
  if (given.now.some((id) => !ids.has(id))) throw refuse('children_changed')
  const above = parent === null ? [] : await upwards(tx, record.name, parent)
  let changed = 0
  for (const [index, { id, version }] of children.entries()) {
    const child = await getRow(tx, record, { id })
    const position = index + 1
    const comes = comesElsewhere(tx, given, { child, above })
    if (!comes && child.position === position) continue
    await updateRow(tx, kernel, { record, id, version, input: comes ? { parent, position } : { position } })
    changed += 1
  }
  return changed
}

async function idsOf(tx: Transaction, statement: Parameters<Transaction['all']>[0]): Promise<string[]> {
  return ((await tx.all(statement)) as { id: string }[]).map((row) => row.id)
}

/** Orders the units under one; a unit named that lies elsewhere in the same zone is moved here. */
export async function orderUnits(tx: Transaction, kernel: Kernel, order: UnitOrder): Promise<number> {
  await lockTree(tx, 'unit')
  const parent = await getRow(tx, unit, { id: order.unit })
  const children = queries().selectFrom('unit').select('id').where('parent', '=', parent.id)
  return arrange(tx, kernel, {
    record: unit,
    parent: parent.id,
    now: await idsOf(tx, children.where('closed_on', 'is', null)),
    children: order.children,
    assertWelcome(child) {
      if (child.parent === parent.id) return
      if (!fitsUnder(String(child.kind), String(parent.kind))) throw refuse('unfit_parent')
      // The zone is the tenant and part of every key: rows of a park that changed zones would be torn from it.
      const places = kernel.places()
      if (places.zoneOf(child.id) !== places.zoneOf(parent.id) && child.kind !== 'zone')
        throw refuse('another_zone')
    },
  })
}

/** Orders the organs of a unit under one of them, or at its top; an organ stays with its unit. */
export async function orderOrgans(tx: Transaction, kernel: Kernel, order: OrganOrder): Promise<number> {
  await lockTree(tx, 'organ')
  const above = order.parent === null ? undefined : await getRow(tx, organ, { id: order.parent })
  if (above && above.unit_id !== order.unit) throw refuse('unfit_parent')
  const siblings = queries().selectFrom('organ').select('id').where('unit_id', '=', order.unit)
  const here =
    order.parent === null ? siblings.where('parent', 'is', null) : siblings.where('parent', '=', order.parent)
  return arrange(tx, kernel, {
    record: organ,
    parent: order.parent,
    now: await idsOf(tx, here),
    children: order.children,
    assertWelcome(child) {
      if (child.unit_id !== order.unit) throw refuse('unfit_parent')
    },
  })
}
