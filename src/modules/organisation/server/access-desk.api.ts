import { text } from '#engine/result/result'
import { contract, type RouteDescription } from '#platform/http/route-description'

const tag = '账号管理 · Accounts'
const path = '/api/access/people/{person}'

export const accessDeskApi: readonly RouteDescription[] = [
  {
    method: 'get',
    path,
    tag,
    says: text('人员的账号（三员）', 'The account of a person, for the three administrators'),
    reply: contract('AccountReply'),
  },
  {
    method: 'post',
    path: `${path}/block`,
    tag,
    says: text('立即停用（安全管理员）', 'Block at once, for the security administrator'),
    body: { type: 'object', properties: { reason: { type: 'string' } }, required: ['reason'] },
    reply: contract('AccountReply'),
  },
  {
    method: 'post',
    path: `${path}/start-password`,
    tag,
    says: text('发放初始密码', 'Give out the start password that has been granted'),
    reply: contract('StartPasswordReply'),
  },
  {
    method: 'delete',
    path: `${path}/sessions`,
    tag,
    says: text('结束其全部登录', 'End every session of the person'),
    reply: { type: 'object', properties: { ended: { type: 'integer' } }, required: ['ended'] },
  },
  {
    method: 'delete',
    path: `${path}/sessions/{session}`,
    tag,
    says: text('结束其一处登录', 'End one session of the person'),
    status: 204,
  },
]
