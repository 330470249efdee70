import { cellId, type Cell, type CellKey, type Read } from '#engine/figures/cell'
import { createKeyMap } from '#engine/figures/key-map'
import type { CheckRule, Finding, Proposal } from '#engine/figures/check-rule'
import { brokenRule, type Checking } from '#engine/figures/check-kinds'
import { computeCell } from '#engine/figures/compute-cell'
import { affectedBy } from '#engine/figures/recompute'
import type { Plan } from '#engine/figures/plan'
import type { PeriodId } from '#engine/period/period'
import { comparePeriods } from '#engine/period/period-extent'

/** What the proposals are checked against. */
export interface CheckContext {
  readonly plan: Plan
  readonly read: Read
}

/**
 * Findings of all rules on all proposals, errors first. Proposed figures are seen by one another (a balance between two
 * cells typed together); what cannot be judged because a figure is unknown is not found fault with, except `required`.
 */
export function checkFigures(
  rules: readonly CheckRule[],
  proposals: readonly Proposal[],
  { plan, read }: CheckContext,
): readonly Finding[] {
  const proposed = withProposals(plan, proposals, read)
  const findings = proposals.flatMap(({ key, quantity }) =>
    rules
      .filter((rule) => rule.indicator === key.indicator)
      .flatMap((rule) => findingOf(rule, { plan, key, quantity, read: proposed })),
  )
  return findings.sort((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
}

function findingOf(rule: CheckRule, checking: Checking): readonly Finding[] {
  const sentence = brokenRule(rule.check, checking)
  if (!sentence) return []
  const { severity, check } = rule
  const needsExplanation = rule.needsExplanation ?? severity === 'warning'
  return [{ rule: rule.id, kind: check.kind, severity, key: checking.key, sentence, needsExplanation }]
}

/** The world as it would be: proposals as observations, and every cell they reach computed anew. */
function withProposals(plan: Plan, proposals: readonly Proposal[], read: Read): Read {
  const proposed = new Map(proposals.map((proposal) => [cellId(proposal.key), proposal]))
  const fresh = createKeyMap<Cell>()
  const world: Read = {
    observation: (key) => {
      const proposal = proposed.get(cellId(key))
      if (!proposal) return read.observation(key)
      return { quantity: proposal.quantity, origin: 'reported', sample: false, status: 'draft' }
    },
    cell: (key) => fresh.get(key) ?? read.cell(key),
  }
  for (const key of reached(plan, proposals)) fresh.set(key, computeCell(plan, key, world))
  return world
}

function reached(plan: Plan, proposals: readonly Proposal[]): readonly CellKey[] {
  const keys = proposals.map((proposal) => proposal.key)
  const last = keys
    .map((key) => key.period)
    .sort(comparePeriods)
    .at(-1)
  return last === undefined ? [] : affectedBy(plan, { keys, until: last satisfies PeriodId })
}
