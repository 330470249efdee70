import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { addressOf, type RecordType } from '#engine/records/record'
import { seesEverywhere } from '#engine/records/personal'
import type { ListGroup, ListReply } from '#engine/records/reply'
import type { Actor } from '#engine/records/rights'
import type { Mode, Transaction } from '#platform/database/database'
import { objectBody, seenVersion, signedIn, tagged } from '#platform/http/request'
import { actOnRow } from './act-on-row'
import { askedList } from './asked-list'
import { registerAttachmentRoutes } from './attachment-routes'
import { registerBulkRoute } from './bulk-route'
import { registerCommentRoutes } from './comment-routes'
import { registerFileRoutes } from './file-routes'
import { registerHistoryRoutes } from './history-routes'
import type { Kernel } from './kernel'
import { RecordRoutes } from './record-routes'
import { countRows, groupRows } from './count-rows'
import { listRows } from './list-rows'
import { titlesFor } from './references'
import { replyRows, rowReply } from './reply'
import { getRow } from './rows'
import { registerUnmaskRoutes } from './unmask-routes'
import { createRow, removeRow, updateRow } from './write-row'

interface Address {
  readonly id: string
  readonly action: string
}

const addressed = (request: FastifyRequest): Address => request.params as Address

/** A sum over what is hidden on single rows would tell it where the filter leaves one. */
const seenTotals = <T>(
  actor: Actor,
  record: RecordType,
  totals: Readonly<Record<string, T>>,
): Record<string, T> =>
  Object.fromEntries(Object.entries(totals).filter(([name]) => seesEverywhere(actor, record, name)))

const seenGroup = (actor: Actor, record: RecordType, group: ListGroup): ListGroup => ({
  ...group,
  totals: seenTotals(actor, record, group.totals),
})

/** What the groups are called is asked for with the rows: a group may have none of them on this page. */
const namedBy = (field: string | undefined, groups: readonly ListGroup[] | undefined) =>
  field && groups ? groups.map(({ key }) => ({ [field]: key })) : []

async function listReply(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; request: FastifyRequest },
): Promise<ListReply> {
  const { record } = given
  const list = await askedList(tx, kernel, given)
  const asked = { list, places: kernel.places() }
  const { group } = list
  const [rows, counted, groups] = await Promise.all([
    listRows(tx, record, asked),
    list.count ? countRows(tx, record, asked) : undefined,
    group ? groupRows(tx, record, { ...asked, group }) : undefined,
  ])
  const last = rows.at(-1)
  const replies = await replyRows(tx, kernel, { record, rows })
  const kept = list.fields && new Set(['id', 'unit_id', 'version', 'state', 'sample', 'may', ...list.fields])
  return {
    rows: kept
      ? replies.map(
          (row) => Object.fromEntries(Object.entries(row).filter(([name]) => kept.has(name))) as never,
        )
      : replies,
    ...(counted && { total: counted.total, totals: seenTotals(tx.actor as Actor, record, counted.totals) }),
    ...(groups && { groups: groups.map((one) => seenGroup(tx.actor as Actor, record, one)) }),
    ...(rows.length === list.size && last && { next: last.id }),
    titles: await titlesFor(tx, kernel, { record, rows: [...rows, ...namedBy(group, groups)] }),
  }
}

function registerReading(routes: RecordRoutes, kernel: Kernel): void {
  const run = <T>(request: FastifyRequest, mode: Mode, work: (tx: Transaction) => Promise<T>) =>
    kernel.database.transaction(signedIn(request), mode, work)
  routes.get('', (record, request) =>
    run(request, 'read', (tx) => listReply(tx, kernel, { record, request })),
  )
  routes.get('/:id', async (record, request, reply) => {
    const answer = await run(request, 'read', async (tx) =>
      rowReply(tx, kernel, { record, row: await getRow(tx, record, { id: addressed(request).id }) }),
    )
    return tagged(reply, answer.row.version).send(answer)
  })
}

/** Text of at most 2 000 characters, or nothing. */
const reasonIn = (body: Record<string, unknown>): { reason?: string } =>
  typeof body.reason === 'string' ? { reason: body.reason.slice(0, 2000) } : {}

const valuesIn = (body: Record<string, unknown>): { values?: Record<string, unknown> } =>
  typeof body.values === 'object' && body.values !== null
    ? { values: body.values as Record<string, unknown> }
    : {}

function registerWriting(routes: RecordRoutes, kernel: Kernel): void {
  const write = <T>(request: FastifyRequest, work: (tx: Transaction) => Promise<T>) =>
    kernel.database.transaction(signedIn(request), 'write', work)
  routes.post('', async (record, request, reply) => {
    const answer = await write(request, async (tx) => {
      const row = await createRow(tx, kernel, { record, input: objectBody(request) })
      return rowReply(tx, kernel, { record, row })
    })
    return tagged(
      reply.code(201).header('location', `/api/${addressOf(record)}/${answer.row.id}`),
      answer.row.version,
    ).send(answer)
  })
  routes.patch('/:id', async (record, request, reply) => {
    const answer = await write(request, async (tx) => {
      const given = {
        record,
        id: addressed(request).id,
        version: seenVersion(request),
        input: objectBody(request),
      }
      return rowReply(tx, kernel, { record, row: await updateRow(tx, kernel, given) })
    })
    return tagged(reply, answer.row.version).send(answer)
  })
  routes.delete('/:id', async (record, request, reply) => {
    await write(request, (tx) =>
      removeRow(tx, kernel, { record, id: addressed(request).id, version: seenVersion(request) }),
    )
    return reply.code(204).send()
  })
}

function registerActions(routes: RecordRoutes, kernel: Kernel): void {
  const act = async (record: RecordType, request: FastifyRequest, reply: FastifyReply) => {
    const answer = await kernel.database.transaction(signedIn(request), 'write', async (tx) => {
      const body = objectBody(request)
      const { id, action } = addressed(request)
      const given = {
        record,
        id,
        action,
        version: seenVersion(request),
        ...reasonIn(body),
        ...valuesIn(body),
      }
      return rowReply(tx, kernel, { record, row: await actOnRow(tx, kernel, given) })
    })
    return tagged(reply, answer.row.version).send(answer)
  }
  routes.post('/:id/actions/:action', act, ({ lifecycle }) => lifecycle !== undefined)
}

/** The REST face of every declared record type; of personal data, `unmaskPerHour` rows are shown whole. */
export function registerRecordRoutes(app: FastifyInstance, kernel: Kernel, unmaskPerHour: number): void {
  const routes = new RecordRoutes(app, kernel)
  registerReading(routes, kernel)
  registerWriting(routes, kernel)
  registerActions(routes, kernel)
  registerBulkRoute(routes, kernel)
  registerFileRoutes(routes, kernel)
  registerAttachmentRoutes(routes, kernel)
  registerCommentRoutes(routes, kernel)
  registerHistoryRoutes(routes, kernel)
  registerUnmaskRoutes(routes, kernel, unmaskPerHour)
}
