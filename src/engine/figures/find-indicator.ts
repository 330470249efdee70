import type { Plan } from '#engine/figures/plan'

/** The code of an indicator called by code, Chinese name or English name, in any case; undefined when there is none. */
export function findIndicator(plan: Plan, name: string): string | undefined {
  if (plan.indicators.has(name)) return name
  const wanted = name.toLowerCase()
  for (const { indicator } of plan.indicators.values()) {
    const names = [indicator.code, indicator.name.zh, indicator.name.en]
    if (names.some((each) => each.toLowerCase() === wanted)) return indicator.code
  }
  return undefined
}
