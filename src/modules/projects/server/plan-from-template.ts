import type { Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import type { Kernel } from '#platform/records/kernel'
import { invalidInput } from '#platform/records/refusals'
import { createRow } from '#platform/records/write-row'
import { text } from '#engine/result/result'
import { projectErrors } from '../contract'
import { planTemplates } from '../domain/plan-templates.data'
import { projectNode } from '../records/project-node'
import type { KeptPlan } from './schedule'

const refuse = errorsOf(projectErrors)

/** Lays a template's nodes into a project that has none yet; each is then an ordinary row, to be changed freely. */
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
}
