import type { Plan } from '#engine/figures/plan'

/** The code of an indicator called by code, Chinese name or English name, in any case; undefined when there is none. */
export const findIndicator = (plan: Plan, name: string): string | undefined =>
  plan.names.get(name.toLowerCase())
