import { text } from '#engine/result/result'
import { sheetMediaTypes } from '#platform/documents/media-type'
import { contract, type RouteDescription } from '#platform/http/route-description'

const query = {
  from: { says: 'first day, Beijing time' },
  to: { says: 'last day, Beijing time' },
  person: { says: 'id, account or part of the name' },
  deed: { says: 'such as update, sign_in, access_refused' },
  record: { says: 'record type' },
  row: { says: 'row id' },
  unit: { says: 'unit and those below' },
  outcome: { says: 'done or refused' },
  q: { says: 'in row id, reason, request id or what changed' },
}
const tag = '审计 · Audit'

/** For the API description. */
export const auditApi: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/audit/events',
    tag,
    says: text('审计记录（仅审计管理员）', 'Events, for the audit administrator only'),
    query: { ...query, size: { says: 'at most 500' }, after: { says: 'continue: next of the page before' } },
    reply: contract('AuditReply'),
  },
  ...(['xlsx', 'csv'] as const).map((format) => ({
    method: 'get' as const,
    path: `/api/audit/export.${format}`,
    tag,
    says: text('导出审计记录', 'Events as a file; x-row-count tells how many'),
    query,
    media: sheetMediaTypes[format],
  })),
]
