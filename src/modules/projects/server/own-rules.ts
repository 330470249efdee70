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
import { newProjectEffects, type NewProjects } from './lamps/new-projects'
import { nodeEffects } from './node-effects'
import { entryEffects } from './entry/entry-effects'
import { baselineEffects } from './portfolio/baseline-effects'
import { jointStartEffects, startedTogether } from './portfolio/joint-start-effects'
import { procedureEffects, projectEffects, yearEffects } from './year-effects'

/** The rules of their own that this module's record types have, by type. */
export const projectOwnRules = (
  kernel: () => Kernel,
  fresh: NewProjects,
): [record: string, rule: Effect][] => [
  [
    'project',
    together(
      projectEffects(kernel),
      startedTogether(kernel),
      projectLampEffects(kernel),
      newProjectEffects(fresh),
    ),
  ],
  ['joint_start', jointStartEffects()],
  ['plan_baseline', baselineEffects(kernel)],
  ['project_year', together(yearEffects(), yearLampEffects(kernel))],
  ['project_month', together(monthEffects(), monthLampEffects(kernel))],
  ['project_node', together(nodeEffects(), nodeLampEffects(kernel))],
  ['project_procedure', procedureEffects(kernel)],
  ['dispatch', dispatchEffects(kernel)],
  ['letter', letterEffects()],
  ['lamp_exemption', exemptionLampEffects(kernel)],
  ['lamp_rule', ruleLampEffects(kernel)],
  ['statistics_entry', entryEffects(kernel)],
]
