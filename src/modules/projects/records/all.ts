import { agentLog } from './agent-log'
import { blocker } from './blocker'
import { jointStart } from './joint-start'
import { project } from './project'
import { projectMonth } from './project-month'
import { projectNode } from './project-node'
import { projectProcedure } from './project-procedure'
import { projectYear } from './project-year'

/** The record types of this module, in the order in which they refer to each other. */
export const projectRecords = [
  project,
  projectYear,
  projectMonth,
  projectNode,
  projectProcedure,
  agentLog,
  blocker,
  jointStart,
]
