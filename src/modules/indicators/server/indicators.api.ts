import { text } from '#engine/result/result'
import { contract, type RouteDescription } from '#platform/http/route-description'

const figures = '指标 · Figures'
const reports = '报表 · Report'
const unit = { says: 'unit code, such as LZ', required: true }
const asOf = { says: 'as published on this day or moment' }

export const indicatorsApi: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/figures',
    tag: figures,
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
    reply: contract('FiguresReply'),
  },
  {
    method: 'get',
    path: '/api/figures/explain',
    tag: figures,
    says: text('数据的由来', 'Where a figure comes from'),
    query: {
      unit,
      indicator: { says: 'code', required: true },
      period: { says: 'period', required: true },
      nature: { says: 'nature', required: true },
      as_of: asOf,
    },
    reply: contract('ExplainReply'),
  },
  {
    method: 'get',
    path: '/api/report/{id}/grid',
    tag: reports,
    says: text('填报表格', 'A report as a grid, with what the rules find'),
    reply: contract('GridReply'),
  },
  {
    method: 'put',
    path: '/api/report/{id}/lines',
    tag: reports,
    says: text('保存填报', 'Save lines of an open report'),
    versioned: true,
    body: {
      type: 'object',
      properties: { lines: { type: 'array', items: contract('LineInput') } },
      required: ['lines'],
    },
    reply: contract('GridReply'),
  },
  {
    method: 'get',
    path: '/api/coverage',
    tag: reports,
    says: text('报送及时率', 'How units keep their dates'),
    query: { unit, from: { says: 'first period' }, to: { says: 'last period' } },
    reply: contract('CoverageReply'),
  },
]
