import { period } from '#engine/period/period'
import { decimal } from '#engine/quantity/decimal'
import { entryDue, proofsOf, usualDeadline } from '#modules/projects/domain/entry-rules'
import { partRow } from './part-row'
import { sampleZone } from './sample-zone.data'
import type { SeedRow } from './world'

/** Shares of the total investment in per cent, by what kind of project it is; they make up the whole. */
const shares: Readonly<Record<string, readonly (readonly [kind: string, share: number])[]>> = {
  infrastructure: [
    ['zone', 40],
    ['special_bond', 60],
  ],
  municipal: [
    ['city', 30],
    ['zone', 70],
  ],
  conversion: [
    ['own', 50],
    ['loan', 40],
    ['province', 10],
  ],
}
const usual = [
  ['own', 45],
  ['loan', 55],
] as const

/** What a project's investment is made of. */
export function sampleFunds(project: SeedRow): SeedRow[] {
  if (typeof project.investment !== 'string') return []
  const whole = decimal(project.investment)
  return (shares[String(project.kind)] ?? usual).map(([kind, share]) =>
    partRow(project, `fund-${kind}`, {
      kind,
      planned: whole.times(share).div(100).toDecimalPlaces(4).toFixed(),
    }),
  )
}

/** Where an entry that is not through yet stands, one after the other. */
const standing = [
  { state: 'preparing', proofs: 4, refusal: null },
  { state: 'submitted', proofs: 7, refusal: null },
  { state: 'returned', proofs: 7, refusal: 'dates' },
] as const

function entryOf(project: SeedRow, number: number): SeedRow[] {
  if (typeof project.started_in !== 'string') return []
  const isEntered = typeof project.entered_on === 'string'
  const { state, proofs, refusal } = isEntered
    ? { state: 'entered', proofs: 7, refusal: null }
    : (standing[number % standing.length] ?? standing[0])
  const there = proofsOf('works').slice(0, proofs)
  return [
    partRow(project, 'entry', {
      kind: 'works',
      state,
      refusal,
      due_on: entryDue(period(project.started_in), usualDeadline),
      ...Object.fromEntries(there.map((name) => [name, true])),
      entered_on: project.entered_on ?? null,
    }),
  ]
}

/** Projects on their way into the statistics, and the day by which the zone takes their papers. */
export const sampleEntries = (projects: readonly SeedRow[]) => ({
  project_fund: projects.flatMap(sampleFunds),
  statistics_deadline: [
    {
      id: 'deadline-sf',
      unit_id: sampleZone.code,
      sample: true,
      day: usualDeadline,
      source: '统计局年报会布置（示范）',
    },
  ],
  statistics_entry: projects.flatMap(entryOf),
})
