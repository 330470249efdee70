import { stepPeriod } from '#engine/period/period-steps'
import { decimal } from '#engine/quantity/decimal'
import type { SampleSize } from './sample-size'
import { samplePlace } from './sample-places'
import { type SamplePark, sampleProjectNames, sampleStages } from './sample-zone.data'
import type { SeedRow } from './world'

/** Projects of one park: forty in the ten parks of the full zone. */
const fewPerPark = 4

/** Beyond the few, names come round again and carry a number. */
const numbered = (index: number): string => (index < fewPerPark ? '' : `（${index + 1} 号）`)

function projectRow(
  size: SampleSize,
  park: SamplePark,
  place: readonly [park: number, index: number],
): SeedRow {
  const [parkIndex, index] = place
  const number = parkIndex * fewPerPark + index
  const shape = sampleProjectNames[number % sampleProjectNames.length]
  const stage = sampleStages[(parkIndex + index) % sampleStages.length]
  const { zh: name, category } = shape ?? { zh: '建设项目', category: null }
  const last = size.months.at(-1)
  return {
    id: `sample-${park.code}-${index + 1}`.toLowerCase(),
    unit_id: park.code,
    sample: true,
    name_zh: `${park.zh}${name}${numbered(index)}`,
    owner: `示范${park.zh.replace(/园$/, '')}发展有限公司`,
    category,
    investment: decimal(((parkIndex * 7 + index * 13) % 60) + 1)
      .div(4)
      .toFixed(),
    investment_qualifier: 'exact',
    state: stage?.state ?? 'reserve',
    stage: stage?.zh ?? null,
    started_in: stage?.started && last ? stepPeriod(last, -(number % 11)) : null,
    location: `${park.zh}示范路 ${parkIndex * 10 + index + 1} 号`,
    ...samplePlace(park, place),
    source: '示范数据',
  }
}

export const sampleProjects = (size: SampleSize): SeedRow[] =>
  size.parks.flatMap((park, parkIndex) =>
    Array.from({ length: size.projectsPerPark ?? fewPerPark }, (_, index) =>
      projectRow(size, park, [parkIndex, index]),
    ),
  )
