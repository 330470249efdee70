import { text } from '#engine/result/result'
import { contract, type RouteDescription } from '#platform/http/route-description'
import { planTemplates } from '../domain/plan-templates.data'

const plan = '项目计划 · Project plan'

export const projectsApi: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/project/{id}/schedule',
    tag: plan,
    says: text('倒排工期：按承诺竣工日推算的计划', 'The plan worked out back from the promised completion'),
    reply: contract('ScheduleReply'),
  },
  {
    method: 'post',
    path: '/api/project/{id}/schedule/try',
    tag: plan,
    says: text('试算改动，不保存', 'Try changes; nothing is kept'),
    body: {
      type: 'object',
      properties: { changes: { type: 'array', items: contract('PlanChangeInput') } },
      required: ['changes'],
    },
    reply: contract('WhatIfReply'),
  },
  {
    method: 'post',
    path: '/api/project/{id}/plan',
    tag: plan,
    says: text('按模板建立计划节点', 'Begin the plan from a template'),
    body: {
      type: 'object',
      properties: { template: { type: 'string', enum: Object.keys(planTemplates) } },
      required: ['template'],
    },
    status: 201,
    reply: contract('ScheduleReply'),
  },
  {
    method: 'get',
    path: '/api/project/{id}/money',
    tag: plan,
    says: text('项目一年的投资与资金', 'A year of a project’s money'),
    query: {
      year: {
        says: '年度，不填为今年 · The year; this one when left out',
        schema: { type: 'string', pattern: '^\\d{4}$' },
      },
    },
    reply: contract('MoneyReply'),
  },
  {
    method: 'get',
    path: '/api/project/{id}/drift/{baseline}',
    tag: plan,
    says: text('与某条基线相比的偏差', 'How far the plan is from one of its baselines'),
    reply: contract('DriftReply'),
  },
]
