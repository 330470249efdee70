import { chinaCalendar, chinaCalendarRows } from '#engine/calendar/china-calendar'
import { period, type PeriodId } from '#engine/period/period'
import {
  type FactTexts,
  factIndicatorRows,
  factObservations,
  factProjects,
  factUnits,
  publishedFigures,
} from './facts'
import { zoneOwnFigures } from './sample-discrepancy'
import { postsAsGranted, sampleAccess } from './sample-access'
import { followedProjects } from './sample-followed'
import { sampleForms } from './sample-forms'
import { sampleIndicatorRows, sampleRuleRows } from './sample-indicators'
import { sampleMappings } from './sample-mappings'
import { sampleOrganRows, samplePeople } from './sample-people'
import { sampleEnterprises } from './sample-enterprises'
import { sampleRequests } from './sample-requests'
import { sampleRates } from './sample-rates'
import { sampleProjects } from './sample-projects'
import { type Desk, sampleReports } from './sample-reports'
import { countedSize, lastSampleMonth, type SampleCounts, type SampleSize, sampleSize } from './sample-size'
import { sampleTargets } from './sample-targets'
import { sampleUnits } from './sample-units'
import type { SeedRow, World } from './world'

/** How much sample to make, and the month whose reports are on their way (2026-10 where nothing is said). */
export interface WorldOptions {
  readonly size: 'small' | 'full' | SampleCounts
  readonly endMonth?: string
}

function sizeOf({ size, endMonth }: WorldOptions): SampleSize {
  const last = endMonth === undefined ? lastSampleMonth : period(endMonth)
  return typeof size === 'string' ? sampleSize(size, last) : countedSize(size, last)
}

function parted(rows: readonly SeedRow[], isFirst: (row: SeedRow) => boolean): [SeedRow[], SeedRow[]] {
  return [rows.filter(isFirst), rows.filter((row) => !isFirst(row))]
}

const calendarDays = (): SeedRow[] =>
  chinaCalendarRows().map((row) => ({
    id: row.date,
    unit_id: 'CN-HTZ',
    sample: false,
    date: row.date,
    kind: row.kind,
    name_zh: row.name,
  }))

const requestsOf = (enterprises: readonly SeedRow[], desk: Desk, lastMonth: PeriodId) =>
  sampleRequests(enterprises, {
    calendar: desk.calendar,
    lastMonth,
    handler: (unit) => desk.holder(unit, 'hall_officer') ?? desk.holder('SF', 'hall_officer'),
  })

/** The demonstration world: the published facts, and a sample zone beside them. The same twice, on every machine. */
export function buildWorld(facts: FactTexts, options: WorldOptions): World {
  const size = sizeOf(options)
  const figures = publishedFigures(facts.figures)
  const parks = size.parks.map((park) => park.code)
  const { people, posts, accounts } = samplePeople(parks)
  const desk: Desk = {
    holder: (unit, role) =>
      posts.find((post) => post.unit_id === unit && post.role === role)?.person as string | undefined,
    calendar: chinaCalendar(),
  }
  const enterprises = sampleEnterprises(size)
  const published = factProjects(facts.projects)
  const last = size.months.at(-1) ?? lastSampleMonth
  // Forty have a story of their own; a benchmark's thousands are rows and nothing more.
  const [some, rest] = parted(sampleProjects(size), (row) => /-[1-4]$/.test(row.id))
  const [organs, units] = [sampleOrganRows(), sampleUnits(size)]
  const made = followedProjects(some, published, { desk, last, people, organs, units })
  const monthly = sampleReports(size, desk)
  const yearly = sampleTargets(size, desk)
  const projects = [...made.projects, ...rest]
  const rates = sampleRates({ project: projects, ...made.parts }, last)
  const accessRequests = sampleAccess({ people, posts, parks, calendar: desk.calendar, lastMonth: last })
  return {
    units: [...factUnits(facts.units), ...units],
    organs,
    people,
    posts: postsAsGranted(posts, accessRequests),
    accounts,
    accessRequests,
    calendarDays: calendarDays(),
    indicators: [...sampleIndicatorRows(size), ...rates.indicators, ...factIndicatorRows(figures)],
    forms: sampleForms(size),
    rules: sampleRuleRows(size),
    reports: [...monthly.reports, ...yearly.reports],
    observations: [
      ...factObservations(figures),
      ...monthly.observations,
      ...yearly.observations,
      ...zoneOwnFigures(size),
      ...rates.observations,
    ],
    enterprises,
    requests: requestsOf(enterprises, desk, last),
    projects: [...published, ...projects],
    projectParts: made.parts,
    columnMappings: sampleMappings(),
  }
}
