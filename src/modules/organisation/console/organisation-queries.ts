import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ListReply, Titles } from '#engine/records/reply'
import { text } from '#engine/result/result'
import { sessionQuery } from '#console/api/session'
import { recordClient } from '#console/api/record-client'
import { request } from '#console/api/request'
import { titleOf } from '#console/records/columns'
import type { OrderReply, OrganisationReply, Placed } from '../contract'
import { person } from '../records/person'
import type { Move } from './tree-order'

const treeKey = ['record', 'unit', 'tree']

/** Siblings as people see them: by position, by code where two stand alike. */
const inOrder = (reply: OrganisationReply): OrganisationReply => ({
  ...reply,
  units: reply.units.toSorted((a, b) => a.position - b.position || (a.code < b.code ? -1 : 1)),
})

/** The whole tree with its counts; units in the order of their siblings. */
export const useOrganisation = () =>
  useQuery({
    queryKey: treeKey,
    queryFn: async ({ signal }) => inOrder(await request<OrganisationReply>('organisation', { signal })),
    placeholderData: keepPreviousData,
  })

/** Rows of one unit itself, without what lies below it. */
export const useRowsIn = (name: 'organ' | 'post' | 'person', unit: string) => {
  const sort = name === 'organ' ? 'position,name_zh' : 'name_zh'
  const query = { unit_id: unit, size: '500', sort }
  return useQuery({
    queryKey: ['record', name, 'in', unit],
    queryFn: ({ signal }) => recordClient({ name }).list(query, signal),
    placeholderData: (before: ListReply | undefined, asked) =>
      asked?.queryKey[3] === unit ? before : undefined,
  })
}

/** The name of a person chosen by id. */
function usePersonTitle(id: string | null): string | undefined {
  const { data } = useQuery({
    queryKey: ['record', 'person', 'row', id],
    queryFn: ({ signal }) => recordClient({ name: 'person' }).get(id ?? '', signal),
    enabled: id !== null,
  })
  return data && titleOf(person, data.row)
}

/** The titles with that of a person just chosen among them: the input has only the names it began with. */
export function useTitlesWith(titles: Titles, id: string | null): Titles {
  const name = usePersonTitle(id)
  if (id === null || name === undefined) return titles
  return { ...titles, person: { ...titles.person, [id]: text(name, name) } }
}

/** Every post a person has held, the running ones among them. */
export const usePostsOf = (person: string) =>
  useQuery({
    queryKey: ['record', 'post', 'of', person],
    queryFn: ({ signal }) =>
      recordClient({ name: 'post' }).list({ person, size: '200', sort: '-starts_on' }, signal),
    enabled: person !== '',
  })

/** A few rows found by name or pinyin initials. */
export const useFound = (name: 'organ' | 'person' | 'post', sought: string) =>
  useQuery({
    queryKey: ['record', name, 'found', sought],
    queryFn: ({ signal }) => recordClient({ name }).list({ q: sought, size: '8' }, signal),
    enabled: sought !== '',
    placeholderData: keepPreviousData,
  })

/** Who wrote the rows last: versions are taken when the move is sent, so that an undo builds on what is there now. */
export type VersionOf = (id: string) => number | undefined

const placed = (ids: readonly string[], versionOf: VersionOf): Placed[] =>
  ids.map((id) => ({ id, version: versionOf(id) ?? 0 }))

function useAfterwards(names: readonly string[]) {
  const queries = useQueryClient()
  return () =>
    Promise.all([
      ...names.map((name) => queries.invalidateQueries({ queryKey: ['record', name] })),
      queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    ])
}

/** Arranges units; whatever happened, the tree is read again, so that a refusal shows what is there now. */
export function useArrangeUnits() {
  const queries = useQueryClient()
  const afterwards = useAfterwards(['unit'])
  return useMutation({
    mutationFn: (move: Move) => {
      const { units = [] } = queries.getQueryData<OrganisationReply>(treeKey) ?? {}
      const versionOf: VersionOf = (id) => units.find((unit) => unit.code === id)?.version
      const body = { unit: move.parent, children: placed(move.ids, versionOf) }
      return request<OrderReply>('organisation/order', { method: 'POST', body })
    },
    onSettled: afterwards,
  })
}

export function useArrangeOrgans(unit: string) {
  const queries = useQueryClient()
  const afterwards = useAfterwards(['organ'])
  return useMutation({
    mutationFn: (move: Move) => {
      const { rows = [] } = queries.getQueryData<ListReply>(['record', 'organ', 'in', unit]) ?? {}
      const versionOf: VersionOf = (id) => rows.find((row) => row.id === id)?.version
      const body = { unit, parent: move.parent, children: placed(move.ids, versionOf) }
      return request<OrderReply>('organisation/organ-order', { method: 'POST', body })
    },
    onSettled: afterwards,
  })
}
