import type { WorkCalendar } from '#engine/calendar/work-calendar'
import { printBands } from '#engine/lamps/band-notation'
import type { LampExemption } from '#engine/lamps/exemption'
import { type Lamp, lampsOf, worstColour } from '#engine/lamps/lamp'
import { CONSTRUCTION_FIRM, WUHAN, YINCHUAN_2025 } from '#engine/lamps/lamp-presets.data'
import type { LampTable } from '#engine/lamps/lamp-table'
import type { LampSnapshot } from '#engine/lamps/months'
import type { PeriodId } from '#engine/period/period'
import { firstDay, lastDay } from '#engine/period/period-extent'
import { periodRange, stepPeriod } from '#engine/period/period-steps'
import { decimal } from '#engine/quantity/decimal'
import { grouped } from '#engine/result/grouped'
import { type LampGround, lampFactsOf } from '#modules/projects/domain/lamp-facts-of'
import { nodeFactsOf } from '#modules/projects/domain/node-facts-of'
import type { NodeRow } from '#modules/projects/domain/plan-of'
import type { SampleProjects } from './sample-project-parts'
import { sampleZone } from './sample-zone.data'
import type { SeedRow } from './world'

/** How many months of lamps the sample keeps. */
const monthsKept = 12

/** A park that judges the pace of its works and the nodes of its plans, while the zone goes by Yinchuan's table. */
const ownTable: { readonly park: string; readonly table: LampTable; readonly source: string } = {
  park: 'SF-ZZ',
  table: { ...WUHAN, rules: { ...WUHAN.rules, ...CONSTRUCTION_FIRM.rules } },
  source: `${WUHAN.name.zh}、${CONSTRUCTION_FIRM.name.zh}`,
}

export interface LampGroundOf {
  readonly calendar: WorkCalendar
  readonly last: PeriodId
  /** Who asks and who approves. */
  readonly officer: string | undefined
  readonly leader: { readonly id: string; readonly name: string } | undefined
}

function ruleRows(unit: string, table: LampTable, source: string): SeedRow[] {
  return Object.entries(table.rules).map(([dimension, { measure, bands, isExemptible }]) => ({
    id: `sample-rule-${unit}-${dimension}`.toLowerCase(),
    unit_id: unit,
    sample: true,
    dimension,
    measure,
    bands: printBands(bands),
    exemptible: isExemptible,
    source,
  }))
}

const tableOf = (project: SeedRow): LampTable =>
  project.unit_id === ownTable.park ? ownTable.table : YINCHUAN_2025

/** The parts of one project. */
interface Story {
  readonly project: SeedRow
  readonly years: readonly SeedRow[]
  readonly months: readonly SeedRow[]
  readonly nodes: readonly SeedRow[]
}

const added = (rows: readonly SeedRow[], name: string): string | null =>
  rows.length === 0 ? null : rows.reduce((sum, row) => sum.plus(String(row[name])), decimal(0)).toFixed()

function groundOf({ project, years, months }: Story, month: PeriodId): LampGround {
  const year = years.find((row) => row.year === month.slice(0, 4))
  const until = months.filter(
    (row) =>
      row.state === 'accepted' &&
      String(row.month) <= month &&
      String(row.month).startsWith(month.slice(0, 4)),
  )
  return {
    ...project,
    planned_start: (project.planned_start ?? null) as string | null,
    is_listed: year !== undefined,
    annual_plan: year?.annual_plan ?? null,
    year_start: year?.planned_start ?? null,
    funds_plan: year?.funds_plan ?? null,
    invested: added(until, 'invested'),
    funds: added(until, 'funds'),
  } as unknown as LampGround
}

interface Judging {
  readonly story: Story
  readonly calendar: WorkCalendar
  readonly exemptions: readonly (LampExemption & { readonly id: string })[]
}

interface Judged {
  readonly month: PeriodId
  readonly lamps: readonly Lamp[]
}

/** Twelve months by the engine that judges real ones, each knowing those before it. */
function judgedMonths({ story, calendar, exemptions }: Judging, last: PeriodId): Judged[] {
  const snapshots: LampSnapshot[] = []
  const { project, nodes } = story
  return periodRange(stepPeriod(last, 1 - monthsKept), last).map((month) => {
    const on = lastDay(month)
    const due = nodeFactsOf(
      { promised_on: (project.promised_on ?? null) as string | null },
      nodes.map((row) => ({
        fixed_start: null,
        fixed_finish: null,
        lag: null,
        planned_money: null,
        ...row,
      })) as never as NodeRow[],
      { today: lastDay(last), calendar },
    )
    const facts = lampFactsOf(
      groundOf(story, month),
      { month, on },
      { snapshots, ...(due && { nodes: due }) },
    )
    const lamps = lampsOf(tableOf(project), facts, exemptions)
    for (const { dimension, colour, exemption } of lamps)
      snapshots.push({ month, dimension, colour, isExempt: exemption !== undefined })
    return { month, lamps }
  })
}

const isWarning = (colour: string) => ['yellow', 'orange', 'red'].includes(colour)

function lampRows(project: SeedRow, judged: readonly Judged[]): SeedRow[] {
  const running = new Map<string, number>()
  return judged.flatMap(({ month, lamps }) =>
    lamps.map(({ dimension, colour, value, says, exemption }) => {
      const months = isWarning(colour) ? (running.get(dimension) ?? 0) + 1 : 0
      running.set(dimension, months)
      return {
        id: `${project.id}-${month}-${dimension}`,
        unit_id: project.unit_id,
        sample: true,
        project: project.id,
        month,
        dimension,
        colour,
        measured: value ?? null,
        says_zh: says.zh,
        says_en: says.en,
        months,
        exempted_by: (exemption as { id?: string } | undefined)?.id ?? null,
      }
    }),
  )
}

/** What was asked, in this order; a refusal says why. */
const askings: readonly { readonly state: string; readonly decision?: string }[] = [
  { state: 'approved' },
  { state: 'asked' },
  { state: 'refused', decision: '属责任单位应解决的问题，不予豁免' },
  { state: 'approved' },
]

const reasons: Readonly<Record<string, string>> = {
  progress: '连续降雨，基坑暂停施工',
  start: '用地报批在省厅审查，非建设单位原因',
  money: '上级资金计划尚未下达',
  entry: '统计部门正在核对立项文件与合同',
}

type Asking = (typeof askings)[number]

function exemptionRow(
  asking: Asking,
  { project, dimension }: { project: SeedRow; dimension: string },
  ground: LampGroundOf,
): SeedRow {
  const { state, decision = null } = asking
  const isApproved = state === 'approved'
  return {
    id: `${project.id}-exemption-${dimension}`,
    unit_id: project.unit_id,
    sample: true,
    state,
    project: project.id,
    dimension,
    reason: reasons[dimension] ?? '等待上级批复',
    from_on: firstDay(ground.last),
    until_on: lastDay(stepPeriod(ground.last, 2)),
    asked_by: ground.officer ?? null,
    approved_by: isApproved ? (ground.leader?.id ?? null) : null,
    approved_on: isApproved ? firstDay(ground.last) : null,
    decision,
  }
}

/** A few of those that are lit have asked to be exempted: two were, one waits, one was refused. */
const exemptionRows = (
  lit: readonly { project: SeedRow; lamps: readonly Lamp[] }[],
  ground: LampGroundOf,
): SeedRow[] =>
  askings.flatMap((asking, index) => {
    const { project, lamps } = lit[index * 3] ?? {}
    const dimension = lamps?.find(({ colour }) => isWarning(colour))?.dimension
    return project && dimension ? [exemptionRow(asking, { project, dimension }, ground)] : []
  })

const asHeld = (rows: readonly SeedRow[], leader: LampGroundOf['leader']) =>
  rows
    .filter(({ state }) => state === 'approved')
    .map(
      (row) =>
        ({
          id: row.id,
          dimension: row.dimension,
          reason: row.reason,
          from: row.from_on,
          until: row.until_on,
          approvedBy: leader?.name ?? '',
        }) as unknown as LampExemption & { readonly id: string },
    )

/** The projects with their lamps: rules of the zone and of one park, some exemptions, twelve months, the worst on each row. */
export function litProjects(made: SampleProjects, ground: LampGroundOf): SampleProjects {
  const { calendar, last } = ground
  const byProject = (name: keyof SampleProjects['parts']) => grouped(made.parts[name], (row) => row.project)
  const [years, months, nodes] = [
    byProject('project_year'),
    byProject('project_month'),
    byProject('project_node'),
  ]
  const stories = made.projects.map((project): Story => ({
    project,
    years: years.get(project.id) ?? [],
    months: months.get(project.id) ?? [],
    nodes: nodes.get(project.id) ?? [],
  }))
  const lit = stories
    .map((story) => ({
      project: story.project,
      lamps: judgedMonths({ story, calendar, exemptions: [] }, last).at(-1)?.lamps ?? [],
    }))
    .filter(({ project, lamps }) => tableOf(project) === YINCHUAN_2025 && isWarning(worstColour(lamps)))
  const exemptions = exemptionRows(lit, ground)
  const held = grouped(exemptions, ({ project }) => project)
  const judged = stories.map((story) => ({
    project: story.project,
    months: judgedMonths(
      { story, calendar, exemptions: asHeld(held.get(story.project.id) ?? [], ground.leader) },
      last,
    ),
  }))
  return {
    projects: judged.map(({ project, months: all }) => ({
      ...project,
      lamp: worstColour(all.at(-1)?.lamps ?? []),
    })),
    parts: {
      ...made.parts,
      lamp_rule: [
        ...ruleRows(sampleZone.code, YINCHUAN_2025, YINCHUAN_2025.name.zh),
        ...(made.projects.some(({ unit_id }) => unit_id === ownTable.park)
          ? ruleRows(ownTable.park, ownTable.table, ownTable.source)
          : []),
      ],
      lamp_exemption: exemptions,
      project_lamp: judged.flatMap(({ project, months: all }) => lampRows(project, all)),
    },
  }
}
