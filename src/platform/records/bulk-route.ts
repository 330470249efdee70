import type { RecordType } from '#engine/records/record'
import { shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { AppError } from '#platform/errors/app-error'
import { objectBody, signedIn } from '#platform/http/request'
import { problemReply } from '#platform/http/problem-reply'
import { actOnRow } from './act-on-row'
import type { Kernel } from './kernel'
import type { RecordRoutes } from './record-routes'
import { invalidInput } from './refusals'
import { removeRow, updateRow } from './write-row'

interface BulkRequest {
  readonly ids: readonly { readonly id: string; readonly version: number }[]
  readonly action?: string
  /** Removes the rows; their content stays in the ledger. */
  readonly remove?: boolean
  readonly values?: Readonly<Record<string, unknown>>
  readonly reason?: string
}

/** Most rows of one bulk act: each is locked until the end. */
const most = 1000

function readBulk(body: Record<string, unknown>): BulkRequest {
  const { ids } = body
  const wellFormed =
    Array.isArray(ids) &&
    ids.length > 0 &&
    ids.length <= most &&
    ids.every(
      (one: { id?: unknown; version?: unknown } | null) =>
        typeof one?.id === 'string' && Number.isInteger(one.version),
    )
  if (wellFormed) return body as unknown as BulkRequest
  throw invalidInput([
    {
      field: 'ids',
      code: 'rule',
      value: shown(ids),
      says: text('应为编号与版本的列表', 'must be a list of ids and versions'),
      mend: text(`一次最多 ${most} 行`, `Send [{id, version}], at most ${most}.`),
    },
  ])
}

const one = async (
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; bulk: BulkRequest; row: BulkRequest['ids'][number] },
) => {
  const { record, bulk, row } = given
  const { action, reason, values } = bulk
  if (bulk.remove === true) return removeRow(tx, kernel, { record, ...row })
  await (action
    ? actOnRow(tx, kernel, { record, ...row, action, ...(reason && { reason }), ...(values && { values }) })
    : updateRow(tx, kernel, { record, ...row, input: values ?? {} }))
}

/** All rows or none: a refusal of any row names that row and leaves every other as it was. */
export function registerBulkRoute(routes: RecordRoutes, kernel: Kernel): void {
  routes.post('/bulk', async (record, request) => {
    const bulk = readBulk(objectBody(request))
    const actor = signedIn(request)
    let at: string | undefined
    try {
      await kernel.database.transaction(actor, 'write', async (tx) => {
        for (const row of bulk.ids) {
          at = row.id
          await one(tx, kernel, { record, bulk, row })
        }
      })
      return { done: bulk.ids.length, problems: [] }
    } catch (error) {
      if (!(error instanceof AppError) || at === undefined || error.entry.status >= 500) throw error
      return { done: 0, problems: [{ id: at, problem: problemReply(error, request.id) }] }
    }
  })
}
