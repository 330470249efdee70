import { decimal } from '#engine/quantity/decimal'
import type { PeriodId } from '#engine/period/period'
import type { Measure, RecordType } from '#engine/records/record'
import { grouped } from '#engine/result/grouped'
import { canTell, parseMeasure, periodOf } from '#modules/indicators/domain/measure'
import type { ObservationSeed, SeedRow } from './world'

interface Counting {
  readonly indicator: SeedRow
  readonly measure: Measure
  readonly rows: readonly SeedRow[]
  readonly published_at: string
}

const isCounted = (row: SeedRow, { where }: Measure): boolean =>
  Object.entries(where ?? {}).every(([name, value]) => row[name] === value)

function amountOf(rows: readonly SeedRow[], { of }: Measure): string | null {
  if (of === 'count') return String(rows.length)
  const known = rows.map((row) => row[of.sum]).filter((value) => typeof value === 'string')
  return known.length > 0 ? known.reduce((sum, value) => sum.plus(value), decimal('0')).toFixed() : null
}

function observationsOf({ indicator, measure, rows, published_at }: Counting): ObservationSeed[] {
  const frequency = String(indicator.frequency)
  // As publication does: a period whose rows have all ceased to count is a known zero.
  const inPeriods = rows.filter((row) => periodOf(row[measure.by], frequency) !== undefined)
  const groups = grouped(inPeriods, (row) => `${row.unit_id} ${periodOf(row[measure.by], frequency)}`)
  return [...groups].flatMap(([key, members]) => {
    const [unit_id = '', period = ''] = key.split(' ')
    if (!canTell(measure, period as PeriodId, published_at.slice(0, 10))) return []
    const value = amountOf(
      members.filter((row) => isCounted(row, measure)),
      measure,
    )
    if (value === null) return []
    return [
      {
        unit_id,
        indicator: indicator.id,
        period,
        nature: 'actual',
        value,
        qualifier: 'exact',
        origin: 'measure',
        published_at,
        sample: true,
      },
    ]
  })
}

/** The figures that are counted from rows, as writing these rows would have counted them. */
export function measuredObservations(given: {
  readonly indicators: readonly SeedRow[]
  readonly records: readonly RecordType[]
  readonly rows: Readonly<Record<string, readonly SeedRow[]>>
  readonly published_at: string
}): ObservationSeed[] {
  const { indicators, records, rows, published_at } = given
  return indicators.flatMap((indicator) => {
    const named = indicator.source === 'measure' ? parseMeasure(String(indicator.measure)) : undefined
    const measure = records.find(({ name }) => name === named?.record)?.measures?.[named?.measure ?? '']
    if (!named || !measure) return []
    return observationsOf({ indicator, measure, rows: rows[named.record] ?? [], published_at })
  })
}
