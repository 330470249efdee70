import { text } from '#engine/result/result'
import { auditRoutes } from '#platform/audit/audit-routes'
import type { RouteDescription } from '#platform/http/openapi-paths'

const unit = { says: 'unit code, such as LZ', required: true }
const asOf = { says: 'as published on this day or moment' }

/** The routes beside the record routes, for the API description. */
export const apiRoutes: readonly RouteDescription[] = [
  ...auditRoutes,
  {
    method: 'get',
    path: '/api/session',
    tag: '登录 · Sign-in',
    says: text('我是谁', 'Who is signed in, with posts and units'),
  },
  {
    method: 'post',
    path: '/api/session',
    tag: '登录 · Sign-in',
    says: text('登录', 'Sign in'),
    body: {
      type: 'object',
      properties: { account: { type: 'string' }, password: { type: 'string' } },
      required: ['account', 'password'],
    },
  },
  { method: 'delete', path: '/api/session', tag: '登录 · Sign-in', says: text('退出', 'Sign out') },
  {
    method: 'get',
    path: '/api/events',
    tag: '实时 · Live',
    says: text('变更事件流', 'Server-sent events of what has changed'),
  },
  {
    method: 'get',
    path: '/api/figures',
    tag: '指标 · Figures',
    says: text('指标数据', 'Figures of a unit'),
    query: {
      unit,
      below: { says: 'true: of the units below as well' },
      indicators: { says: 'codes, separated by commas' },
      from: { says: 'first period' },
      to: { says: 'last period' },
      natures: { says: 'actual, target, plan, fact' },
      as_of: asOf,
    },
  },
  {
    method: 'get',
    path: '/api/figures/explain',
    tag: '指标 · Figures',
    says: text('数据的由来', 'Where a figure comes from'),
    query: {
      unit,
      indicator: { says: 'code', required: true },
      period: { says: 'period', required: true },
      nature: { says: 'nature', required: true },
      as_of: asOf,
    },
  },
  {
    method: 'get',
    path: '/api/report/{id}/grid',
    tag: '报表 · Report',
    says: text('填报表格', 'A report as a grid, with what the rules find'),
  },
  {
    method: 'put',
    path: '/api/report/{id}/lines',
    tag: '报表 · Report',
    says: text('保存填报', 'Save lines of an open report (If-Match: version)'),
    body: {
      type: 'object',
      properties: { lines: { type: 'array', items: { type: 'object' } } },
      required: ['lines'],
    },
  },
  {
    method: 'get',
    path: '/api/coverage',
    tag: '报表 · Report',
    says: text('报送及时率', 'How units keep their dates'),
    query: { unit, from: { says: 'first period' }, to: { says: 'last period' } },
  },
  {
    method: 'get',
    path: '/api/board',
    tag: '看板 · Board',
    says: text('看板', 'The board of a unit'),
    query: {
      unit: { says: 'unit code; absent: the highest one you reach' },
      period: { says: 'period; absent: the latest' },
      ranking: { says: 'indicator to rank by' },
    },
  },
  {
    method: 'get',
    path: '/healthz',
    tag: '运行 · Operations',
    says: text('进程存活', 'The process answers'),
  },
  {
    method: 'get',
    path: '/readyz',
    tag: '运行 · Operations',
    says: text('可以服务', 'The database answers too'),
  },
]
