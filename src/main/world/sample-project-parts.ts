import type { WorkCalendar } from '#engine/calendar/work-calendar'
import { addDays, type PlainDate } from '#engine/period/plain-date'
import type { PeriodId } from '#engine/period/period'
import { firstDay, lastDay } from '#engine/period/period-extent'
import { decimal } from '#engine/quantity/decimal'
import { quantity } from '#engine/quantity/quantity'
import type { approvalStages } from '#modules/projects/records/project-procedure'
import { keptFields } from '#modules/projects/domain/kept-baseline'
import { planLength, type SamplePlan, samplePlan } from './sample-plans'
import { agentLogOf } from './sample-agent-log'
import { partRow } from './part-row'
import { monthsOf, toStartIn, yearsOf } from './sample-project-years'
import type { Role } from '#engine/records/role.data'
import type { SeedRow } from './world'

/** The parts of projects, by record type, in the order in which they are written. */
export type ProjectParts = Readonly<
  Record<
    | 'project_year'
    | 'project_month'
    | 'project_node'
    | 'plan_baseline'
    | 'project_procedure'
    | 'agent_log'
    | 'joint_start'
    | 'lamp_rule'
    | 'lamp_exemption'
    | 'project_lamp'
    | 'blocker'
    | 'letter'
    | 'dispatch'
    | 'dispatch_line'
    | 'project_fund'
    | 'statistics_deadline'
    | 'statistics_entry',
    readonly SeedRow[]
  >
>

export interface SampleProjects {
  readonly projects: readonly SeedRow[]
  readonly parts: ToldParts
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
interface Ground {
  readonly calendar: WorkCalendar
  readonly last: PeriodId
  /** Who holds a post of this role in a unit. */
  readonly holder: (unit: string, role: Role) => string | undefined
}

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
  return [partRow(project, 'baseline', { name_zh: '签约时计划', ...kept })]
}

function nodesOf(project: SeedRow, plan: SamplePlan): SeedRow[] {
  const idOf = (key: string) => `${project.id}-${key}`
  const money = moneyOf(project, plan)
  return plan.steps.map((told, position) => {
    const { step, start, finish } = told
    return partRow(project, step.key, {
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
    .map(({ step, start, finish, planned }) =>
      partRow(project, `approval-${step.key}`, {
        name_zh: step.name.zh,
        stage: stageOf(step.key),
        office: stageOf(step.key) === 'land' ? '行政审批局' : '自然资源和规划局',
        planned_on: planned,
        applied_on: start,
        done_on: finish,
      }),
    )
}

/** What is told of each project by itself. */
export type ToldParts = Pick<
  ProjectParts,
  'project_year' | 'project_month' | 'project_node' | 'plan_baseline' | 'project_procedure' | 'agent_log'
>

interface Told {
  readonly project: SeedRow
  readonly parts: ToldParts
}

interface Plot {
  readonly last: PeriodId
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
  return { kind, began, plan, last }
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
function dated(project: SeedRow, number: number, { kind, began, plan, last }: Plot): SeedRow {
  const dayOf = (key: string) => plan.steps.find(({ step }) => step.key === key)?.finish ?? null
  const started = project.state === 'preliminary' ? null : dayOf('works_permit')
  const finished = project.state === 'producing' ? dayOf('finish') : null
  return {
    ...project,
    kind,
    signed_on: addDays(began, -20),
    promised_on: plan.promised,
    planned_start: started ?? firstDay(toStartIn(last, number)),
    started_on: started,
    started_in: started?.slice(0, 7) ?? null,
    completed_on: finished,
    produced_on: finished && addDays(finished, 30),
    ...standing(project, number, finished),
    entered_on: started && number % 7 !== 0 ? addDays(started, 20) : null,
    task_force: `${String(project.name_zh).slice(0, 6)}工作专班`,
  }
}

/** Every third project is led by the zone's director, the others by the head of their park; one in eleven by nobody yet. Its officer and the hall serve enterprises in turn. */
function ledBy(row: SeedRow, number: number, { holder }: Ground): SeedRow {
  const unit = number % 3 === 0 ? 'SF' : row.unit_id
  const leader = number % 11 === 10 ? null : (holder(unit, 'leader') ?? null)
  return {
    ...row,
    leader,
    officer: holder(row.unit_id, 'project_officer') ?? holder('SF', 'project_officer') ?? null,
    agent: holder('SF', number % 2 === 0 ? 'project_officer' : 'hall_officer') ?? null,
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
      project_year: yearsOf(project, { number, last: ground.last, isDone }),
      project_month: monthsOf(project, number, ground.last),
      project_node: number % 2 === 0 ? nodesOf(project, plot.plan) : [],
      plan_baseline: number % 2 === 0 ? baselinesOf(project, plot) : [],
      project_procedure: procedures,
      agent_log: project.agent === null ? [] : agentLogOf(project, number, ground.last),
    },
  }
}

/** The projects with what belongs to them: the year's list, months, a plan that has been followed, approvals. */
export function toldProjects(rows: readonly SeedRow[], ground: Ground): SampleProjects {
  const told = rows.map((row, number) => tell(row, number, ground))
  const all = (name: keyof ToldParts) => told.flatMap(({ parts }) => parts[name])
  return {
    projects: told.map(({ project }) => project),
    parts: {
      project_year: all('project_year'),
      project_month: all('project_month'),
      project_node: all('project_node'),
      plan_baseline: all('plan_baseline'),
      project_procedure: all('project_procedure'),
      agent_log: all('agent_log'),
    },
  }
}
