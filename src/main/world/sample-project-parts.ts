import type { WorkCalendar } from '#engine/calendar/work-calendar'
import { addDays, type PlainDate } from '#engine/period/plain-date'
import type { PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import { stepPeriod } from '#engine/period/period-steps'
import { decimal } from '#engine/quantity/decimal'
import { quantity } from '#engine/quantity/quantity'
import type { approvalStages } from '#modules/projects/records/project-procedure'
import { keptFields } from '#modules/projects/domain/kept-baseline'
import { happenedIn, yearFlags } from '#modules/projects/domain/year-flags'
import { planLength, type SamplePlan, samplePlan } from './sample-plans'
import { source } from './facts'
import type { Role } from '#engine/records/role.data'
import type { SeedRow } from './world'

/** The parts of projects, by record type, in the order in which they are written. */
export type ProjectParts = Readonly<
  Record<
    'project_year' | 'project_month' | 'project_node' | 'plan_baseline' | 'project_procedure' | 'joint_start',
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
  /** Who holds a post of this role in a unit. */
  readonly holder: (unit: string, role: Role) => string | undefined
}

const part = (project: SeedRow, key: string, fields: Readonly<Record<string, unknown>>): SeedRow => ({
  id: `${project.id}-${key}`,
  unit_id: project.unit_id,
  sample: true,
  project: project.id,
  ...fields,
})

/** A step's share of the whole by its days, in 亿元 with four decimals; what was done has cost a little more or less. */
function moneyOf(project: SeedRow, plan: SamplePlan) {
  const days = plan.steps.reduce((sum, { step }) => sum + step.days, 0)
  const whole = decimal(String(project.investment))
  return ({ step, start, finish }: SamplePlan['steps'][number], position: number) => {
    if (step.days === 0) return { planned_money: null, spent: null }
    const planned = whole.times(step.days).div(days)
    const done = finish ? 94 + ((position * 7) % 13) : start ? 40 : 0
    const four = (value: typeof planned) => value.toDecimalPlaces(4).toFixed()
    return { planned_money: four(planned), spent: done === 0 ? null : four(planned.times(done).div(100)) }
  }
}

/** The plan as it was when the project was signed: what has slipped since can be seen. */
function baselinesOf(project: SeedRow, { plan, began }: Plot): SeedRow[] {
  const money = moneyOf(project, plan)
  const planned = new Map(plan.steps.map((step, at) => [step.step.key, money(step, at).planned_money]))
  const nodes = plan.first.nodes.map((node) => {
    const value = planned.get(node.id) ?? null
    return { ...node, id: `${project.id}-${node.id}`, ...(value !== null && { planned: quantity(value) }) }
  })
  const kept = keptFields(
    { ...plan.first, nodes, promised: plan.promised },
    { name: '签约时计划', on: addDays(began, -20) },
  )
  return [part(project, 'baseline', { name_zh: '签约时计划', ...kept })]
}

function nodesOf(project: SeedRow, plan: SamplePlan): SeedRow[] {
  const idOf = (key: string) => `${project.id}-${key}`
  const money = moneyOf(project, plan)
  return plan.steps.map((told, position) => {
    const { step, start, finish } = told
    return part(project, step.key, {
      name_zh: step.name.zh,
      position,
      line: step.line?.zh ?? null,
      duration: step.days,
      day_kind: step.unit,
      follows: step.after?.map(idOf) ?? null,
      starts_with: step.with?.map(idOf) ?? null,
      actual_start: start,
      actual_finish: finish,
      ...money(told, position),
      officer: project.officer,
    })
  })
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
    .map(({ step, start, finish }) =>
      part(project, `approval-${step.key}`, {
        name_zh: step.name.zh,
        stage: stageOf(step.key),
        office: stageOf(step.key) === 'land' ? '行政审批局' : '自然资源和规划局',
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

/** The list is made in February; every ninth project comes to it in the summer, and one leaves it again. */
function listing(number: number, year: string) {
  const isLate = number % 9 === 4
  const isGone = number === 26
  return {
    listed_on: isLate ? `${year}-07-01` : `${year}-02-10`,
    left_on: isGone ? `${year}-09-15` : null,
    left_reason: isGone ? '业主调整投资计划，转入下年储备' : null,
  }
}

function yearOf(project: SeedRow, number: number, told: { year: string; isDone: boolean | null }): SeedRow {
  const { year, isDone } = told
  const startedBefore = typeof project.started_in === 'string' && project.started_in < year
  const row = {
    year,
    project_class: project.state === 'preliminary' ? 'preparatory' : startedBefore ? 'carried_on' : 'new',
    annual_plan: planOfYear(project).toDecimalPlaces(4).toFixed(),
    planned_start: startedBefore ? null : project.started_in,
    ...listing(number, year),
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

/** Not everything stands at the four usual places: some are only signed, just begun, completed, or at full capacity. */
function standing(project: SeedRow, number: number, finished: PlainDate | null) {
  if (project.state === 'preliminary' && number % 10 === 5)
    return { state: 'signed', stage: '已签约，前期准备' }
  if (project.stage === '主体结构施工' && number % 5 === 1) return { state: 'started', stage: '桩基施工' }
  if (project.state !== 'producing' || finished === null) return {}
  if (number % 5 === 0) return { state: 'completed', stage: '竣工验收', produced_on: null }
  return number % 5 === 1 ? { state: 'full', stage: '已达效', full_on: addDays(finished, 60) } : {}
}

/** The project with the days that its plan has brought. */
function dated(project: SeedRow, number: number, { kind, began, plan }: Plot): SeedRow {
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
    ...standing(project, number, finished),
    entered_on: started && number % 7 !== 0 ? addDays(started, 20) : null,
    task_force: `${String(project.name_zh).slice(0, 6)}工作专班`,
  }
}

/** Every third project is led by the zone's director, the others by the head of their park; one in eleven by nobody yet. */
function ledBy(row: SeedRow, number: number, { holder }: Ground): SeedRow {
  const unit = number % 3 === 0 ? 'SF' : row.unit_id
  const leader = number % 11 === 10 ? null : (holder(unit, 'leader') ?? null)
  return {
    ...row,
    leader,
    officer: holder(row.unit_id, 'project_officer') ?? holder('SF', 'project_officer') ?? null,
  }
}

function tell(row: SeedRow, number: number, ground: Ground): Told {
  const plot = plotOf(row, number, ground)
  const project = dated(ledBy(row, number, ground), number, plot)
  const procedures = proceduresOf(project, plot.plan)
  const isDone = procedures.length > 0 ? procedures.every(({ done_on }) => done_on !== null) : null
  return {
    project,
    parts: {
      project_year: [yearOf(project, number, { year: ground.last.slice(0, 4), isDone })],
      project_month: project.state === 'building' ? monthsOf(project, number, ground.last) : [],
      project_node: number % 2 === 0 ? nodesOf(project, plot.plan) : [],
      plan_baseline: number % 2 === 0 ? baselinesOf(project, plot) : [],
      project_procedure: procedures,
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
      plan_baseline: all('plan_baseline'),
      project_procedure: all('project_procedure'),
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
