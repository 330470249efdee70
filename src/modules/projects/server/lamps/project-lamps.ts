import { sql } from 'kysely'
import { bandText } from '#engine/lamps/band-text'
import { type Lamp, worstColour } from '#engine/lamps/lamp'
import type { LampColour, LampDimension } from '#engine/lamps/lamp-table'
import { period, type PeriodId } from '#engine/period/period'
import { periodRange, stepPeriod } from '#engine/period/period-steps'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import { getRow } from '#platform/records/rows'
import type {
  LampExemptionReply,
  LampMonthReply,
  LampUnitReply,
  ProjectLampReply,
  ProjectLampsReply,
} from '../../lamps-contract'
import { project } from '../../records/project'
import { type JudgedProject, lampsOfProjects } from './lamps-of-projects'
import { lampTables } from './lamp-tables'

interface KeptLamp {
  readonly month: string
  readonly dimension: LampDimension
  readonly colour: LampColour | 'unknown'
  readonly says_zh: string
  readonly says_en: string
  readonly exempt: boolean
}

interface OpenExemption extends LampExemptionReply {
  readonly dimension: LampDimension
}

const monthsShown = 12

const keptLamps = (tx: Transaction, zone: string, given: { id: string; from: PeriodId; until: PeriodId }) =>
  tx.all<KeptLamp>(
    sql`SELECT month, dimension, colour, says_zh, says_en, exempted_by IS NOT NULL AS exempt FROM project_lamp
      WHERE zone_id = ${zone} AND project = ${given.id} AND month BETWEEN ${given.from} AND ${given.until}`,
  )

/** What holds on the day, or waits for a decision. */
const openExemptions = (tx: Transaction, zone: string, given: { id: string; on: string }) =>
  tx.all<OpenExemption>(
    sql`SELECT id, state, dimension, reason, from_on AS "from", until_on AS "until" FROM lamp_exemption
      WHERE zone_id = ${zone} AND project = ${given.id} AND until_on >= ${given.on}::date
        AND (state = 'asked' OR (state = 'approved' AND from_on <= ${given.on}::date))
      ORDER BY state, until_on DESC`,
  )

interface Beside {
  readonly months: readonly PeriodId[]
  readonly kept: readonly KeptLamp[]
  readonly exemptions: readonly OpenExemption[]
}

/** The month that is judged shows the lamp of today, whatever was kept of it this morning. */
function strip(lamp: Lamp, { months, kept }: Beside): LampMonthReply[] {
  return months.map((month, index) => {
    if (index === months.length - 1)
      return { month, colour: lamp.colour, says: lamp.says, exempt: lamp.exemption !== undefined }
    const row = kept.find((one) => one.month === month && one.dimension === lamp.dimension)
    return {
      month,
      colour: row?.colour ?? null,
      says: row ? text(row.says_zh, row.says_en) : null,
      exempt: row?.exempt ?? false,
    }
  })
}

function lampReply(lamp: Lamp, judged: JudgedProject, beside: Beside): ProjectLampReply {
  const rule = judged.rules.table.rules[lamp.dimension]
  const exemption = beside.exemptions.find(({ dimension }) => dimension === lamp.dimension)
  return {
    dimension: lamp.dimension,
    colour: lamp.colour,
    ruled: lamp.ruled,
    says: lamp.says,
    rule: rule ? rule.bands.map((band) => bandText(band, rule)) : [],
    exemptible: rule?.isExemptible ?? false,
    follow_up: lamp.followUp ?? null,
    exemption: exemption
      ? {
          id: exemption.id,
          state: exemption.state,
          reason: exemption.reason,
          from: exemption.from,
          until: exemption.until,
        }
      : null,
    months: strip(lamp, beside),
  }
}

/** A unit with its name, as the tree has it. */
export function unitReply(kernel: Kernel, code: string): LampUnitReply {
  return { code, name: kernel.places().nameOf(code) ?? text(code, code) }
}

/** Whose rules hold for a project, also where it has no lamps: a withdrawn one is followed no more. */
async function rulesHeld(
  tx: Transaction,
  kernel: Kernel,
  row: { id: string; unit_id: string; zone_id: string },
): Promise<Pick<ProjectLampsReply, 'rules_of' | 'table'>> {
  const held = (await lampTables(tx, kernel, { zone: row.zone_id }))(row.unit_id)
  return { rules_of: held.unit === null ? null : unitReply(kernel, held.unit), table: held.table.name }
}

/** The lamps of one project today, each with its rule, its exemption and the twelve months. */
export async function projectLamps(tx: Transaction, kernel: Kernel, id: string): Promise<ProjectLampsReply> {
  const row = await getRow(tx, project, { id })
  const on = beijingToday()
  const month = period(on.slice(0, 7))
  const from = stepPeriod(month, 1 - monthsShown)
  const { zone_id: zone } = row
  const judged = (await lampsOfProjects(tx, kernel, { zone, month, on, projects: [id] })).get(id)
  if (!judged && row.state !== 'withdrawn') throw kernelError('not_found')
  const beside = {
    months: periodRange(from, month),
    kept: await keptLamps(tx, zone, { id, from, until: month }),
    exemptions: await openExemptions(tx, zone, { id, on }),
  }
  return {
    project: id,
    month,
    on,
    told_until: judged?.facts.toldUntil ?? month,
    last_month: judged?.row.last_month ?? null,
    ...(await rulesHeld(tx, kernel, row)),
    lamp: worstColour(judged?.lamps ?? []),
    lamps: judged ? judged.lamps.map((lamp) => lampReply(lamp, judged, beside)) : [],
  }
}
