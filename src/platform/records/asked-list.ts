import type { FastifyRequest } from 'fastify'
import { type ListQuery, readListQuery } from '#engine/records/list-query'
import { withoutOracle } from '#engine/records/personal'
import type { RecordType } from '#engine/records/record'
import type { Actor } from '#engine/records/rights'
import type { Transaction } from '#platform/database/database'
import type { Kernel } from './kernel'
import { invalidInput } from './refusals'

/** The list a request asks for, or every problem of its address. */
export async function askedList(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; request: FastifyRequest },
): Promise<ListQuery> {
  const extra = await kernel.extraFields(given.record, tx)
  const read = readListQuery(given.record, given.request.query as Record<string, string>, extra)
  if (!read.ok) throw invalidInput(read.error)
  const list = withoutOracle(tx.actor as Actor, given.record, read.value)
  if (!list.ok) throw invalidInput(list.error)
  return list.value
}
