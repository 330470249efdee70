import { blocker } from './blocker'
import { dispatch } from './dispatch'
import { jointStart } from './joint-start'
import { letter } from './letter'
import { lampExemption } from './lamp-exemption'
import { lampRule } from './lamp-rule'
import { project } from './project'
import { projectLamp } from './project-lamp'
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
  blocker,
  letter,
  jointStart,
  dispatch,
  lampRule,
  lampExemption,
  projectLamp,
]
