import { type Problem, shown } from '#engine/records/problem'
import type { CommentEntry } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { appendEvents } from '#platform/audit/events'
import { queries, type Transaction } from '#platform/database/database'
import { objectBody, signedIn } from '#platform/http/request'
import type { Kernel } from './kernel'
import type { RecordRoutes } from './record-routes'
import { newId } from './new-id'
import { invalidInput } from './refusals'
import { hangingOn, personNames, rowAddress } from './row-thread'
import { getRow } from './rows'

/** The column takes no more. */
const longest = 4000

interface CommentRow {
  readonly id: string
  readonly at: string
  readonly person_id: string
  readonly body: string
}

async function entries(
  tx: Transaction,
  kernel: Kernel,
  rows: readonly CommentRow[],
): Promise<CommentEntry[]> {
  const nameOf = await personNames(
    tx,
    kernel,
    rows.map(({ person_id }) => person_id),
  )
  return rows.map(({ id, at, person_id, body }) => ({
    id,
    at,
    person: person_id,
    person_name: nameOf(person_id),
    body,
  }))
}

function bodyIn(given: Record<string, unknown>): string {
  const body =
    typeof given.body === 'string' ? given.body.replace(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '').trim() : ''
  const length = [...body].length
  if (length > 0 && length <= longest) return body
  const problem: Problem = {
    field: 'body',
    code: length === 0 ? 'required' : 'too_long',
    value: shown(given.body ?? ''),
    says:
      length === 0
        ? text('评论为空', 'is empty')
        : text(`超过 ${longest} 个字`, `is longer than ${longest} characters`),
    mend: text(`请写 1 到 ${longest} 个字`, `Write 1 to ${longest} characters.`),
  }
  throw invalidInput([problem])
}

/** What people say about a row: read and written by whoever may read the row. */
export function registerCommentRoutes(routes: RecordRoutes, kernel: Kernel): void {
  routes.get('/:id/comments', (record, request) =>
    kernel.database.transaction(signedIn(request), 'read', async (tx) => {
      const row = await getRow(tx, record, { id: rowAddress(request).id })
      const query = queries()
        .selectFrom('comment')
        .select(['id', 'at', 'person_id', 'body'])
        .where((where) => where.and(hangingOn(record, row)))
        .orderBy('id')
      const said = (await tx.asKernel.all(query)) as CommentRow[]
      return { entries: await entries(tx.asKernel, kernel, said) }
    }),
  )
  routes.post('/:id/comments', async (record, request, reply) => {
    const body = bodyIn(objectBody(request))
    const entry = await kernel.database.transaction(signedIn(request), 'write', async (tx) => {
      const row = await getRow(tx, record, { id: rowAddress(request).id })
      const said = { id: newId(), at: new Date().toISOString(), person_id: tx.actor.person, body }
      await appendEvents(tx, [
        { zone: row.zone_id, unit: row.unit_id, record: record.name, id: row.id, deed: 'comment' },
      ])
      const values = { ...said, ...hangingOn(record, row), unit_id: row.unit_id }
      await tx.asKernel.run(queries().insertInto('comment').values(values))
      return (await entries(tx.asKernel, kernel, [said]))[0]
    })
    return reply.code(201).send(entry)
  })
}
