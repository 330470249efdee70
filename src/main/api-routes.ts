import { text } from '#engine/result/result'
import type { RouteDescription } from '#platform/http/openapi-paths'

const unit = { says: 'unit code, such as LZ', required: true }
const asOf = { says: 'as published on this day or moment' }

/** The routes beside the record routes, for the API description. */
export const apiRoutes: readonly RouteDescription[] = [
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
    method: 'post',
    path: '/api/session/enrolment',
    tag: '登录 · Sign-in',
    says: text('启用二次验证（登录前）', 'Begin a second factor before signing in'),
  },
  {
    method: 'get',
    path: '/api/session/account',
    tag: '登录 · Sign-in',
    says: text('我的账号', 'One’s own password and second factor, how they stand'),
  },
  {
    method: 'post',
    path: '/api/session/password',
    tag: '登录 · Sign-in',
    says: text('修改密码', 'Change one’s own password'),
  },
  {
    method: 'post',
    path: '/api/session/second-factor',
    tag: '登录 · Sign-in',
    says: text('启用二次验证', 'Begin a second factor'),
  },
  {
    method: 'post',
    path: '/api/session/second-factor/confirm',
    tag: '登录 · Sign-in',
    says: text('确认二次验证', 'Put it to use with its first code'),
  },
  {
    method: 'post',
    path: '/api/session/second-factor/recovery',
    tag: '登录 · Sign-in',
    says: text('更换恢复码', 'New recovery codes'),
  },
  {
    method: 'post',
    path: '/api/session/second-factor/off',
    tag: '登录 · Sign-in',
    says: text('停用二次验证', 'Put the second factor away'),
  },
  {
    method: 'get',
    path: '/api/session/list',
    tag: '登录 · Sign-in',
    says: text('我的登录', 'One’s own open sessions'),
  },
  {
    method: 'delete',
    path: '/api/session/list/{id}',
    tag: '登录 · Sign-in',
    says: text('结束一个登录', 'End one of one’s own sessions'),
  },
  {
    method: 'post',
    path: '/api/session/list/end-others',
    tag: '登录 · Sign-in',
    says: text('结束其他登录', 'End all one’s other sessions'),
  },
  {
    method: 'get',
    path: '/api/access/people/{person}',
    tag: '授权 · Access',
    says: text('账号与会话', 'A person’s account, for administrators'),
  },
  {
    method: 'post',
    path: '/api/access/people/{person}/block',
    tag: '授权 · Access',
    says: text('立即停用', 'Block a person at once'),
  },
  {
    method: 'post',
    path: '/api/access/people/{person}/start-password',
    tag: '授权 · Access',
    says: text('发放初始口令', 'Give out the start password, once'),
  },
  {
    method: 'delete',
    path: '/api/access/people/{person}/sessions',
    tag: '授权 · Access',
    says: text('结束全部会话', 'End all sessions of a person'),
  },
  {
    method: 'delete',
    path: '/api/access/people/{person}/sessions/{session}',
    tag: '授权 · Access',
    says: text('结束一个会话', 'End one session of a person'),
  },
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
