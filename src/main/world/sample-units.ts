import type { SampleSize } from './sample-size'
import { sampleZone } from './sample-zone.data'
import type { SeedRow } from './world'

/** After every real zone. */
const firstPosition = 900

type Named = Readonly<Record<'code' | 'zh' | 'en', string>>

const unitRow = (
  { code, zh, en }: Named,
  kind: 'zone' | 'park',
  below: { parent: string; position: number },
): SeedRow => ({
  id: code,
  unit_id: below.parent,
  sample: true,
  code,
  name_zh: zh,
  name_en: en,
  kind,
  ...below,
})

/** The sample zone and its parks; made up, hence without a division code. */
export const sampleUnits = (size: SampleSize): SeedRow[] => [
  unitRow(sampleZone, 'zone', { parent: 'CN-HTZ', position: firstPosition }),
  ...size.parks.map((park, index) =>
    unitRow(park, 'park', { parent: sampleZone.code, position: firstPosition + 1 + index }),
  ),
]
