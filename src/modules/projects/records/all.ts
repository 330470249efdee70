import { agentLog } from './agent-log'
import { blocker } from './blocker'
import { dispatch } from './dispatch'
import { dispatchLine } from './dispatch-line'
import { jointStart } from './joint-start'
import { lampExemption } from './lamp-exemption'
import { lampRule } from './lamp-rule'
import { planBaseline } from './plan-baseline'
import { letter } from './letter'
import { project } from './project'
import { projectFund } from './project-fund'
import { projectLamp } from './project-lamp'
import { projectMonth } from './project-month'
import { projectNode } from './project-node'
import { projectProcedure } from './project-procedure'
import { projectYear } from './project-year'
import { statisticsDeadline } from './statistics-deadline'
import { statisticsEntry } from './statistics-entry'

/** The record types of this module, in the order in which they refer to each other. */
export const projectRecords = [
  project,
  projectYear,
  projectMonth,
  projectFund,
  projectNode,
  planBaseline,
  projectProcedure,
  agentLog,
  blocker,
  letter,
  jointStart,
  statisticsDeadline,
  statisticsEntry,
  lampRule,
  lampExemption,
  projectLamp,
  dispatch,
  dispatchLine,
]
