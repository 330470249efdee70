import { grouped } from '#engine/result/grouped'
import type { SessionUnit } from '#engine/records/session'
import { type Database, kernelActor, queries, type Transaction } from '#platform/database/database'
import type { Bus } from '#platform/audit/bus'
import { type Places, zonesOf } from '#platform/records/kernel'

interface UnitRow {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string | null
  readonly kind: string
  readonly parent: string | null
  readonly position: number | null
  readonly sample: boolean
}

/** The tree of units, kept in memory: it is small, changes rarely, and every request asks it. */
export class UnitTree implements Places {
  readonly #units: ReadonlyMap<string, SessionUnit>
  readonly #below = new Map<string, readonly string[]>()
  readonly #zone = new Map<string, string>()
  /** Depth first, siblings by position: the order in which people read a tree. */
  readonly inOrder: readonly SessionUnit[]

  constructor(units: readonly SessionUnit[]) {
    this.#units = new Map(units.map((unit) => [unit.code, unit]))
    const children = grouped(
      [...units].sort((a, b) => a.position - b.position || a.code.localeCompare(b.code)),
      (unit) => unit.parent,
    )
    const visit = (unit: SessionUnit, zone: string, seen: ReadonlySet<string>): SessionUnit[] => {
      const own = unit.kind === 'zone' ? unit.code : zone
      this.#zone.set(unit.code, own)
      // A ring of parents cannot be saved; should one appear, the tree ends there instead of running for ever.
      const next = (children.get(unit.code) ?? []).filter((child) => !seen.has(child.code))
      const found = [unit, ...next.flatMap((child) => visit(child, own, new Set([...seen, child.code])))]
      this.#below.set(
        unit.code,
        found.map(({ code }) => code),
      )
      return found
    }
    this.inOrder = (children.get(null) ?? []).flatMap((root) => visit(root, root.code, new Set([root.code])))
  }

  find(code: string): SessionUnit | undefined {
    return this.#units.get(code)
  }

  zoneOf(unit: string): string | undefined {
    return this.#zone.get(unit)
  }

  /** Every zone, in the order of the tree. */
  zones(): string[] {
    return zonesOf(
      this,
      this.inOrder.map(({ code }) => code),
    )
  }

  within(unit: string): readonly string[] {
    return this.#below.get(unit) ?? []
  }

  above(unit: string): readonly string[] {
    const found = new Set<string>()
    let at = this.#units.get(unit)
    while (at && !found.has(at.code)) {
      found.add(at.code)
      at = at.parent === null ? undefined : this.#units.get(at.parent)
    }
    return [...found]
  }

  nameOf(unit: string): SessionUnit['name'] | undefined {
    return this.#units.get(unit)?.name
  }

  childrenOf(unit: string): SessionUnit[] {
    return this.inOrder.filter((one) => one.parent === unit)
  }
}

/** The tree as this transaction has it, with what it has changed. */
export async function readTree(tx: Transaction): Promise<UnitTree> {
  const rows = await tx.all(
    queries()
      .selectFrom('unit')
      .select(['id', 'name_zh', 'name_en', 'kind', 'parent', 'position', 'sample'])
      .where('closed_on', 'is', null),
  )
  return new UnitTree(
    (rows as UnitRow[]).map((row) => ({
      code: row.id,
      name: { zh: row.name_zh, en: row.name_en ?? row.name_zh },
      kind: row.kind,
      parent: row.parent,
      position: row.position ?? 0,
      sample: row.sample,
    })),
  )
}

const loadUnits = (database: Database): Promise<UnitTree> =>
  database.transaction(kernelActor, 'read', readTree)

export interface Units {
  tree(): UnitTree
  reload(): Promise<void>
  /** To follow the commit of whatever changed a unit: who is told of it must not be answered from the tree before. */
  followCommit(this: void): Promise<void>
}

/** The database may be away when a change is heard of: the tree is read as soon as it is back. */
const againAfter = 1_000

/** A tree that is empty until it is first read, and then kept true: whenever a unit changes, on any server, it is read again. */
export function openUnits(database: Database, bus: Bus): Units {
  let tree = new UnitTree([])
  let [begun, kept] = [0, 0]
  const reload = async () => {
    const mine = ++begun
    const read = await loadUnits(database)
    // One that was begun later has seen more, and may have ended before.
    if (mine < kept) return
    kept = mine
    tree = read
  }
  const untilRead = () => {
    const mine = begun + 1
    reload().catch(() => setTimeout(() => mine === begun && untilRead(), againAfter).unref())
  }
  bus.whenChanged(['unit'], untilRead)
  // Should the database be away, the tree is read when it is back.
  return { tree: () => tree, reload, followCommit: () => reload().catch(() => {}) }
}
