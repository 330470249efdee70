import { createCellStore } from '#engine/figures/cell-store'
import { compilePlan } from '#engine/figures/compile-plan'
import { recomputeAll } from '#engine/figures/recompute-all'
import { indicatorOf, type IndicatorRow } from '#modules/indicators/domain/indicator-of'
import { figureUnits } from '#modules/indicators/server/figures-plan'
import { sampleZone } from '#main/world/sample-zone.data'
import type { Size } from '../size'
import { benchWorld } from '../world'

/** Every cell of the sample zone computed anew from its observations, in memory; seconds, and how many. */
export async function measureRecompute(size: Size): Promise<{ seconds: number; cells: number }> {
  const world = await benchWorld(size)
  const units = world.units
    .filter((unit) => unit.code === sampleZone.code || unit.parent === sampleZone.code)
    .map((unit) => ({
      code: unit.code as string,
      name: { zh: unit.name_zh as string, en: unit.name_en as string },
      kind: unit.kind as string,
      parent: unit.code === sampleZone.code ? null : sampleZone.code,
      position: 0,
      sample: unit.sample,
    }))
  const indicators = world.indicators.filter(
    (row) => row.unit_id === sampleZone.code && row.frequency === 'month',
  )
  const { plan } = compilePlan(
    indicators.map((row) => indicatorOf(row as unknown as IndicatorRow)),
    figureUnits(units),
  )
  const store = createCellStore()
  const periods = new Set<string>()
  for (const seed of world.observations) {
    if (seed.nature !== 'actual' || !plan.indicators.has(seed.indicator)) continue
    periods.add(seed.period)
    store.report(
      { unit: seed.unit_id, indicator: seed.indicator, period: seed.period as never, nature: seed.nature },
      {
        quantity: { value: seed.value, qualifier: seed.qualifier },
        origin: 'reported',
        sample: true,
        status: 'published',
      },
    )
  }
  const since = performance.now()
  const cells = recomputeAll(plan, { periods: [...periods] as never, natures: ['actual'] }, store)
  return { seconds: (performance.now() - since) / 1000, cells }
}
