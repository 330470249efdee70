import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RecordType } from '#engine/records/record'
import type { Titles } from '#engine/records/reply'
import { mayCreateSomewhere } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { queries, type Transaction } from '#platform/database/database'
import { sheetMediaTypes } from '#platform/documents/media-type'
import { inputColumns } from '#platform/documents/sheet-columns'
import { mostOptions, recordTemplate } from '#platform/documents/record-template'
import { kernelError } from '#platform/errors/app-error'
import { signedIn } from '#platform/http/request'
import { exportRows } from './export-rows'
import { importRows } from './import-rows'
import { hearsEachRow } from './effects'
import type { Kernel } from './kernel'
import type { RecordRoutes } from './record-routes'
import { titlesOf } from './references'
import { askedList } from './asked-list'
import { registerLook, sentPlan } from './mapping/mapping-routes'
import { sentFile } from './sent-file'

type Format = keyof typeof sheetMediaTypes

/** A download named in Chinese: `filename*` for browsers, a plain name for what does not read it. */
function asDownload(reply: FastifyReply, name: string, format: Format): FastifyReply {
  return reply
    .type(sheetMediaTypes[format])
    .header('cache-control', 'no-store')
    .header(
      'content-disposition',
      `attachment; filename="rows.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`,
    )
}

const asked = (request: FastifyRequest) => request.query as Readonly<Record<string, string | undefined>>

const languageOf = (request: FastifyRequest) => (asked(request).language === 'en' ? 'en' : 'zh')

/** The rows that references of a template may name, where they are few enough to be offered. */
async function optionsFor(tx: Transaction, kernel: Kernel, record: RecordType): Promise<Titles> {
  const titles: Record<string, Titles[string]> = {}
  const fields = inputColumns(record, await kernel.extraFields(record, tx))
  const names = new Set(fields.flatMap(({ field }) => (field.kind === 'reference' ? [field.to] : [])))
  for (const name of names) {
    const type = kernel.records.get(name)
    if (!type) continue
    const query = queries()
      .selectFrom(name)
      .select('id')
      .orderBy('title_key')
      .limit(mostOptions + 1)
    const ids = ((await tx.all(query)) as { id: string }[]).map(({ id }) => id)
    if (ids.length > mostOptions) continue
    const found = await titlesOf(tx, type, ids)
    titles[name] = Object.fromEntries(ids.flatMap((id) => (found[id] ? [[id, found[id]]] : [])))
  }
  return titles
}

function registerTemplate(routes: RecordRoutes, kernel: Kernel): void {
  routes.get('/template.xlsx', async (record, request, reply) => {
    const actor = signedIn(request)
    const given = await kernel.database.transaction(actor, 'read', async (tx) => ({
      extra: await kernel.extraFields(record, tx),
      titles: await optionsFor(tx, kernel, record),
    }))
    const bytes = await recordTemplate(record, given)
    return asDownload(reply, `${record.label.zh}导入模板`, 'xlsx').send(Buffer.from(bytes))
  })
}

/** A mistyped `dry_run` must not write. */
function isDryRun(request: FastifyRequest): boolean {
  const given = asked(request).dry_run ?? 'false'
  if (given === 'true' || given === 'false') return given === 'true'
  throw kernelError('bad_request', {
    detail: text('dry_run 只能是 true 或 false', 'dry_run must be true or false'),
  })
}

function registerImport(routes: RecordRoutes, kernel: Kernel): void {
  routes.post('/import', async (record, request) => {
    const actor = signedIn(request)
    if (!mayCreateSomewhere(actor, record)) throw kernelError('forbidden')
    const dryRun = isDryRun(request)
    const file = await sentFile(request)
    // Where a module's rule must have its say, a dry run writes and takes it all back.
    const mode = dryRun && !hearsEachRow(kernel.effects, record.name) ? 'read' : 'write'
    const plan = sentPlan(file)
    return kernel.database.transaction(actor, mode, (tx) =>
      importRows(tx, kernel, { record, file, dryRun, plan }),
    )
  })
}

function registerExport(routes: RecordRoutes, kernel: Kernel, format: Format): void {
  routes.get(`/export.${format}`, async (record, request, reply) => {
    const actor = signedIn(request)
    const language = languageOf(request)
    const made = await kernel.database.transaction(actor, 'read', async (tx) => {
      const list = await askedList(tx, kernel, { record, request })
      return exportRows(tx, kernel, { record, list, format, language })
    })
    return asDownload(reply, record.label[language], format)
      .header('x-row-count', String(made.count))
      .header('content-length', String(made.bytes))
      .send(made.open())
  })
}

/** Templates, imports and exports of every declared record type. */
export function registerFileRoutes(routes: RecordRoutes, kernel: Kernel): void {
  registerTemplate(routes, kernel)
  registerImport(routes, kernel)
  registerLook(routes, kernel)
  registerExport(routes, kernel, 'xlsx')
  registerExport(routes, kernel, 'csv')
}
