import type { PeriodId } from '#engine/period/period'
import { text } from '#engine/result/result'
import { projectRecords } from '#modules/projects/records/all'
import { measuredObservations } from './sample-measures'
import { rateParts, rates } from './sample-rates.data'
import { sampleZone } from './sample-zone.data'
import type { ObservationSeed, SeedRow } from './world'

const theme = '项目调度'
const firstPosition = 500

const common = (position: number, code: string) => ({
  id: code,
  unit_id: sampleZone.code,
  sample: true,
  code,
  direction: 'up',
  accumulation: 'period',
  theme,
  position: firstPosition + position,
  key_figure: false,
})

function partRow(
  { code, zh, en, unit, frequency, measure }: (typeof rateParts)[number],
  index: number,
): SeedRow {
  const says = text('由项目台账统计，不需填报。', 'Counted from the records of projects; nobody reports it.')
  return {
    ...common(index, code),
    name_zh: zh,
    name_en: en,
    definition_zh: says.zh,
    definition_en: says.en,
    unit,
    decimals: unit === '个' ? 0 : 2,
    frequency,
    rollup: 'sum',
    source: 'measure',
    measure,
  }
}

function rateRow({ code, zh, en, frequency, formula, base }: (typeof rates)[number], index: number): SeedRow {
  return {
    ...common(rateParts.length + index, code),
    name_zh: zh,
    name_en: en,
    definition_zh: `${base[0]}；由项目台账统计，不可填报。`,
    definition_en: `Counted from the records of projects, ${base[1]}; nobody types it in.`,
    unit: '%',
    decimals: 1,
    frequency,
    rollup: 'none',
    source: 'formula',
    formula,
  }
}

/** The rates of project dispatch and what they are made of, as the sample zone's own indicators. */
export const sampleRateRows = (): SeedRow[] => [...rateParts.map(partRow), ...rates.map(rateRow)]

/** The same with their figures, counted from the sample's rows. */
export function sampleRates(
  rows: Readonly<Record<string, readonly SeedRow[]>>,
  last: PeriodId,
): { readonly indicators: readonly SeedRow[]; readonly observations: readonly ObservationSeed[] } {
  const indicators = sampleRateRows()
  const published_at = `${last}-28T02:00:00.000Z`
  return {
    indicators,
    observations: measuredObservations({ indicators, records: projectRecords, rows, published_at }),
  }
}
