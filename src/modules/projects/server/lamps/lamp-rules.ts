import { sql } from 'kysely'
import { parseBands, printBands } from '#engine/lamps/band-notation'
import { LAMP_DIMENSIONS } from '#engine/lamps/lamp-table'
import { may } from '#engine/records/rights'
import type { Actor } from '#engine/records/rights'
import type { Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import type { Kernel } from '#platform/records/kernel'
import { createRow, removeRow, updateRow } from '#platform/records/write-row'
import type { LampRuleInput, LampRulesReply } from '../../lamps-contract'
import type { RuleRow } from '../../domain/lamp-table-of'
import { lampRule } from '../../records/lamp-rule'
import { changeRules } from './lamp-effects'
import { type HoldingTable, lampTables } from './lamp-tables'
import { unitReply } from './project-lamps'

interface OwnRule extends RuleRow {
  readonly id: string
  readonly version: number
  readonly source: string | null
}

/** The zone of a unit over which the actor may read rules, or change them; a unit they have no post in is not there. */
export function zoneFor(
  kernel: Kernel,
  actor: Actor,
  given: { unit: string; verb: 'read' | 'update' },
): string {
  const zone = kernel.places().zoneOf(given.unit)
  const row = { unit_id: given.unit }
  if (zone === undefined || !may(actor, lampRule, { verb: 'read', row })) throw kernelError('not_found')
  if (!may(actor, lampRule, { verb: given.verb, row })) throw kernelError('forbidden')
  return zone
}

const ownRules = (tx: Transaction, given: { zone: string; unit: string }) =>
  tx.all<OwnRule>(
    sql`SELECT id, version, dimension, measure, bands, exemptible, source FROM lamp_rule
      WHERE zone_id = ${given.zone} AND unit_id = ${given.unit}`,
  )

/** Rules stand as they were written; the shipped ones as they are printed. */
const rulesIn = ({ table, unit }: HoldingTable, rows: readonly OwnRule[]): LampRuleInput[] =>
  LAMP_DIMENSIONS.flatMap((dimension) => {
    const rule = table.rules[dimension]
    if (!rule) return []
    const written = rows.find((one) => one.dimension === dimension)
    return [
      {
        dimension,
        measure: rule.measure,
        bands: written?.bands ?? printBands(rule.bands),
        exemptible: rule.isExemptible,
        source: unit === null ? table.name.zh : (written?.source ?? null),
      },
    ]
  })

/** The rules that hold in a unit, and whose they are. */
export async function heldRules(tx: Transaction, kernel: Kernel, unit: string): Promise<LampRulesReply> {
  const actor = tx.actor as Actor
  const zone = zoneFor(kernel, actor, { unit, verb: 'read' })
  const held = (await lampTables(tx, kernel, { zone }))(unit)
  const { unit: holder } = held
  // Whoever is bound by the rules of a unit above may read them as they were written.
  const rows = holder === null ? [] : await ownRules(tx.asKernel, { zone, unit: holder })
  const own = holder === unit ? rows : []
  return {
    unit: unitReply(kernel, unit),
    rules_of: holder === null ? null : unitReply(kernel, holder),
    table: held.table.name,
    rules: rulesIn(held, rows),
    versions: Object.fromEntries(own.map(({ dimension, version }) => [dimension, version])),
    may_change: may(actor, lampRule, { verb: 'update', row: { unit_id: unit } }),
  }
}

/** The same bands in another language, or spaced otherwise, are no change. */
const meaning = (bands: string): string => JSON.stringify(parseBands(bands))

const differs = (one: OwnRule, rule: LampRuleInput): boolean =>
  one.measure !== rule.measure ||
  meaning(one.bands) !== meaning(rule.bands) ||
  (one.exemptible === true) !== rule.exemptible ||
  (one.source ?? null) !== rule.source

/** Whoever saves has seen these rules and no others: else what another has just saved would be lost unseen. */
function assertSeen(own: readonly OwnRule[], versions: Readonly<Record<string, unknown>>): void {
  const same = own.every(({ dimension, version }) => versions[dimension] === version)
  if (!same || Object.keys(versions).length !== own.length) throw kernelError('version_conflict')
}

/**
 * Keeps a unit's rules as a whole: each is an ordinary row, written with its event, and those left out are removed. Then
 * its projects are judged anew, once.
 */
export async function saveRules(
  tx: Transaction,
  kernel: Kernel,
  given: { unit: string; rules: readonly LampRuleInput[]; versions: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { unit } = given
  const zone = zoneFor(kernel, tx.actor as Actor, { unit, verb: 'update' })
  const own = await ownRules(tx, { zone, unit })
  assertSeen(own, given.versions)
  await changeRules(tx, kernel, { zone, unit, change: () => writeRules(tx, kernel, { ...given, own }) })
}

async function writeRules(
  tx: Transaction,
  kernel: Kernel,
  { unit, rules, own }: { unit: string; rules: readonly LampRuleInput[]; own: readonly OwnRule[] },
): Promise<void> {
  const record = lampRule
  for (const { id, version, dimension } of own)
    if (!rules.some((rule) => rule.dimension === dimension))
      await removeRow(tx, kernel, { record, id, version })
  for (const rule of rules) {
    const one = own.find(({ dimension }) => dimension === rule.dimension)
    if (!one) await createRow(tx, kernel, { record, input: { ...rule, unit_id: unit } })
    else if (differs(one, rule)) {
      const { dimension: _fixed, ...input } = rule
      await updateRow(tx, kernel, { record, id: one.id, version: one.version, input })
    }
  }
}
