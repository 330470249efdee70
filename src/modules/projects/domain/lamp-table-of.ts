import { parseBands } from '#engine/lamps/band-notation'
import { YINCHUAN_2025 } from '#engine/lamps/lamp-presets.data'
import type { LampDimension, LampMeasure, LampRule, LampTable } from '#engine/lamps/lamp-table'
import { text, type Text } from '#engine/result/result'

/** What holds where no unit has rules of its own. */
export const shippedTable: LampTable = YINCHUAN_2025

/** A unit's rule of one dimension, as it is kept. */
export interface RuleRow {
  readonly dimension: LampDimension
  readonly measure: LampMeasure
  readonly bands: string
  readonly exemptible: boolean | null
}

/** A rule whose bands could not be read was never saved: it gives no lamp. */
const ruleOf = ({ measure, bands, exemptible }: RuleRow): LampRule | undefined => {
  const read = parseBands(bands)
  return read.ok ? { measure, bands: read.value, isExemptible: exemptible === true } : undefined
}

/** The rules of one unit as the engine's table. Where a band does not say what is done under its lamp, the shipped table does. */
export function lampTableOf(unit: { code: string; name: Text }, rows: readonly RuleRow[]): LampTable {
  const rules = rows.flatMap((row) => {
    const rule = ruleOf(row)
    return rule ? [[row.dimension, rule] as const] : []
  })
  return {
    code: unit.code,
    name: text(`${unit.name.zh}亮灯规则`, `Lamp rules of ${unit.name.en}`),
    rules: Object.fromEntries(rules),
    ...(shippedTable.followUp && { followUp: shippedTable.followUp }),
  }
}
