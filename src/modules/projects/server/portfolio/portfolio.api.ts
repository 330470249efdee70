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
  {
    method: 'get',
    path: '/api/portfolio/cards',
    tag: portfolio,
    says: text(
      '项目卡片：本人包联的在前，至多 60 张',
      'Projects as cards, those one leads first; at most sixty',
    ),
    query: { unit: asked.unit, sort: asked.sort },
    reply: contract('ProjectCardsReply'),
  },
  {
    method: 'get',
    path: '/api/portfolio/plan/{year}',
    tag: portfolio,
    says: text('年度计划投资，可分组合计', 'The planned investment of a year, by groups of the list'),
    query: { unit: asked.unit, group: { says: 'the field to group by' } },
    reply: contract('PlanTotalsReply'),
  },
  {
    method: 'get',
    path: '/api/portfolio/year/{year}',
    tag: portfolio,
    says: text('年度清单：年初、进入、退出、现有', 'The list of a year: beginning, entry, exit and now'),
    query: { unit: { says: 'unit code; its units below are included', required: true } },
    reply: contract('YearRollReply'),
  },
]
