import { useCallback, useMemo } from 'react'
import { listAddress, type Filter, type ListQuery } from '#engine/records/list-query'
import type { RecordType } from '#engine/records/record'
import type { Role } from '#engine/records/role.data'
import { useSession } from '#console/api/session'
import { usePlace } from '#console/frame/place'
import { usePreference } from '#console/preferences/preferences'
import { useAddress } from '#console/router/go'
import { columnsOf, defaultColumns, type Column } from './columns'
import { useExtraFields } from './extra-fields'
import { isDefaultSort, nextSort, queryOfSearch, searchOfQuery, withFilters } from './list-address'
import { useRecordList } from './record-queries'

interface ColumnSetting {
  readonly names: readonly string[] | null
  readonly widths: Readonly<Record<string, number>>
}

const untouched: ColumnSetting = { names: null, widths: {} }

const isSetting = (value: unknown): value is ColumnSetting => {
  if (typeof value !== 'object' || value === null || !('names' in value) || !('widths' in value)) return false
  return (value.names === null || Array.isArray(value.names)) && typeof value.widths === 'object'
}

/** Which columns are shown, in which order and how wide; kept for the person, for each record type. */
function useColumns(record: RecordType, extra: ReturnType<typeof useExtraFields>['fields']) {
  const session = useSession()
  const [setting, setSetting] = usePreference<ColumnSetting>(`columns.${record.name}`, untouched, isSetting)
  const all = useMemo(
    () => columnsOf(record, extra, Object.keys(session.reach) as Role[]),
    [record, extra, session.reach],
  )
  const names = setting.names ?? defaultColumns(record, extra)
  const shown = names.flatMap((name) => all.find((column) => column.name === name) ?? [])
  return {
    all,
    shown,
    widths: setting.widths,
    /** As chosen; null: the usual ones. */
    names: setting.names,
    setNames: (next: readonly string[] | null) => setSetting({ ...setting, names: next }),
    setWidth: (name: string, width: number) =>
      setSetting({ ...setting, widths: { ...setting.widths, [name]: width } }),
  }
}

/** Changes of the query, written into the address. */
function useQueryChanges(record: RecordType, query: ListQuery | undefined) {
  const { search, change } = useAddress()
  const write = useCallback(
    (next: Partial<ListQuery>, replace = false) => {
      const { sort, unit: _unit, ...rest } = next
      const kept = sort && !isDefaultSort(record, sort) ? { sort } : {}
      // How a page shows its rows stays, whatever is asked for.
      const { unit, period, view, zoom, map } = search
      const stale = Object.fromEntries(Object.keys(search).map((name) => [name, undefined]))
      change({ ...stale, ...searchOfQuery({ ...rest, ...kept }), unit, period, view, zoom, map }, replace)
    },
    [record, search, change],
  )
  return {
    setSearchText: (q: string) => query && write({ ...query, q, page: 1 }, true),
    setPage: (page: number) => query && write({ ...query, page }),
    setSize: (size: number) => query && write({ ...query, size, page: 1 }),
    sortBy: (field: string) => query && write({ ...query, sort: nextSort(query.sort, field), page: 1 }),
    setGroup: (group: string | undefined) => {
      if (!query) return
      const { group: _group, ...rest } = query
      write({ ...rest, page: 1, ...(group && { group }) })
    },
    setSort: (sort: ListQuery['sort']) => query && write({ ...query, sort, page: 1 }),
    setFilters: (field: string, filters: readonly Filter[]) =>
      query && write(withFilters(query, field, filters)),
    /** Goes to a kept view: its filters, search and order. */
    show: (view: Partial<ListQuery>) => write(view),
    clear: () =>
      write({
        ...(query && { sort: query.sort, size: query.size, ...(query.group && { group: query.group }) }),
      }),
  }
}

/** Everything a list page knows: what is asked for, what came, and how to ask for something else. */
export function useList(record: RecordType) {
  const { unit } = usePlace()
  const { search, change } = useAddress()
  const extra = useExtraFields(record, unit?.code)
  const columns = useColumns(record, extra.fields)
  const read = useMemo(() => queryOfSearch(record, search, extra.fields), [record, search, extra.fields])
  const query = read.ok ? read.value : undefined
  const asked = useMemo(
    () => ({ ...listAddress(query ?? {}), ...(record.scope === 'unit' && unit ? { unit: unit.code } : {}) }),
    [query, record.scope, unit],
  )
  const answer = useRecordList(record, asked, Boolean(query) && extra.ready)
  const changes = useQueryChanges(record, query)
  return {
    record,
    unit,
    columns,
    query,
    problems: read.ok || !extra.ready ? [] : read.error,
    /** The query as the API reads it; export and list must ask the same. */
    asked,
    reply: answer.data,
    error: answer.error,
    isStale: answer.isPlaceholderData,
    isPending: answer.isPending,
    retry: () => void answer.refetch(),
    ...changes,
    open: search.open,
    setOpen: (id: string | undefined) => change({ open: id, edit: undefined }),
  }
}

export type List = ReturnType<typeof useList>

export type { Column }
