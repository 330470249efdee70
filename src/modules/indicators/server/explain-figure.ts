import { type CellKey, cellId } from '#engine/figures/cell'
import { readThrough } from '#engine/figures/cell-store'
import { explain, type Explanation } from '#engine/figures/explain'
import { unknownCell } from '#engine/figures/unknown-cell'
import { text, type Text } from '#engine/result/result'
import { queries, type Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import { type ExplainNode, type ExplainReply, indicatorErrors, type RevisionReply } from '../contract'
import type { Kernel } from '#platform/records/kernel'
import { compared } from './comparison-reply'
import { countedRows } from './counted-rows'
import { type Figures, withFigures } from './figure-loader'
import { figureReply, indicatorReply } from './figure-reply'
import type { ObservationRow } from './figure-rows'
import type { FiguresPlan, PlanSource } from './figures-plan'
import { assertSeesSome, seeing } from './seen-units'

const refuse = errorsOf(indicatorErrors)

/** A share of the zone is worked out from figures that a park does not see: it is told that they are, and not what. */
const beyond = {
  all: unknownCell(text('不在您的查看范围', 'beyond what you may see')),
  some: text('依据中有您查看范围以外的数据', 'rests on figures beyond what you may see'),
}

interface Telling {
  readonly plan: FiguresPlan
  readonly sees: (unit: string) => boolean
  readonly seen: Set<string>
}

/** Nodes are shared in the tree; as JSON a shared node would be written out each time, so the second is cut short. */
function nodeReply(telling: Telling, node: Explanation): ExplainNode {
  const { plan, sees, seen } = telling
  const { key, indicator, unit, period } = node
  const id = cellId(key)
  const again = seen.has(id)
  seen.add(id)
  const named = { indicator, unit, period }
  if (!sees(key.unit)) {
    const figure = figureReply(plan, key, { cell: beyond.all })
    return {
      ...named,
      figure,
      how: 'unknown',
      calculation: null,
      note: beyond.all.why,
      ambiguity: null,
      inputs: [],
    }
  }
  const isWhole = node.inputs.every((input) => sees(input.key.unit))
  return {
    ...named,
    figure: figureReply(plan, key, { cell: node.cell }),
    how: node.how,
    calculation: isWhole ? node.calculation : null,
    note: isWhole ? node.note : beyond.some,
    ambiguity: node.ambiguity,
    inputs: again ? [] : node.inputs.map((input) => nodeReply(telling, input)),
  }
}

async function revisionsOf(
  tx: Transaction,
  { zoneOf, asOf }: Figures,
  key: CellKey,
): Promise<ObservationRow[]> {
  let query = queries()
    .selectFrom('observation')
    .selectAll()
    .where('zone_id', '=', zoneOf(key.unit) ?? key.unit)
    .where('unit_id', '=', key.unit)
    .where('indicator', '=', key.indicator)
    .where('period', '=', key.period)
    .where('nature', '=', key.nature)
    .orderBy('revision', 'desc')
  if (asOf !== undefined) query = query.where('published_at', '<=', asOf)
  return (await tx.all(query)) as ObservationRow[]
}

const revisionReply = (row: ObservationRow): RevisionReply => ({
  revision: row.revision,
  value: row.value,
  qualifier: row.qualifier,
  origin: row.origin,
  source: row.source,
  note: row.note,
  sample: row.sample,
  report: row.report,
  reported_by: row.reported_by,
  reported_at: row.reported_at,
  verified_by: row.verified_by,
  verified_at: row.verified_at,
  published_by: row.published_by,
  published_at: row.published_at,
})

async function peopleIn(tx: Transaction, rows: readonly ObservationRow[]): Promise<Record<string, Text>> {
  const ids = [
    ...new Set(rows.flatMap((row) => [row.reported_by, row.verified_by, row.published_by])),
  ].filter((id) => id !== null)
  if (ids.length === 0) return {}
  // Who answers for a published figure is no secret to those who may see the figure.
  const people = await tx.asKernel.all(
    queries().selectFrom('person').select(['id', 'name_zh', 'name_en']).where('id', 'in', ids),
  )
  return Object.fromEntries(
    (people as { id: string; name_zh: string; name_en: string | null }[]).map((one) => [
      one.id,
      text(one.name_zh, one.name_en ?? one.name_zh),
    ]),
  )
}

/**
 * Where a figure comes from, down to what was reported: kept cells and formulas for now, or everything worked out again
 * from the revisions that had been published at a moment (`asOf`, ISO instant).
 */
export async function explainFigure(
  tx: Transaction,
  { kernel, plans }: { readonly kernel: Kernel; readonly plans: PlanSource },
  { key, asOf }: { readonly key: CellKey; readonly asOf?: string },
): Promise<ExplainReply> {
  const plan = await plans(tx)
  const row = plan.rows.get(key.indicator)
  if (!row || !plan.plan.units.has(key.unit)) throw refuse('unknown_figure')
  assertSeesSome(tx, [key.unit])
  const sees = seeing(tx)
  const figures: Figures = { zoneOf: plan.zoneOf, ...(asOf !== undefined && { asOf }) }
  // As the kernel, which has worked the figure out: what the reader does not see would be missing from it otherwise.
  const answer = await withFigures(tx.asKernel, figures, (read) => {
    const reading = asOf === undefined ? read : readThrough(plan.plan, read.observation)
    return { tree: explain(plan.plan, key, reading), comparison: compared(plan, key, reading) }
  })
  const revisions = await revisionsOf(tx, figures, key)
  return {
    tree: nodeReply({ plan, sees, seen: new Set() }, answer.tree),
    indicator: {
      ...indicatorReply(row),
      definition: text(row.definition_zh ?? '', row.definition_en ?? row.definition_zh ?? ''),
      formula: row.formula,
      rollup: row.rollup,
    },
    comparison: answer.comparison,
    revisions: revisions.map(revisionReply),
    people: await peopleIn(tx, revisions),
    rows: await countedRows(tx, kernel, { plan, tree: answer.tree }),
  }
}
