import type { WorkCalendar } from '#engine/calendar/work-calendar'
import { addDays, type PlainDate } from '#engine/period/plain-date'
import type { PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import { stepPeriod } from '#engine/period/period-steps'
import { decimal } from '#engine/quantity/decimal'
import type { approvalStages } from '#modules/projects/records/project-procedure'
import { happenedIn, yearFlags } from '#modules/projects/domain/year-flags'
import { planLength, type SamplePlan, samplePlan } from './sample-plans'
import { source } from './facts'
import { agentLogOf } from './sample-agent-log'
import type { SeedRow } from './world'

/** The parts of projects, by record type, in the order in which they are written. */
export type ProjectParts = Readonly<
  Record<
    'project_year' | 'project_month' | 'project_node' | 'project_procedure' | 'agent_log' | 'joint_start',
    readonly SeedRow[]
  >
>

export interface SampleProjects {
  readonly projects: readonly SeedRow[]
  readonly parts: ProjectParts
}

/** How much of a plan has gone by, in per cent, by where its project stands. */
const gone: Readonly<Record<string, number>> = {
  前期手续办理中: 12,
  主体结构施工: 50,
  设备安装调试: 78,
  已投产: 125,
}
const kinds: Readonly<Record<string, string>> = {
  road: 'infrastructure',
  municipal: 'municipal',
  'medical-platform': 'conversion',
}
const monthsKept = 6

interface Ground {
  readonly calendar: WorkCalendar
  readonly last: PeriodId
  /** People who serve enterprises as agents, in turn. */
  readonly agents: readonly string[]
}

const part = (project: SeedRow, key: string, fields: Readonly<Record<string, unknown>>): SeedRow => ({
  id: `${project.id}-${key}`,
  unit_id: project.unit_id,
  sample: true,
  project: project.id,
  ...fields,
})

function nodesOf(project: SeedRow, plan: SamplePlan): SeedRow[] {
  const idOf = (key: string) => `${project.id}-${key}`
  return plan.steps.map(({ step, start, finish }, position) =>
    part(project, step.key, {
      name_zh: step.name.zh,
      position,
      line: step.line?.zh ?? null,
      duration: step.days,
      day_kind: step.unit,
      follows: step.after?.map(idOf) ?? null,
      starts_with: step.with?.map(idOf) ?? null,
      actual_start: start,
      actual_finish: finish,
      officer: project.officer,
    }),
  )
}

/** The approvals among a plan's steps, each with its office. */
function proceduresOf(project: SeedRow, plan: SamplePlan): SeedRow[] {
  const stageOf = (key: string): keyof typeof approvalStages => {
    if (/acceptance/.test(key)) return 'acceptance'
    if (key === 'works_permit') return 'works'
    return /scheme|project_permit|drawings|design/.test(key) ? 'design' : 'land'
  }
  return plan.steps
    .filter(({ step }) => step.line?.zh === '手续' && stageOf(step.key) !== 'acceptance')
    .map(({ step, start, finish, planned }) =>
      part(project, `approval-${step.key}`, {
        name_zh: step.name.zh,
        stage: stageOf(step.key),
        office: stageOf(step.key) === 'land' ? '行政审批局' : '自然资源和规划局',
        planned_on: planned,
        applied_on: start,
        done_on: finish,
      }),
    )
}

/** A year's plan is half of the whole for what is being built; the months fill it with a lag. */
const planOfYear = (project: SeedRow) => decimal(String(project.investment)).div(2)

function monthsOf(project: SeedRow, number: number, last: PeriodId): SeedRow[] {
  const monthly = planOfYear(project).div(12)
  return Array.from({ length: monthsKept }, (_, index) => {
    const month = stepPeriod(last, index + 1 - monthsKept)
    const invested = monthly
      .times(70 + ((number * 17 + index * 11) % 45))
      .div(100)
      .toDecimalPlaces(4)
    const funds = invested.times(9).div(10).toDecimalPlaces(4)
    const isLast = index === monthsKept - 1
    return part(project, month, {
      state: isLast && number % 3 === 0 ? 'submitted' : 'accepted',
      month,
      invested: invested.toFixed(),
      funds: funds.toFixed(),
      funds_other_province: funds.div(2).toDecimalPlaces(4).toFixed(),
      progress: `${String(project.stage)}，本月按计划推进`,
    })
  })
}

function yearOf(project: SeedRow, year: string, isDone: boolean | null): SeedRow {
  const startedBefore = typeof project.started_in === 'string' && project.started_in < year
  const row = {
    year,
    project_class: project.state === 'preliminary' ? 'preparatory' : startedBefore ? 'carried_on' : 'new',
    annual_plan: planOfYear(project).toDecimalPlaces(4).toFixed(),
    planned_start: startedBefore ? null : project.started_in,
    ...happenedIn(project, year),
    procedures_done: isDone,
  }
  return part(project, year, { ...row, ...yearFlags(row) })
}

interface Told {
  readonly project: SeedRow
  readonly parts: ProjectParts
}

interface Plot {
  readonly kind: string
  readonly began: PlainDate
  readonly plan: SamplePlan
}

function plotOf(project: SeedRow, number: number, { calendar, last }: Ground): Plot {
  const until = lastDay(last)
  const kind = kinds[String(project.category)] ?? 'industrial'
  const length = planLength(kind, calendar)
  const began = addDays(
    until,
    -Math.round((length * (gone[String(project.stage)] ?? 50)) / 100) - (number % 5),
  )
  const plan = samplePlan({ template: kind, began, until, behind: (number % 4) * 9 }, calendar)
  return { kind, began, plan }
}

/** The project with the days that its plan has brought. */
function dated(
  project: SeedRow,
  number: number,
  { kind, began, plan, agent }: Plot & { readonly agent: string | null },
): SeedRow {
  const dayOf = (key: string) => plan.steps.find(({ step }) => step.key === key)?.finish ?? null
  const started = project.state === 'preliminary' ? null : dayOf('works_permit')
  const finished = project.state === 'producing' ? dayOf('finish') : null
  return {
    ...project,
    kind,
    signed_on: addDays(began, -20),
    promised_on: plan.promised,
    started_on: started,
    started_in: started?.slice(0, 7) ?? null,
    completed_on: finished,
    produced_on: finished && addDays(finished, 30),
    entered_on: started && number % 7 !== 0 ? addDays(started, 20) : null,
    agent,
    task_force: `${String(project.name_zh).slice(0, 6)}工作专班`,
  }
}

function tell(row: SeedRow, number: number, ground: Ground): Told {
  const plot = plotOf(row, number, ground)
  const agent = ground.agents[number % ground.agents.length] ?? null
  const project = dated(row, number, { ...plot, agent })
  const procedures = proceduresOf(project, plot.plan)
  const isDone = procedures.length > 0 ? procedures.every(({ done_on }) => done_on !== null) : null
  return {
    project,
    parts: {
      project_year: [yearOf(project, ground.last.slice(0, 4), isDone)],
      project_month: project.state === 'building' ? monthsOf(project, number, ground.last) : [],
      project_node: number % 2 === 0 ? nodesOf(project, plot.plan) : [],
      project_procedure: procedures,
      agent_log: agent === null ? [] : agentLogOf(project, number, ground.last),
      joint_start: [],
    },
  }
}

/** The projects with what belongs to them: the year's list, months, a plan that has been followed, approvals. */
export function toldProjects(rows: readonly SeedRow[], ground: Ground): SampleProjects {
  const told = rows.map((row, number) => tell(row, number, ground))
  const all = (name: keyof ProjectParts) => told.flatMap(({ parts }) => parts[name])
  return {
    projects: told.map(({ project }) => project),
    parts: {
      project_year: all('project_year'),
      project_month: all('project_month'),
      project_node: all('project_node'),
      project_procedure: all('project_procedure'),
      agent_log: all('agent_log'),
      joint_start: [],
    },
  }
}

/** Nanning's six, started together in March 2022 with the totals that were published of them. */
export function publishedJointStart(projects: readonly SeedRow[]): SeedRow[] {
  const batch = projects.filter(({ started_in }) => started_in === '2022-03')
  const known = batch.filter(({ investment }) => investment !== null)
  if (batch.length === 0) return []
  const row = {
    id: 'published-nn-2022-03',
    unit_id: 'NN',
    sample: false,
    name_zh: '2022年3月集中开工',
    month: '2022-03',
    projects: batch.map(({ id }) => id),
    published_count: batch.length,
    published_investment: '6.16',
    published_plan: '3.5',
    counted_investment: known.reduce((sum, row) => sum.plus(String(row.investment)), decimal('0')).toFixed(),
    known: known.length,
    source,
  }
  return [row]
}
