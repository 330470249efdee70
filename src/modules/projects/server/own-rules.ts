import type { Effect } from '#platform/records/effects'
import { together } from '#platform/records/effects'
import type { Kernel } from '#platform/records/kernel'
import { dispatchEffects } from './dispatch/dispatch-effects'
import { letterEffects } from './dispatch/letter-effects'
import { monthEffects } from './dispatch/month-effects'
import {
  exemptionLampEffects,
  monthLampEffects,
  nodeLampEffects,
  projectLampEffects,
  ruleLampEffects,
  yearLampEffects,
} from './lamps/lamp-effects'
import { procedureEffects, projectEffects, yearEffects } from './year-effects'

/** The rules of their own that this module's record types have, by type. */
export const projectOwnRules = (kernel: () => Kernel): [record: string, rule: Effect][] => [
  ['project', together(projectEffects(kernel), projectLampEffects(kernel))],
  ['project_year', together(yearEffects(), yearLampEffects(kernel))],
  ['project_month', together(monthEffects(), monthLampEffects(kernel))],
  ['project_node', nodeLampEffects(kernel)],
  ['project_procedure', procedureEffects(kernel)],
  ['dispatch', dispatchEffects()],
  ['letter', letterEffects()],
  ['lamp_exemption', exemptionLampEffects(kernel)],
  ['lamp_rule', ruleLampEffects(kernel)],
]
