import type { FastifyReply } from 'fastify'
import type { RecordType } from '#engine/records/record'
import type { AttachmentEntry } from '#engine/records/reply'
import type { Actor } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { appendEvents } from '#platform/audit/events'
import { queries, type Transaction } from '#platform/database/database'
import { mediaTypeOf } from '#platform/documents/media-type'
import { kernelError } from '#platform/errors/app-error'
import { signedIn } from '#platform/http/request'
import type { Kernel } from './kernel'
import type { RecordRoutes } from './record-routes'
import { newId } from './new-id'
import { replyRow } from './reply'
import { hangingOn, personNames, rowAddress } from './row-thread'
import { getRow, type StoredRow } from './rows'
import { openedContent, sealedContent } from './sealed-content'
import { sentFile } from './sent-file'

interface AttachmentRow {
  readonly id: string
  readonly at: string
  readonly person_id: string
  readonly name: string
  readonly media_type: string
  readonly bytes: number
}

const columns = ['id', 'at', 'person_id', 'name', 'media_type', 'bytes'] as const

/** The only kinds that are served as what they are: a browser runs nothing in them. */
const harmless = new Set(['image/png', 'image/jpeg', 'application/pdf'])

/** Path parts, control and direction signs have no place in a name that others will click. */
const cleanName = (name: string): string => {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  return (
    last
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}]/gu, '')
      .trim()
      .slice(-150) || 'file'
  )
}

async function entriesOf(
  tx: Transaction,
  kernel: Kernel,
  rows: readonly AttachmentRow[],
): Promise<AttachmentEntry[]> {
  const nameOf = await personNames(
    tx,
    kernel,
    rows.map(({ person_id }) => person_id),
  )
  return rows.map(({ person_id, ...row }) => ({ ...row, person_name: nameOf(person_id) }))
}

const attachmentsOf = (record: RecordType, row: StoredRow) =>
  queries()
    .selectFrom('attachment')
    .where((where) => where.and(hangingOn(record, row)))

/** Whoever may do anything with the row as it stands may put papers to it: a locked row is closed. */
const mayAct = (tx: Transaction, record: RecordType, row: StoredRow) =>
  replyRow(tx.actor as Actor, record, row).may.length > 0

const mayUpdate = (tx: Transaction, record: RecordType, row: StoredRow) =>
  replyRow(tx.actor as Actor, record, row).may.includes('update')

/** A photo larger than this comes from a scanner or is none: it would cost everybody who looks at it. */
const largestPhoto = 20 * 1024 * 1024

const inMegabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)

interface Upload {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

function checkedUpload(file: Upload): Upload {
  const name = cleanName(file.name)
  if (file.bytes.length === 0)
    throw kernelError('unreadable_file', { detail: text('文件是空的', 'The file is empty') })
  const mediaType = mediaTypeOf({ bytes: file.bytes, name, declared: file.mediaType })
  if (mediaType?.startsWith('image/') && file.bytes.length > largestPhoto)
    throw kernelError('too_large', {
      detail: text(
        `照片“${name}”有 ${inMegabytes(file.bytes.length)} MB，超过 ${inMegabytes(largestPhoto)} MB`,
        `The photo “${name}” has ${inMegabytes(file.bytes.length)} MB, more than ${inMegabytes(largestPhoto)} MB`,
      ),
    })
  if (mediaType) return { name, mediaType, bytes: file.bytes }
  throw kernelError('file_not_as_named', {
    detail: text(
      `“${name}”的内容与其类型不符，或是程序文件`,
      `The content of “${name}” is not what its type says, or it is a program`,
    ),
  })
}

async function attach(
  tx: Transaction,
  kernel: Kernel,
  given: { record: RecordType; row: StoredRow; upload: Upload },
) {
  const { record, row, upload } = given
  if (!mayAct(tx, record, row)) throw kernelError('forbidden')
  const kept: AttachmentRow = {
    id: newId(),
    at: new Date().toISOString(),
    person_id: tx.actor.person,
    name: upload.name,
    media_type: upload.mediaType,
    bytes: upload.bytes.length,
  }
  await ledger(tx, { record, row, deed: 'attach', changes: { attachment: [null, kept.name] } })
  const content = await sealedContent(tx, { zone: row.zone_id, id: kept.id, bytes: upload.bytes })
  const values = { ...kept, ...hangingOn(record, row), unit_id: row.unit_id, ...content }
  await tx.asKernel.run(queries().insertInto('attachment').values(values))
  return (await entriesOf(tx.asKernel, kernel, [kept]))[0]
}

const ledger = (
  tx: Transaction,
  given: {
    record: RecordType
    row: StoredRow
    deed: 'attach' | 'detach'
    changes: Record<string, readonly [string | null, string | null]>
  },
) =>
  appendEvents(tx, [
    {
      zone: given.row.zone_id,
      unit: given.row.unit_id,
      record: given.record.name,
      id: given.row.id,
      deed: given.deed,
      changes: given.changes,
    },
  ])

async function detach(
  tx: Transaction,
  record: RecordType,
  given: { row: StoredRow; aid: string },
): Promise<void> {
  const { row, aid } = given
  const query = attachmentsOf(record, row).select(['person_id', 'name']).where('id', '=', aid)
  const found = (await tx.asKernel.first(query)) as Pick<AttachmentRow, 'person_id' | 'name'> | undefined
  if (!found) throw kernelError('not_found')
  if (found.person_id !== tx.actor.person && !mayUpdate(tx, record, row)) throw kernelError('forbidden')
  await ledger(tx, { record, row, deed: 'detach', changes: { attachment: [found.name, null] } })
  await tx.asKernel.run(
    queries()
      .deleteFrom('attachment')
      .where((where) => where.and({ ...hangingOn(record, row), id: aid })),
  )
}

/** As a download whatever it is; only what is harmless keeps its type. */
function inert(reply: FastifyReply, file: AttachmentRow & { content: Uint8Array }): FastifyReply {
  const { name, media_type, content } = file
  return reply
    .type(harmless.has(media_type) ? media_type : 'application/octet-stream')
    .header(
      'content-disposition',
      `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name)}`,
    )
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(content.buffer, content.byteOffset, content.byteLength))
}

function registerReading(routes: RecordRoutes, kernel: Kernel): void {
  routes.get('/:id/attachments', (record, request) =>
    kernel.database.transaction(signedIn(request), 'read', async (tx) => {
      const row = await getRow(tx, record, { id: rowAddress(request).id })
      const query = attachmentsOf(record, row)
        .select([...columns])
        .orderBy('id')
      const kept = (await tx.asKernel.all(query)) as AttachmentRow[]
      return { entries: await entriesOf(tx.asKernel, kernel, kept) }
    }),
  )
  routes.get('/:id/attachments/:aid', async (record, request, reply) => {
    const { id, aid } = rowAddress(request)
    const file = await kernel.database.transaction(signedIn(request), 'read', async (tx) => {
      const row = await getRow(tx, record, { id })
      const query = attachmentsOf(record, row)
        .select([...columns, 'content', 'key_id'])
        .where('id', '=', aid)
      const stored = await tx.asKernel.first(query)
      return stored && { ...stored, content: await openedContent(tx, { zone: row.zone_id, ...stored }) }
    })
    if (!file) throw kernelError('not_found')
    return inert(reply, file)
  })
}

function registerWriting(routes: RecordRoutes, kernel: Kernel): void {
  routes.post('/:id/attachments', async (record, request, reply) => {
    const actor = signedIn(request)
    const upload = checkedUpload(await sentFile(request))
    const entry = await kernel.database.transaction(actor, 'write', async (tx) => {
      const row = await getRow(tx, record, { id: rowAddress(request).id })
      return attach(tx, kernel, { record, row, upload })
    })
    return reply.code(201).send(entry)
  })
  routes.delete('/:id/attachments/:aid', async (record, request, reply) => {
    const { id, aid } = rowAddress(request)
    await kernel.database.transaction(signedIn(request), 'write', async (tx) =>
      detach(tx, record, { row: await getRow(tx, record, { id }), aid }),
    )
    return reply.code(204).send()
  })
}

/** Papers kept with a row: seen with the row, kept inert. */
export function registerAttachmentRoutes(routes: RecordRoutes, kernel: Kernel): void {
  registerReading(routes, kernel)
  registerWriting(routes, kernel)
}
