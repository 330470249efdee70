import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { recordClient } from '#console/api/record-client'
import { request } from '#console/api/request'
import type { FiguresReply } from '#modules/indicators/contract'
import type { BoardReply } from '../contract'

export interface BoardAsked {
  readonly unit: string
  readonly period?: string | undefined
  readonly ranking?: string | undefined
}

// Keyed under reports: what a published report changes is read again wherever it is shown.
const boardOptions = (asked: BoardAsked) => ({
  queryKey: ['record', 'report', 'board', asked],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    request<BoardReply>('board', { query: { ...asked }, signal }),
})

const figuresOptions = (asked: FiguresAsked) => ({
  queryKey: ['record', 'report', 'figures', asked],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    request<FiguresReply>('figures', { query: { ...asked }, signal }),
})

/** The board of a unit; the old one stays, dimmed, while the next is on its way. */
export const useBoard = (asked: BoardAsked) =>
  useQuery({ ...boardOptions(asked), placeholderData: keepPreviousData })

export interface FiguresAsked {
  readonly unit: string
  readonly below?: 'true'
  readonly from?: string
  readonly to?: string
}

export const useUnitFigures = (asked: FiguresAsked) => useQuery(figuresOptions(asked))

/** More figures than this are not read one by one: such a unit shows its key figures and leads on to the rest. */
export const readable = 400

export const isReadable = ({ figures }: { readonly figures: number }): boolean =>
  figures > 0 && figures <= readable

/** Zones whose figures are fetched at once; a country has 178. */
const atOnce = 24

/** All figures of each of these units and what lies below them; units with too many to read are left out. */
export function useFiguresOf(
  units: readonly { readonly code: string; readonly figures: number }[],
): ReadonlyMap<string, FiguresReply> {
  const asked = units.filter(isReadable).slice(0, atOnce)
  const found = useQueries({
    queries: asked.map(({ code }) => figuresOptions({ unit: code, below: 'true' })),
    combine: (results): Readonly<Record<string, FiguresReply>> =>
      Object.fromEntries(
        asked.flatMap(({ code }, index) => {
          const reply = results[index]?.data
          return reply ? [[code, reply]] : []
        }),
      ),
  })
  return useMemo(() => new Map(Object.entries(found)), [found])
}

const projects = recordClient({ name: 'project' })

/** The projects of a unit and below, the largest first; `total` tells how many there are. */
export function useProjects(unit: string, size: number) {
  const query = { unit, size: String(size), sort: '-investment,name_zh' }
  return useQuery({
    queryKey: ['record', 'project', 'list', query],
    queryFn: ({ signal }) => projects.list(query, signal),
  })
}
