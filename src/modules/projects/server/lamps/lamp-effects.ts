import { period } from '#engine/period/period'
import { grouped } from '#engine/result/grouped'
import type { Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import { beijingToday } from '#platform/records/beijing-now'
import type { Deed, Effect } from '#platform/records/effects'
import type { Kernel } from '#platform/records/kernel'
import { invalidInput } from '#platform/records/refusals'
import { projectErrors } from '../../contract'
import { lampRuleProblems } from '../../domain/lamp-rule-problems'
import type { RuleRow } from '../../domain/lamp-table-of'
import { takeLampSnapshot } from './take-lamp-snapshot'

const refuse = errorsOf(projectErrors)

const thisMonth = () => {
  const on = beijingToday()
  return { on, month: period(on.slice(0, 7)) }
}

/** Judges anew what a change is about, so that the list does not say until tomorrow what is true no more. */
async function judgeAnew(
  tx: Transaction,
  kernel: Kernel,
  given: {
    deeds: readonly Deed[]
    of: (deed: Deed) => { projects: string[] } | { units: readonly string[] }
  },
): Promise<void> {
  for (const [zone, deeds] of grouped(given.deeds, ({ row }) => row.zone_id)) {
    const about = deeds.map(given.of)
    const projects = [...new Set(about.flatMap((one) => ('projects' in one ? one.projects : [])))]
    const units = [...new Set(about.flatMap((one) => ('units' in one ? one.units : [])))]
    await takeLampSnapshot(tx, kernel, {
      zone,
      ...thisMonth(),
      ...(units.length > 0 ? { units } : { projects }),
    })
  }
}

const differs = ({ before, row }: Deed, names: readonly string[]): boolean =>
  names.some((name) => (before?.[name] ?? null) !== (row[name] ?? null))

/** Judges the project of a part, or the project itself, after changes that its lamps are read from. */
const following = (
  kernel: () => Kernel,
  matters: (deed: Deed) => boolean,
  projectOf: (deed: Deed) => string,
): Effect => ({
  async settle(tx, deeds) {
    const told = deeds.filter(matters)
    if (told.length === 0) return
    await judgeAnew(tx, kernel(), { deeds: told, of: (deed) => ({ projects: [projectOf(deed)] }) })
  },
})

const whole = ({ row }: Deed): string => String(row.project)

const ownFields = [
  'state',
  'planned_start',
  'started_on',
  'started_in',
  'entered_on',
  'promised_on',
  'unit_id',
]

/** A project's own days; of new ones see `newProjectEffects`. */
export const projectLampEffects = (kernel: () => Kernel): Effect =>
  following(
    kernel,
    (deed) => deed.before !== undefined && deed.name !== 'remove' && differs(deed, ownFields),
    ({ row }) => row.id,
  )

/** Its place on the year's list. */
export const yearLampEffects = (kernel: () => Kernel): Effect => following(kernel, () => true, whole)

/** A month counts once it is accepted, and no more while it is being corrected. */
export const monthLampEffects = (kernel: () => Kernel): Effect =>
  following(kernel, ({ before, row }) => [before?.state, row.state].includes('accepted'), whole)

/** A node that was finished; other changes of a plan wait for the day to end: a template lays twenty nodes at once. */
export const nodeLampEffects = (kernel: () => Kernel): Effect =>
  following(kernel, (deed) => differs(deed, ['actual_finish']), whole)

function decided(
  person: string,
  { name, before, reason }: Deed,
): Readonly<Record<string, unknown>> | undefined {
  switch (name) {
    case 'create':
      return { asked_by: person }
    case 'update':
      return undefined
    case 'approve':
      if (before?.asked_by === person) throw refuse('own_exemption')
      return { approved_by: person, approved_on: beijingToday() }
    default:
      return { decision: reason }
  }
}

/** What is asked and who decides: nobody approves what they asked for. An exemption that holds is judged at once. */
export function exemptionLampEffects(kernel: () => Kernel): Effect {
  const { settle } = following(
    kernel,
    ({ before, row }) => [before?.state, row.state].includes('approved'),
    whole,
  )
  return {
    ...(settle && { settle }),
    before: (tx, deed) => Promise.resolve().then(() => decided(tx.actor.person, deed)),
  }
}

/** Transactions in which several rules are changed: their projects are judged at the end, by all of them. */
const judgedLater = new WeakSet<Transaction>()

/** Changes several rules of a unit and judges its projects once, when all of them stand. */
export async function changeRules(
  tx: Transaction,
  kernel: Kernel,
  given: { readonly zone: string; readonly unit: string; readonly change: () => Promise<void> },
): Promise<void> {
  judgedLater.add(tx)
  await given.change()
  judgedLater.delete(tx)
  const units = kernel.places().within(given.unit)
  await takeLampSnapshot(tx, kernel, { zone: given.zone, ...thisMonth(), units })
}

function assertRule(row: RuleRow): undefined {
  const problems = lampRuleProblems(row)
  if (problems.length > 0) throw invalidInput(problems)
}

/** A rule is kept only when every value has exactly one lamp; then the projects it binds are judged anew. */
export function ruleLampEffects(kernel: () => Kernel): Effect {
  return {
    before: (_tx, { row }) => Promise.resolve().then(() => assertRule(row as unknown as RuleRow)),
    async settle(tx, deeds) {
      if (judgedLater.has(tx)) return
      const of = ({ row }: Deed) => ({ units: kernel().places().within(row.unit_id) })
      await judgeAnew(tx, kernel(), { deeds, of })
    },
  }
}
