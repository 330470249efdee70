import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { request } from '#console/api/request'
import type { CoverageReply, ExplainReply, FiguresReply } from '#modules/indicators/contract'

/** One figure of the board: whose, what, when, and whether it happened or was promised. */
export interface ExplainTarget {
  readonly unit: string
  readonly indicator: string
  readonly period: string
  readonly nature: string
}

export const targetId = ({ unit, indicator, period, nature }: ExplainTarget): string =>
  `${unit}|${indicator}|${period}|${nature}`

const targetOf = ({ unit, indicator, period, nature }: ExplainTarget): ExplainTarget => ({
  unit,
  indicator,
  period,
  nature,
})

/** Where a figure comes from; `asOf` a day: as it had been published by then. */
export function useExplanation(figure: ExplainTarget | undefined, asOf: string | undefined) {
  const query = figure && { ...targetOf(figure), as_of: asOf }
  return useQuery({
    queryKey: ['record', 'report', 'explain', query],
    queryFn: ({ signal }) => request<ExplainReply>('figures/explain', { query: query ?? {}, signal }),
    enabled: figure !== undefined,
    placeholderData: keepPreviousData,
  })
}

export interface FiguresAsked {
  readonly unit: string
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly indicators?: string | undefined
  readonly natures?: string | undefined
  /** `true`: also of every unit below. */
  readonly below?: string | undefined
  readonly as_of?: string | undefined
}

/** Figures of a unit between two periods. Keyed under reports: whatever is published there is read again here. */
export function useFigures(asked: FiguresAsked, enabled = true) {
  return useQuery({
    queryKey: ['record', 'report', 'figures', asked],
    queryFn: ({ signal }) => request<FiguresReply>('figures', { query: { ...asked }, signal }),
    enabled,
    placeholderData: keepPreviousData,
  })
}

/** How the unit and those below keep their reporting dates. */
export function useCoverage(asked: { readonly unit: string; readonly from: string; readonly to: string }) {
  return useQuery({
    queryKey: ['record', 'report', 'coverage', asked],
    queryFn: ({ signal }) => request<CoverageReply>('coverage', { query: { ...asked }, signal }),
    placeholderData: keepPreviousData,
  })
}
