import { compilePlan } from '#engine/figures/compile-plan'
import type { RecordType } from '#engine/records/record'
import { shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import type { Units } from '#modules/organisation/server/unit-tree'
import { queries, type Transaction } from '#platform/database/database'
import type { Deed, Effect } from '#platform/records/effects'
import type { Places } from '#platform/records/kernel'
import { invalidInput } from '#platform/records/refusals'
import { figureUnits, type PlanSource } from './figures-plan'
import { indicatorOf, type IndicatorRow } from '../domain/indicator-of'
import { countEverything } from './measure-effects'
import { recomputeIndicator } from './recompute-indicator'

/** A definition that does not work out (unknown name, units that do not fit, a cycle) is refused before it is stored. */
async function assertWorksOut(tx: Transaction, units: Units, row: IndicatorRow): Promise<void> {
  const others = await tx.all(queries().selectFrom('indicator').selectAll().where('id', '<>', row.id))
  const all = [...(others as IndicatorRow[]), row].map(indicatorOf)
  const { errors } = compilePlan(all, figureUnits(units.tree().inOrder))
  const own = errors.filter((error) => error.subject === row.code || error.cycle?.includes(row.code) === true)
  if (own.length === 0) return
  throw invalidInput(
    own.map((error) => ({
      field: error.code === 'bad_rollup' ? 'rollup' : 'formula',
      code: 'rule',
      value: shown(error.code === 'bad_rollup' ? row.rollup : row.formula),
      says: error.message,
      mend: text('请修改公式、单位或汇总规则', 'Correct the formula, the unit or the roll-up rule.'),
    })),
  )
}

interface Parts {
  readonly units: Units
  readonly plans: PlanSource
  readonly places: () => Places
  /** Record types that indicators can be counted from. */
  readonly records: readonly RecordType[]
}

/** What figures are worked out by; a new name moves none. */
const figuring = [
  'source',
  'formula',
  'rollup',
  'weight',
  'numerator',
  'denominator',
  'accumulation',
  'frequency',
  'unit',
  'valid_from',
  'valid_to',
]

/** An indicator's own rule: it must work out among all the others; counted or computed, its figures are there at once. */
export function indicatorEffects({ units, ...parts }: Parts): Effect {
  return {
    async after(tx: Transaction, deed: Deed) {
      const row = deed.row as unknown as IndicatorRow
      if (row.source === 'measure') await countEverything(tx, parts, row.code)
      if (deed.name !== 'remove' && figuring.some((name) => deed.before?.[name] !== deed.row[name]))
        await recomputeIndicator(tx, parts, row.code)
    },
    async before(tx: Transaction, deed: Deed) {
      if (deed.name === 'create' || deed.name === 'update')
        await assertWorksOut(tx, units, deed.row as unknown as IndicatorRow)
      return undefined
    },
  }
}
