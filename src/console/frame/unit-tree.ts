import type { SessionUnit } from '#engine/records/session'
import { pinyinInitials } from '#console/language/pinyin-initials'

export interface UnitRow {
  readonly unit: SessionUnit
  readonly depth: number
}

/** Units as an indented list: children after their parent, each level by position, nothing lost if a parent is unseen. */
export function unitRows(units: readonly SessionUnit[]): UnitRow[] {
  const codes = new Set(units.map((unit) => unit.code))
  const below = (parent: string | null, depth: number): UnitRow[] =>
    units
      .filter((unit) => (parent === null ? !unit.parent || !codes.has(unit.parent) : unit.parent === parent))
      .sort((a, b) => a.position - b.position)
      .flatMap((unit) => [{ unit, depth }, ...(depth < 12 ? below(unit.code, depth + 1) : [])])
  return below(null, 0)
}

/** Units found by name in either language, code or pinyin initials. */
export function findUnits(rows: readonly UnitRow[], sought: string): UnitRow[] {
  const plain = sought.trim().toLowerCase()
  if (!plain) return [...rows]
  return rows.filter(({ unit }) =>
    [unit.name.zh, unit.name.en, unit.code, pinyinInitials(unit.name.zh)].some((name) =>
      name.toLowerCase().includes(plain),
    ),
  )
}

/** The names from the top down to this unit. */
export function unitPath(units: readonly SessionUnit[], code: string): SessionUnit[] {
  const path: SessionUnit[] = []
  let at = units.find((unit) => unit.code === code)
  while (at && path.length < 12) {
    path.unshift(at)
    const parent: string | null = at.parent
    at = units.find((unit) => unit.code === parent)
  }
  return path
}
