import { decimal } from '#engine/quantity/decimal'
import { sampleFigure } from './sample-figures'
import type { SampleSize } from './sample-size'
import { sampleZone } from './sample-zone.data'
import type { ObservationSeed } from './world'

/** Of the zone's own figures: which indicator, and by how much it differs from the sum of the parks. */
const own: readonly { readonly code: string; readonly apart: string; readonly note?: string }[] = [
  { code: 'tax', apart: '0.35', note: '含区本级入库，未分配到园区' },
  { code: 'exports', apart: '0' },
]

/**
 * Figures of one month that the zone reports itself. The taxes are not the sum of the parks: such things happen, and
 * must be seen; the exports agree.
 */
export function zoneOwnFigures(size: SampleSize): ObservationSeed[] {
  const month = size.months.at(-3)
  const next = size.months.at(-2)
  if (!month || !next) return []
  return own.flatMap(({ code, apart, note }): ObservationSeed[] => {
    const indicator = size.indicators.find((one) => one.code === code)
    if (!indicator) return []
    const figures = size.parks.map(({ code: unit, weight }) =>
      sampleFigure(indicator, { unit, weight }, month),
    )
    return [
      {
        unit_id: sampleZone.code,
        indicator: code,
        period: month,
        nature: 'actual',
        value: figures.reduce((sum, figure) => sum.plus(decimal(figure)), decimal(apart)).toFixed(),
        qualifier: 'exact',
        origin: 'reported',
        source: '财政金融局月度快报（示范）',
        ...(note && { note }),
        published_at: `${next}-20T02:00:00.000Z`,
        sample: true,
      },
    ]
  })
}
