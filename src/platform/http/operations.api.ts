import { text } from '#engine/result/result'
import type { RouteDescription } from './route-description'

const tag = '运行 · Operations'
const status = { type: 'object', properties: { status: { type: 'string' } }, required: ['status'] }

export const operationsApi: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/events',
    tag: '实时 · Live',
    says: text('变更事件流', 'Server-sent events of what has changed'),
    media: 'text/event-stream',
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    tag,
    says: text('接口描述', 'This description'),
    reply: { type: 'object' },
  },
  {
    method: 'get',
    path: '/api/docs',
    tag,
    says: text('接口文档', 'This description, to be read by people'),
    media: 'text/html',
  },
  {
    method: 'get',
    path: '/healthz',
    tag,
    says: text('进程存活', 'The process answers'),
    reply: status,
  },
  {
    method: 'get',
    path: '/readyz',
    tag,
    says: text('可以服务', 'The database answers too'),
    reply: status,
  },
  {
    method: 'get',
    path: '/metrics',
    tag,
    says: text(
      '运行指标（Prometheus），限本机或持令牌访问',
      'Figures for Prometheus: from this machine itself, or with the token of YIPANQI_METRICS_TOKEN as a bearer token',
    ),
    media: 'text/plain',
  },
]
