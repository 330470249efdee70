import { text } from '#engine/result/result'
import { contract, type RouteDescription } from '#platform/http/route-description'

const tag = '登录 · Sign-in'

export const preferencesApi: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/me/preferences',
    tag,
    says: text('我的设置', 'What I have set for myself'),
    reply: contract('PreferencesReply'),
  },
  {
    method: 'put',
    path: '/api/me/preferences',
    tag,
    says: text('修改我的设置', 'Set some of them; null takes one back'),
    body: { type: 'object', additionalProperties: true },
    reply: contract('PreferencesReply'),
  },
]
