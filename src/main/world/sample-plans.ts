import type { WorkCalendar } from '#engine/calendar/work-calendar'
import { addDays, daysBetween, plainDate, type PlainDate } from '#engine/period/plain-date'
import { computeSchedule } from '#engine/schedules/compute-schedule'
import type { Dependency } from '#engine/schedules/plan'
import type { Schedule } from '#engine/schedules/schedule'
import { planTemplates, type TemplateStep } from '#modules/projects/domain/plan-templates.data'

/** When a made-up plan began, until when it has happened, and by how many days it runs behind. */
export interface SampleStory {
  readonly template: string
  readonly began: PlainDate
  readonly until: PlainDate
  readonly behind: number
}

export interface SampleStep {
  readonly step: TemplateStep
  readonly start: PlainDate | null
  readonly finish: PlainDate | null
  /** The day by which the plan had it finished. */
  readonly planned: PlainDate | null
}

export interface SamplePlan {
  readonly steps: readonly SampleStep[]
  /** What was promised when the plan was made: three weeks of room. */
  readonly promised: PlainDate
  /** The plan as it was worked out on its first day, with the steps' keys. */
  readonly first: Schedule
}

const waits = (step: TemplateStep): Dependency[] => [
  ...(step.after ?? []).map((before): Dependency => ({ before, after: step.key, kind: 'finish_start' })),
  ...(step.with ?? []).map((before): Dependency => ({ before, after: step.key, kind: 'start_start' })),
]

function workedOut(template: string, began: PlainDate, calendar: WorkCalendar) {
  const steps = planTemplates[template]?.steps ?? []
  const plan = {
    nodes: steps.map(({ key, name, days, unit }) => ({
      id: key,
      name,
      duration: days,
      unit: unit === 'working' ? ('workday' as const) : ('calendar_day' as const),
    })),
    dependencies: steps.flatMap(waits),
  }
  const schedule = computeSchedule(plan, { today: began, calendar })
  if (!schedule.ok) throw new Error(`The template ${template} does not work out`)
  return { steps, schedule: schedule.value }
}

/** Days from the first to the last of a template's plan, begun on an ordinary Monday. */
export function planLength(template: string, calendar: WorkCalendar): number {
  const { schedule } = workedOut(template, plainDate(2025, 3, 3), calendar)
  return daysBetween(schedule.start, schedule.finish)
}

/** A template's plan as it might have gone: worked out by the engine from its first day, and followed with a delay. */
export function samplePlan(
  { template, began, until, behind }: SampleStory,
  calendar: WorkCalendar,
): SamplePlan {
  const { steps, schedule } = workedOut(template, began, calendar)
  const dates = new Map(schedule.nodes.map((node) => [node.id, node]))
  const happened = (day: PlainDate | undefined) => {
    const late = day && addDays(day, behind)
    return late && late <= until ? late : null
  }
  return {
    steps: steps.map((step) => ({
      step,
      start: happened(dates.get(step.key)?.earliestStart),
      finish: happened(dates.get(step.key)?.earliestFinish),
      planned: dates.get(step.key)?.earliestFinish ?? null,
    })),
    promised: addDays(schedule.finish, 21),
    first: schedule,
  }
}
