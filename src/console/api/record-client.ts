import type {
  RowReply,
  AttachmentEntry,
  CommentEntry,
  HistoryReply,
  ImportReport,
  ListReply,
  ProblemReply,
} from '#engine/records/reply'
import type { MappingLook } from '#engine/mapping/look'
import type { MappingPlan } from '#engine/mapping/plan'
import { addressOf, type RecordType } from '#engine/records/record'
import { apiAddress, request } from './request'

export interface RowAt {
  readonly id: string
  readonly version: number
}

export interface BulkOrder {
  readonly ids: readonly RowAt[]
  readonly action?: string
  readonly remove?: boolean
  readonly values?: Readonly<Record<string, unknown>>
  readonly reason?: string
}

export interface BulkReply {
  readonly done: number
  readonly problems: readonly { readonly id: string; readonly problem: ProblemReply }[]
}

export interface ActionOrder {
  readonly reason?: string
  readonly values?: Readonly<Record<string, unknown>>
}

type Address = Readonly<Record<string, string>>
type Input = Readonly<Record<string, unknown>>

export interface LookOrder {
  readonly plan?: MappingPlan | undefined
  /** Whether a mapping kept from an earlier file may be taken. */
  readonly remember?: boolean
}

/** The plan goes before the file: the server reads them in order. */
const fileForm = (file: File, plan?: MappingPlan): FormData => {
  const form = new FormData()
  if (plan) form.append('plan', JSON.stringify(plan))
  form.append('file', file)
  return form
}

function rowCalls(base: string) {
  const row = (id: string) => `${base}/${encodeURIComponent(id)}`
  return {
    get: (id: string, signal?: AbortSignal) => request<RowReply>(row(id), { signal }),
    create: (input: Input) => request<RowReply>(base, { method: 'POST', body: input }),
    update: ({ id, version }: RowAt, changes: Input) =>
      request<RowReply>(row(id), { method: 'PATCH', body: changes, version }),
    remove: ({ id, version }: RowAt) => request<void>(row(id), { method: 'DELETE', version }),
    act: ({ id, version }: RowAt, action: string, order: ActionOrder) =>
      request<RowReply>(`${row(id)}/actions/${action}`, { method: 'POST', body: order, version }),
    bulk: (order: BulkOrder) => request<BulkReply>(`${base}/bulk`, { method: 'POST', body: order }),
  }
}

function threadCalls(base: string) {
  const row = (id: string) => `${base}/${encodeURIComponent(id)}`
  return {
    history: (id: string, signal?: AbortSignal) => request<HistoryReply>(`${row(id)}/history`, { signal }),
    comments: (id: string, signal?: AbortSignal) =>
      request<{ entries: readonly CommentEntry[] }>(`${row(id)}/comments`, { signal }),
    comment: (id: string, body: string) =>
      request<unknown>(`${row(id)}/comments`, { method: 'POST', body: { body } }),
    attachments: (id: string, signal?: AbortSignal) =>
      request<{ entries: readonly AttachmentEntry[] }>(`${row(id)}/attachments`, { signal }),
    attach: (id: string, file: File) =>
      request<unknown>(`${row(id)}/attachments`, { method: 'POST', body: fileForm(file) }),
    detach: (id: string, attachment: string) =>
      request<void>(`${row(id)}/attachments/${encodeURIComponent(attachment)}`, { method: 'DELETE' }),
    attachmentAddress: (id: string, attachment: string) =>
      apiAddress(`${row(id)}/attachments/${encodeURIComponent(attachment)}`),
  }
}

/** Everything the API offers for one record type, typed; see engine/records/reply for the shapes. */
export function recordClient(record: Pick<RecordType, 'name'>) {
  const base = addressOf(record)
  return {
    list: (query: Address, signal?: AbortSignal) => request<ListReply>(base, { query, signal }),
    ...rowCalls(base),
    ...threadCalls(base),
    importFile: (file: File, dryRun: boolean, plan?: MappingPlan) =>
      request<ImportReport>(`${base}/import`, {
        method: 'POST',
        body: fileForm(file, plan),
        query: { dry_run: String(dryRun) },
      }),
    lookAtFile: (file: File, { plan, remember = true }: LookOrder = {}) =>
      request<MappingLook>(`${base}/import/look`, {
        method: 'POST',
        body: fileForm(file, plan),
        query: { remember: String(remember) },
      }),
    templateAddress: () => apiAddress(`${base}/template.xlsx`),
    exportAddress: (format: 'xlsx' | 'csv', query: Address) => apiAddress(`${base}/export.${format}`, query),
  }
}

export type RecordClient = ReturnType<typeof recordClient>
