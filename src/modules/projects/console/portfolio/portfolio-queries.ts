import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { request } from '#console/api/request'
import type { PortfolioReply } from '../../portfolio-contract'

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
      placeholderData: keepPreviousData,
    })),
  })
}
