import { jointTotals } from '#modules/projects/domain/joint-totals'
import { sampleZone } from './sample-zone.data'
import type { SeedRow } from './world'

/** A batch of one is not a joint start. */
const fewest = 2

const amountOf = ({ investment }: SeedRow): string | null =>
  typeof investment === 'string' ? investment : null

/** The month of the year in which most of the sample zone's projects were started; of several the last. */
function busiestMonth(started: readonly SeedRow[], year: string): readonly SeedRow[] {
  const months = [...new Set(started.map(({ started_on }) => String(started_on).slice(0, 7)))]
  const batches = months
    .filter((month) => month.startsWith(year))
    .sort()
    .map((month) => started.filter(({ started_on }) => String(started_on).startsWith(month)))
  return batches.reduce((most, batch) => (batch.length >= most.length ? batch : most), [])
}

/** The sample zone's joint start of a year, with the totals that were published of it: what its projects add up to. */
export function sampleJointStart(projects: readonly SeedRow[], year: string): SeedRow[] {
  const started = projects.filter(({ started_on, state }) => Boolean(started_on) && state !== 'withdrawn')
  const batch = busiestMonth(started, year)
  if (batch.length < fewest) return []
  const { counted, known } = jointTotals(
    batch.map((row) => ({ state: String(row.state), investment: amountOf(row) })),
  )
  const held =
    batch
      .map(({ started_on }) => String(started_on))
      .sort()
      .at(-1) ?? ''
  const month = held.slice(0, 7)
  return [
    {
      id: `sample-joint-start-${month}`,
      unit_id: sampleZone.code,
      sample: true,
      name_zh: `${month.slice(0, 4)}年${Number(month.slice(5))}月集中开工`,
      held_on: held,
      month,
      projects: batch.map(({ id }) => id),
      published_count: batch.length,
      published_investment: counted,
      published_plan: null,
      counted_investment: counted,
      known,
      source: '示范数据',
    },
  ]
}
