import { text } from '#engine/result/result'
import type { Schema } from '#platform/http/openapi-schemas'
import { contract, type RouteDescription } from '#platform/http/route-description'

const tag = '本人账号 · Own account'

/** A body of texts that must all be there. */
const texts = (...names: readonly string[]): Schema => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  required: names,
})

const ended: Schema = { type: 'object', properties: { ended: { type: 'integer' } }, required: ['ended'] }

export const ownAccountApi: readonly RouteDescription[] = [
  {
    method: 'post',
    path: '/api/session/enrolment',
    tag,
    says: text('登录前登记第二因素', 'Register a second factor before the first sign-in that needs one'),
    body: texts('account', 'password'),
    reply: contract('EnrolmentReply'),
  },
  {
    method: 'get',
    path: '/api/session/account',
    tag,
    says: text('本人账号', 'One’s own account: password and second factor'),
    reply: contract('OwnAccount'),
  },
  {
    method: 'post',
    path: '/api/session/password',
    tag,
    says: text('修改密码', 'Change the password; other sessions end'),
    body: texts('password', 'new_password'),
    status: 204,
  },
  {
    method: 'post',
    path: '/api/session/second-factor',
    tag,
    says: text('登记第二因素', 'Register a second factor, or another in its place'),
    body: texts('password'),
    reply: contract('EnrolmentReply'),
  },
  {
    method: 'post',
    path: '/api/session/second-factor/confirm',
    tag,
    says: text('确认第二因素', 'Confirm it by its first code'),
    body: texts('code'),
    reply: contract('RecoveryReply'),
  },
  {
    method: 'post',
    path: '/api/session/second-factor/recovery',
    tag,
    says: text('更换备用码', 'New recovery codes in place of the old'),
    body: texts('code'),
    reply: contract('RecoveryReply'),
  },
  {
    method: 'post',
    path: '/api/session/second-factor/off',
    tag,
    says: text('停用第二因素', 'Do without a second factor, where none is required'),
    body: texts('code'),
    status: 204,
  },
  {
    method: 'get',
    path: '/api/session/list',
    tag,
    says: text('本人的登录', 'Where one is signed in'),
    reply: {
      type: 'object',
      properties: { sessions: { type: 'array', items: contract('SessionEntry') } },
      required: ['sessions'],
    },
  },
  {
    method: 'delete',
    path: '/api/session/list/{id}',
    tag,
    says: text('结束一处登录', 'End one session'),
    status: 204,
  },
  {
    method: 'post',
    path: '/api/session/list/end-others',
    tag,
    says: text('结束其他登录', 'End every other session'),
    reply: ended,
  },
]
