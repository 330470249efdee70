import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor } from '#engine/records/rights'
import { sheetMediaTypes } from '#platform/documents/media-type'
import { kernelError } from '#platform/errors/app-error'
import { signedIn } from '#platform/http/request'
import type { Kernel } from '#platform/records/kernel'
import { invalidInput } from '#platform/records/refusals'
import { type AuditQuery, readAuditQuery } from './audit-query'
import { appendEvents } from './events'
import { exportEvents, type Language } from './export-events'
import { countEvents, listEvents } from './list-events'

/** The audit administrator, and nobody else, whatever other post they hold. */
function auditor(request: FastifyRequest): Actor {
  const actor = signedIn(request)
  if ((actor.reach.audit_admin?.length ?? 0) === 0) throw kernelError('forbidden')
  return actor
}

type Asked = Readonly<Record<string, string | readonly string[] | undefined>>

function queryOf(request: FastifyRequest): AuditQuery {
  const query = readAuditQuery(request.query as Asked)
  if (!query.ok) throw invalidInput(query.error)
  return query.value
}

/** Taking a copy out is an event itself. */
async function noteExport(
  kernel: Kernel,
  actor: Actor,
  given: { query: Asked; count: number },
): Promise<void> {
  const [unit = ''] = actor.reach.audit_admin ?? []
  const zone = kernel.places().zoneOf(unit) ?? unit
  const changes = { filter: [null, given.query], rows: [null, given.count] } as const
  await kernel.database.transaction(actor, 'write', (tx) =>
    appendEvents(tx, [{ zone, unit, record: 'event', id: 'export', deed: 'export', changes }]),
  )
}

function registerExport(app: FastifyInstance, kernel: Kernel, format: 'xlsx' | 'csv'): void {
  app.get(`/api/audit/export.${format}`, async (request, reply) => {
    const actor = auditor(request)
    const query = queryOf(request)
    const asked = request.query as Asked
    const language: Language = asked.language === 'en' ? 'en' : 'zh'
    const made = await kernel.database.transaction(actor, 'read', (tx) =>
      exportEvents(tx, kernel, { query, format, language }),
    )
    await noteExport(kernel, actor, { query: asked, count: made.count })
    return reply
      .type(sheetMediaTypes[format])
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="audit.${format}"`)
      .header('x-row-count', String(made.count))
      .header('content-length', String(made.bytes))
      .send(made.open())
  })
}

/** `GET /api/audit/events`, and the same as a file. */
export function registerAuditRoutes(app: FastifyInstance, kernel: Kernel): void {
  app.get('/api/audit/events', (request) => {
    const actor = auditor(request)
    const query = queryOf(request)
    return kernel.database.transaction(actor, 'read', async (tx) => ({
      ...(await listEvents(tx, kernel, query)),
      ...(await countEvents(tx, kernel, query)),
    }))
  })
  registerExport(app, kernel, 'xlsx')
  registerExport(app, kernel, 'csv')
}
