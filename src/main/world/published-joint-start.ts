import { decimal } from '#engine/quantity/decimal'
import { source } from './facts'
import type { SeedRow } from './world'

/** Nanning's six, started together in March 2022 with the totals that were published of them. */
export function publishedJointStart(projects: readonly SeedRow[]): SeedRow[] {
  const batch = projects.filter(({ started_in }) => started_in === '2022-03')
  const known = batch.filter(({ investment }) => investment !== null)
  if (batch.length === 0) return []
  const row = {
    id: 'published-nn-2022-03',
    unit_id: 'NN',
    sample: false,
    name_zh: '2022年3月集中开工',
    month: '2022-03',
    projects: batch.map(({ id }) => id),
    published_count: batch.length,
    published_investment: '6.16',
    published_plan: '3.5',
    counted_investment: known.reduce((sum, row) => sum.plus(String(row.investment)), decimal('0')).toFixed(),
    known: known.length,
    source,
  }
  return [row]
}
