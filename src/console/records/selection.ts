import { useCallback, useMemo, useState } from 'react'
import type { ReplyRow } from '#engine/records/reply'

export interface Selection {
  readonly rows: ReadonlyMap<string, ReplyRow>
  readonly count: number
  readonly has: (id: string) => boolean
  readonly toggle: (row: ReplyRow) => void
  readonly setAll: (rows: readonly ReplyRow[], selected: boolean) => void
  readonly clear: () => void
}

/** Rows chosen for an act on all of them; they stay chosen while one turns pages. */
export function useSelection(): Selection {
  const [rows, setRows] = useState<ReadonlyMap<string, ReplyRow>>(new Map())
  const setAll = useCallback((given: readonly ReplyRow[], selected: boolean) => {
    setRows((now) => {
      const next = new Map(now)
      for (const row of given) {
        if (selected) next.set(row.id, row)
        else next.delete(row.id)
      }
      return next
    })
  }, [])
  return useMemo(
    () => ({
      rows,
      count: rows.size,
      has: (id) => rows.has(id),
      toggle: (row) => setAll([row], !rows.has(row.id)),
      setAll,
      clear: () => setRows(new Map()),
    }),
    [rows, setAll],
  )
}
