import { yearOfPeriod } from '#engine/period/period'
import { sampleTarget } from './sample-figures'
import { targeted, targetForm } from './sample-forms'
import type { Desk, Reported } from './sample-reports'
import type { SampleSize } from './sample-size'
import { type SamplePark, sampleZone } from './sample-zone.data'
import type { ObservationSeed, ReportSeed } from './world'

function targetReport(park: SamplePark, year: number, desk: Desk): ReportSeed {
  const economist = desk.holder(sampleZone.code, 'economist') ?? null
  return {
    id: `report-${park.code}-targets-${year}`.toLowerCase(),
    unit_id: park.code,
    sample: true,
    state: 'published',
    title: `${targetForm.zh} ${year}`,
    form: targetForm.id,
    period: String(year),
    // Promised at the year's beginning; a day counted from the year's end would call every promise early.
    due_on: null,
    submitted_at: `${year}-01-12T02:10:00.000Z`,
    submitted_by: desk.holder(park.code, 'statistician') ?? null,
    verified_at: `${year}-01-16T06:40:00.000Z`,
    verified_by: economist,
    published_at: `${year}-01-20T02:00:00.000Z`,
    published_by: economist,
    note: null,
    created_at: `${year}-01-05T01:00:00.000Z`,
    updated_at: `${year}-01-20T02:00:00.000Z`,
    updated_by: economist ?? undefined,
  }
}

function promised(report: ReportSeed, size: SampleSize, park: SamplePark): ObservationSeed[] {
  const year = Number(report.period)
  return targeted(size).map((indicator) => ({
    unit_id: park.code,
    indicator: indicator.code,
    period: String(year),
    nature: 'target',
    value: sampleTarget(indicator, { unit: park.code, weight: park.weight }, year),
    qualifier: 'exact',
    origin: 'reported',
    report: report.id,
    reported_by: report.submitted_by as string,
    reported_at: report.submitted_at as string,
    verified_by: report.verified_by as string,
    verified_at: report.verified_at as string,
    published_by: report.published_by as string,
    published_at: report.published_at as string,
    sample: true,
  }))
}

/** Targets of the two last years for every park; the zone's are their sum. */
export function sampleTargets(size: SampleSize, desk: Desk): Reported {
  const last = size.months.at(-1)
  const years = last ? [yearOfPeriod(last) - 1, yearOfPeriod(last)] : []
  const made = years.flatMap((year) =>
    size.parks.map((park) => ({ park, report: targetReport(park, year, desk) })),
  )
  return {
    reports: made.map(({ report }) => report),
    observations: made.flatMap(({ park, report }) => promised(report, size, park)),
  }
}
