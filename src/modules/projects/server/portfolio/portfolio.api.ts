import { text } from '#engine/result/result'
import { contract, type RouteDescription } from '#platform/http/route-description'

const portfolio = '项目全景 · Portfolio'
/** Besides these, every filter of the list of projects. */
const asked = {
  unit: { says: 'unit code; its units below are included' },
  sort: { says: 'field names, with a minus for descending' },
  page: { says: 'page, from 1' },
  size: { says: 'projects a page, at most 500' },
}

export const portfolioApi: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/portfolio',
    tag: portfolio,
    says: text(
      '一页项目及各自推算的计划（筛选同项目列表）',
      'A page of projects with their plans worked out; filters as of the list of projects',
    ),
    query: asked,
    reply: contract('PortfolioReply'),
  },
]
