import { compilePlan } from '#engine/figures/compile-plan'
import { shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import type { Units } from '#modules/organisation/server/unit-tree'
import { queries, type Transaction } from '#platform/database/database'
import type { Deed, Effect } from '#platform/records/effects'
import { invalidInput } from '#platform/records/refusals'
import { figureUnits, indicatorOf, type IndicatorRow } from './figures-plan'

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

/** An indicator's own rule: its formula and roll-up must work out among all the others. */
export function indicatorEffects(units: Units): Effect {
  return {
    async before(tx: Transaction, deed: Deed) {
      if (deed.name === 'create' || deed.name === 'update')
        await assertWorksOut(tx, units, deed.row as unknown as IndicatorRow)
      return undefined
    },
  }
}
