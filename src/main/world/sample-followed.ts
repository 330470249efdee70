import type { PeriodId } from '#engine/period/period'
import { sampleBlockerRows } from './sample-blockers'
import { keptDispatches } from './sample-dispatch-lines'
import { dispatchedMonths, dispatchedYears, sampleDispatches } from './sample-dispatch'
import { sampleEntries } from './sample-entries'
import { litProjects } from './sample-lamps'
import { publishedJointStart } from './published-joint-start'
import { sampleJointStart } from './sample-joint-start'
import { type ProjectParts, toldProjects } from './sample-project-parts'
import type { Desk } from './sample-reports'
import { sampleZone } from './sample-zone.data'
import type { SeedRow } from './world'

interface Following {
  readonly desk: Desk
  readonly last: PeriodId
  readonly people: readonly SeedRow[]
  readonly organs: readonly SeedRow[]
  readonly units: readonly SeedRow[]
}

/** The projects as two years of dispatch have left them: with people, months, lamps, blockers, letters and entries. */
export function followedProjects(
  rows: readonly SeedRow[],
  published: readonly SeedRow[],
  { desk, last, people, organs, units }: Following,
): { readonly projects: readonly SeedRow[]; readonly parts: ProjectParts } {
  const ground = { ...desk, last }
  const told = toldProjects(rows, ground)
  const leader = people.find(({ id }) => id === desk.holder(sampleZone.code, 'leader'))
  const months = dispatchedMonths(told.parts.project_month, ground)
  const { projects, parts } = litProjects(
    {
      projects: told.projects,
      parts: {
        ...told.parts,
        project_month: months,
        project_year: dispatchedYears(told.parts.project_year, last),
      },
    },
    {
      ...ground,
      officer: desk.holder(sampleZone.code, 'project_officer'),
      leader: leader && { id: leader.id, name: String(leader.name_zh) },
    },
  )
  const blockers = sampleBlockerRows(projects, ground)
  return {
    projects,
    parts: {
      ...parts,
      ...blockers,
      ...sampleEntries(projects),
      joint_start: [...publishedJointStart(published), ...sampleJointStart(projects, last.slice(0, 4))],
      ...keptDispatches(sampleDispatches(months, ground), {
        projects,
        parts: { ...parts, ...blockers },
        named: { people, organs, units },
      }),
    },
  }
}
