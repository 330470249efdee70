import { sampleBlockerRows } from './sample-blockers'
import {
  dispatchedMonths,
  dispatchedYears,
  type DispatchGround,
  sampleDispatches,
  waitingMonths,
  withPeople,
} from './sample-dispatch'
import { type ProjectParts, publishedJointStart, type SampleProjects } from './sample-project-parts'
import type { SeedRow } from './world'

/** The projects as a year of dispatch has left them: with their people, months, blockers and letters. */
export function followedProjects(
  made: SampleProjects,
  published: readonly SeedRow[],
  ground: DispatchGround,
): { readonly projects: readonly SeedRow[]; readonly parts: ProjectParts } {
  const projects = withPeople(made.projects, ground)
  const years = dispatchedYears(made.parts.project_year, ground.last)
  const waiting = waitingMonths(years, ground.last)
  const months = dispatchedMonths([...made.parts.project_month, ...waiting], ground)
  return {
    projects,
    parts: {
      ...made.parts,
      project_year: years,
      project_month: months,
      ...sampleBlockerRows(projects, ground),
      joint_start: publishedJointStart(published),
      dispatch: sampleDispatches(months, ground),
    },
  }
}
