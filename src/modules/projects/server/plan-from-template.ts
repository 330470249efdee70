import { sql } from 'kysely'
import type { Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import type { Kernel } from '#platform/records/kernel'
import { invalidInput } from '#platform/records/refusals'
import { createRow } from '#platform/records/write-row'
import { text } from '#engine/result/result'
import { computeSchedule } from '#engine/schedules/compute-schedule'
import { projectErrors } from '../contract'
import { planTemplates, type PlanTemplate } from '../domain/plan-templates.data'
import { projectNode } from '../records/project-node'
import { projectProcedure } from '../records/project-procedure'
import { readingOf } from './plan-reading'
import { keptPlan, type KeptPlan } from './schedule'

const refuse = errorsOf(projectErrors)

/**
 * The approvals among a plan's steps, as procedures of the project: each planned for the day on which its node would be
 * finished, so that the agent's desk and the rate of procedures begin with them. Those that are there are left alone.
 */
async function layProcedures(
  tx: Transaction,
  kernel: Kernel,
  given: { kept: KeptPlan; template: PlanTemplate },
): Promise<void> {
  const { project, plan } = given.kept
  const approvals = given.template.steps.filter(({ stage }) => stage !== undefined)
  const there = await tx.all<{ name_zh: string }>(
    sql`SELECT name_zh FROM project_procedure WHERE zone_id = ${project.zone_id} AND project = ${project.id}`,
  )
  const worked = computeSchedule(plan, await readingOf(tx, kernel))
  const nodes = worked.ok ? worked.value.nodes : []
  for (const { name, stage } of approvals) {
    if (there.some(({ name_zh }) => name_zh === name.zh)) continue
    const planned_on = nodes.find((node) => node.name.zh === name.zh)?.earliestFinish ?? null
    await createRow(tx, kernel, {
      record: projectProcedure,
      input: { project: project.id, name_zh: name.zh, stage, planned_on },
      sample: project.sample,
    })
  }
}

/**
 * Lays a template's nodes into a project that has none yet, and its approvals on the list of procedures; each is then an
 * ordinary row, to be changed freely.
 */
export async function layTemplate(
  tx: Transaction,
  kernel: Kernel,
  given: { kept: KeptPlan; template: string },
): Promise<void> {
  const { kept } = given
  const template = Object.hasOwn(planTemplates, given.template) ? planTemplates[given.template] : undefined
  if (!template)
    throw invalidInput([
      {
        field: 'template',
        code: 'not_an_option',
        value: given.template.slice(0, 100),
        says: text('没有这个模板', 'is not a template'),
        mend: text(
          `可用：${Object.keys(planTemplates).join('、')}`,
          `One of ${Object.keys(planTemplates).join(', ')}.`,
        ),
      },
    ])
  if (kept.nodes.length > 0) throw refuse('plan_exists')
  const ids = new Map<string, string>()
  for (const [position, step] of template.steps.entries()) {
    const idsOf = (keys: readonly string[] | undefined) => keys?.map((key) => ids.get(key) ?? '') ?? null
    const row = await createRow(tx, kernel, {
      record: projectNode,
      input: {
        project: kept.project.id,
        name_zh: step.name.zh,
        position,
        line: step.line?.zh ?? null,
        duration: step.days,
        day_kind: step.unit,
        follows: idsOf(step.after),
        starts_with: idsOf(step.with),
      },
      sample: kept.project.sample,
    })
    ids.set(step.key, row.id)
  }
  await layProcedures(tx, kernel, { kept: await keptPlan(tx, kept.project.id), template })
}
