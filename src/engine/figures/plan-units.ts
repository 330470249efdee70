import type { FigureUnit } from '#engine/figures/indicator'
import type { PlanError, PlannedUnit } from '#engine/figures/plan'
import { text } from '#engine/result/result'

/** The tree made ready, children in the order given. A unit whose parents are unknown or go in a circle is left out. */
export function planUnits(units: readonly FigureUnit[]): {
  readonly units: ReadonlyMap<string, PlannedUnit>
  readonly errors: readonly PlanError[]
} {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const errors = units.flatMap((unit) => problemOf(unit, byCode))
  const sound = units.filter((unit) => byCode.get(unit.code) === unit && depthOf(unit, byCode) !== null)
  const children = new Map<string, string[]>()
  for (const { code, parent } of sound) {
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), code])
  }
  const planned = sound.map(
    (unit) =>
      [
        unit.code,
        { unit, children: children.get(unit.code) ?? [], depth: depthOf(unit, byCode) ?? 0 },
      ] as const,
  )
  return { units: new Map(planned), errors }
}

function problemOf(unit: FigureUnit, byCode: ReadonlyMap<string, FigureUnit>): readonly PlanError[] {
  const { code, parent } = unit
  if (code === '' || code.includes('|')) return [{ code: 'bad_code', subject: code, message: badCode(code) }]
  if (byCode.get(code) !== unit) return [{ code: 'duplicate_code', subject: code, message: duplicate(code) }]
  if (parent !== null && !byCode.has(parent)) {
    const message = text(
      `单位 ${code} 的上级 ${parent} 不存在`,
      `Unit ${code} has an unknown parent ${parent}`,
    )
    return [{ code: 'unknown_parent', subject: code, message }]
  }
  if (parent === null || depthOf(unit, byCode) !== null || !byCode.has(parent)) return []
  const message = text(
    `单位 ${code} 的上级关系成环或中断`,
    `The parents of unit ${code} go in a circle or break off`,
  )
  return [{ code: 'unit_cycle', subject: code, message }]
}

/** Null when the way up does not end at a root. */
function depthOf(unit: FigureUnit, byCode: ReadonlyMap<string, FigureUnit>): number | null {
  let depth = 0
  let at: FigureUnit | undefined = unit
  while (at && at.parent !== null) {
    depth += 1
    if (depth > byCode.size) return null
    at = byCode.get(at.parent)
  }
  return at ? depth : null
}

export const badCode = (code: string) =>
  text(`代码“${code}”为空或含“|”`, `The code “${code}” is empty or holds “|”`)

export const duplicate = (code: string) => text(`代码 ${code} 重复`, `The code ${code} is used twice`)
