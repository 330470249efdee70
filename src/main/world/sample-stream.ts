import { sampleFigure } from './sample-figures'
import { sampleIndicatorRows } from './sample-indicators'
import { countedSize, lastSampleMonth, type SampleCounts, type SampleSize } from './sample-size'
import { sampleUnits } from './sample-units'
import type { ObservationSeed, SeedRow } from './world'

/** A sample zone of any size with monthly figures and nothing else, as a benchmark wants it. */
export interface SampleStream {
  readonly units: readonly SeedRow[]
  readonly indicators: readonly SeedRow[]
  /** Made while they are walked: 480 000 of them never stand in memory together. Walk as often as you like. */
  readonly observations: Iterable<ObservationSeed>
}

function* figuresOf({ months, parks, indicators }: SampleSize): Generator<ObservationSeed> {
  for (const month of months)
    for (const { code: unit, weight } of parks)
      for (const indicator of indicators)
        yield {
          unit_id: unit,
          indicator: indicator.code,
          period: month,
          nature: 'actual',
          value: sampleFigure(indicator, { unit, weight }, month),
          qualifier: 'exact',
          origin: 'reported',
          source: '示范数据',
          published_at: `${month}-28T08:00:00.000Z`,
          sample: true,
        }
}

/** Parks × indicators × months figures, exactly; the same in every walk. */
export function streamSample(counts: SampleCounts, last = lastSampleMonth): SampleStream {
  const size = countedSize(counts, last)
  return {
    units: sampleUnits(size),
    indicators: sampleIndicatorRows(size),
    observations: { [Symbol.iterator]: () => figuresOf(size) },
  }
}
