import { queryOptions } from '@tanstack/react-query'
import { request } from '#console/api/request'
import type { GridReply, LineInput } from '#modules/indicators/contract'

/** Keyed under reports, so that whatever changes a report reads its grid again. */
export const gridQuery = (id: string) =>
  queryOptions({
    queryKey: ['record', 'report', 'grid', id],
    queryFn: ({ signal }) => request<GridReply>(`report/${encodeURIComponent(id)}/grid`, { signal }),
  })

export interface LinesOrder {
  readonly id: string
  readonly version: number
  readonly lines: readonly LineInput[]
}

export const saveLines = ({ id, version, lines }: LinesOrder): Promise<GridReply> =>
  request<GridReply>(`report/${encodeURIComponent(id)}/lines`, { method: 'PUT', version, body: { lines } })
