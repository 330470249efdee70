import { sampleBlockerRows } from './sample-blockers'
import {
  dispatchedMonths,
  dispatchedYears,
  type DispatchGround,
  sampleDispatches,
  withPeople,
} from './sample-dispatch'
import type { SampleProjects } from './sample-project-parts'

/** The projects as a year of dispatch has left them: with their people, months, blockers and letters. */
export function dispatchedProjects(told: SampleProjects, ground: DispatchGround): SampleProjects {
  const projects = withPeople(told.projects, ground)
  const months = dispatchedMonths(told.parts.project_month, ground)
  return {
    projects,
    parts: {
      ...told.parts,
      project_year: dispatchedYears(told.parts.project_year, ground.last),
      project_month: months,
      ...sampleBlockerRows(projects, ground),
      dispatch: sampleDispatches(months, ground),
    },
  }
}
