import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { request } from '#console/api/request'
import type {
  PlanTotalsReply,
  PortfolioReply,
  ProjectCardsReply,
  YearRollReply,
} from '../../portfolio-contract'

/** Projects that are asked for at once: a screen holds some thirty, so a page lasts for several screens. */
export const portfolioPage = 100

type Address = Readonly<Record<string, string>>

/** What of a list's address chooses and orders rows; the page is the view's own. */
export const askedOf = ({ page: _page, size: _size, ...asked }: Address): Address => asked

/** The pages of the portfolio that are in view, each read once and again when a project or a node of it changes. */
export function usePortfolioPages(asked: Address, pages: readonly number[], size = portfolioPage) {
  return useQueries({
    queries: pages.map((page) => ({
      queryKey: ['record', 'project', 'portfolio', asked, page, size],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        request<PortfolioReply>('portfolio', {
          query: { ...asked, page: String(page), size: String(size) },
          signal,
        }),
      // The first page stays while another filter is on its way. Of the others an old one would stand in a wrong place.
      ...(page === 1 && { placeholderData: keepPreviousData }),
    })),
  })
}

/** The planned investment of a year over the list's projects, by its groups. */
export const usePlanTotals = (asked: Address, year: string, enabled: boolean) =>
  useQuery({
    queryKey: ['record', 'project_year', 'plan-totals', asked, year],
    queryFn: ({ signal }) =>
      request<PlanTotalsReply>(`portfolio/plan/${encodeURIComponent(year)}`, { query: asked, signal }),
    placeholderData: keepPreviousData,
    enabled,
  })

/** The list of a year in a unit: who came, who left, how many there are. */
export const useYearRoll = (unit: string, year: string) =>
  useQuery({
    queryKey: ['record', 'project_year', 'roll', unit, year],
    queryFn: ({ signal }) =>
      request<YearRollReply>(`portfolio/year/${encodeURIComponent(year)}`, { query: { unit }, signal }),
    placeholderData: keepPreviousData,
    enabled: unit !== '',
  })

/** The projects as cards, one's own first. */
export const useProjectCards = (asked: Address) =>
  useQuery({
    queryKey: ['record', 'project', 'cards', asked],
    queryFn: ({ signal }) => request<ProjectCardsReply>('portfolio/cards', { query: asked, signal }),
    placeholderData: keepPreviousData,
  })

/** Marks on the map: more are not told apart. */
export const mostMarks = 500
