import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { masked, maskedFields, personalFields } from '#engine/records/personal'
import type { RecordType } from '#engine/records/record'
import type { UnmaskReply } from '#engine/records/reply'
import { type Actor, rolesOver } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { appendEvents } from '#platform/audit/events'
import type { Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import { objectBody, signedIn } from '#platform/http/request'
import { givenReason } from './given-reason'
import type { Kernel } from './kernel'
import type { RecordRoutes } from './record-routes'
import { replyRow } from './reply'
import { rowAddress } from './row-thread'
import { getRow, type StoredRow } from './rows'

/** How long a page shows what was unmasked. */
const shownSeconds = 60

const reasonSays = text('查看完整个人信息须写明理由', 'is needed to see personal data')

/** How many rows this person has unmasked in the last hour, and when the first of them is an hour ago. */
async function assertWithinLimit(tx: Transaction, perHour: number): Promise<void> {
  const { person } = tx.actor
  // Requests sent at once are counted one after the other.
  await tx.all(sql`SELECT pg_advisory_xact_lock(hashtext(${`unmask:${person}`}))`)
  const lately = await tx.first<{ count: number; wait: number | null }>(
    sql`SELECT count(*)::integer AS count, ceil(extract(epoch FROM min(at) + interval '1 hour' - now()))::integer AS wait
      FROM event WHERE deed = 'unmask' AND person_id = ${person} AND at > now() - interval '1 hour'`,
  )
  if ((lately?.count ?? 0) >= perHour)
    throw kernelError('too_many_requests', { retryAfter: Math.max(1, lately?.wait ?? 3600) })
}

/** The masked fields of the row that the actor gets to see at all. */
function fieldsToUnmask(actor: Actor, record: RecordType, row: StoredRow) {
  const told = replyRow(actor, record, row)
  return maskedFields(record, { row, roles: rolesOver(actor, row.unit_id), person: actor.person }).filter(
    ([name]) => Object.hasOwn(told, name),
  )
}

interface Unmasking {
  readonly record: RecordType
  readonly id: string
  readonly reason: string
  readonly perHour: number
}

/** Tells the masked values of one row once its unmasking is in the ledger: who, when, why, which. */
async function unmask(tx: Transaction, { record, id, reason, perHour }: Unmasking): Promise<UnmaskReply> {
  const row = await getRow(tx, record, { id })
  const fields = fieldsToUnmask(tx.actor as Actor, record, row)
  if (fields.length === 0) throw kernelError('not_found')
  await assertWithinLimit(tx.asKernel, perHour)
  const changes = fields.map(
    ([name, kind]) => [name, [masked(kind, row[name]), masked(kind, row[name])]] as const,
  )
  await appendEvents(tx, [
    {
      zone: row.zone_id,
      unit: row.unit_id,
      record: record.name,
      id: row.id,
      deed: 'unmask',
      reason,
      changes: Object.fromEntries(changes),
    },
  ])
  return { values: Object.fromEntries(fields.map(([name]) => [name, row[name]])), seconds: shownSeconds }
}

/** `POST /api/{type}/{id}/unmask`: the personal data of one row, for a reason, a few rows an hour. */
export function registerUnmaskRoutes(routes: RecordRoutes, kernel: Kernel, perHour: number): void {
  const isPersonal = (record: RecordType) => personalFields(record).length > 0
  const work = (record: RecordType, request: FastifyRequest) => {
    const reason = givenReason(objectBody(request), reasonSays)
    const { id } = rowAddress(request)
    return kernel.database.transaction(signedIn(request), 'write', (tx) =>
      unmask(tx, { record, id, reason, perHour }),
    )
  }
  routes.post('/:id/unmask', work, isPersonal)
}
