import type { MappingPlan } from '#engine/mapping/plan'
import type { InputField } from '#engine/records/input-fields'

/** The fields that the plan fills, each as often as it does. */
const filled = (plan: MappingPlan): string[] => [
  ...Object.values(plan.columns).flatMap(({ field }) => field ?? []),
  ...plan.sections.flatMap((field) => field ?? []),
  ...(plan.sheet_name === null ? [] : [plan.sheet_name]),
  ...Object.keys(plan.constants),
]

/** Required fields that nothing fills, and fields that two columns fill: with either the import would refuse every row. */
export function planProblems(plan: MappingPlan, fields: readonly InputField[]) {
  const all = filled(plan)
  const byColumn = Object.values(plan.columns).flatMap(({ field }) => field ?? [])
  return {
    missing: fields.filter(({ name, field }) => field.required && !all.includes(name)),
    twice: fields.filter(({ name }) => byColumn.filter((one) => one === name).length > 1),
  }
}
