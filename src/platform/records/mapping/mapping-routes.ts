import { type MappingPlan, planFrom } from '#engine/mapping/plan'
import { mayCreateSomewhere } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { kernelError } from '#platform/errors/app-error'
import { signedIn } from '#platform/http/request'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import type { RecordRoutes } from '#platform/records/record-routes'
import { type Sent, sentFile } from '#platform/records/sent-file'
import { lookAtFile } from './look-at-file'

const malformed = () =>
  kernelError('bad_request', {
    detail: text('plan 不是有效的列对应', 'plan is no mapping of columns'),
  })

/** The plan that was sent before the file, if any: how a sheet that is not the template is to be read. */
export function sentPlan({ fields }: Pick<Sent, 'fields'>): MappingPlan | undefined {
  if (fields.plan === undefined) return undefined
  let given: unknown
  try {
    given = JSON.parse(fields.plan)
  } catch {
    throw malformed()
  }
  const plan = planFrom(given)
  if (!plan) throw malformed()
  return plan
}

/** How a sheet of one's own would be read. It writes nothing: the same file and plan sent to the import are read the same. */
export function registerLook(routes: RecordRoutes, kernel: Kernel): void {
  routes.post('/import/look', async (record, request) => {
    const actor = signedIn(request)
    if (!mayCreateSomewhere(actor, record)) throw kernelError('forbidden')
    const remember = (request.query as Readonly<Record<string, unknown>>).remember !== 'false'
    const file = await sentFile(request)
    const plan = sentPlan(file)
    return kernel.database.transaction(actor, 'read', async (tx) =>
      lookAtFile(tx, kernel, {
        record,
        file,
        extra: await kernel.extraFields(record, tx),
        plan,
        remember,
        year: Number(beijingToday().slice(0, 4)),
      }),
    )
  })
}
