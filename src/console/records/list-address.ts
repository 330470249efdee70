import type { ExtraFields } from '#engine/records/check-input'
import {
  listAddress,
  readListQuery,
  type Filter,
  type ListQuery,
  type SortKey,
} from '#engine/records/list-query'
import type { Problem } from '#engine/records/problem'
import type { RecordType } from '#engine/records/record'
import type { Result } from '#engine/result/result'
import { ownNames, type Search } from '#console/router/search'

const own: readonly string[] = ownNames

/** The list query in the browser's address, without what belongs to the frame. */
export function queryOfSearch(
  record: RecordType,
  search: Search,
  extra: ExtraFields,
): Result<ListQuery, Problem[]> {
  const given = Object.fromEntries(Object.entries(search).filter(([name]) => !own.includes(name)))
  return readListQuery(record, given, extra)
}

/** The browser's address of a query: a filter that has a name of the frame's is written with its operator. */
export function searchOfQuery(query: Partial<ListQuery>): Record<string, string> {
  const entries = Object.entries(listAddress(query))
  const filtered = new Set((query.filters ?? []).map((filter) => filter.field))
  return Object.fromEntries(
    entries.map(([name, value]) => [own.includes(name) && filtered.has(name) ? `${name}.eq` : name, value]),
  )
}

/** The query with this field's filters replaced; back on the first page. */
export function withFilters(query: ListQuery, field: string, filters: readonly Filter[]): ListQuery {
  return {
    ...query,
    page: 1,
    filters: [...query.filters.filter((filter) => filter.field !== field), ...filters],
  }
}

/** Up, down, as declared: what clicking a head does in turn. */
export function nextSort(sort: readonly SortKey[], field: string): SortKey[] {
  const now = sort[0]
  if (now?.field !== field) return [{ field, descending: false }]
  return now.descending ? [] : [{ field, descending: true }]
}

/** What the address leaves out because it is the record's own order. */
export function isDefaultSort(record: RecordType, sort: readonly SortKey[]): boolean {
  return sort.map((key) => (key.descending ? `-${key.field}` : key.field)).join(',') === record.list.sort
}
