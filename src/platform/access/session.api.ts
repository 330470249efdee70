import { text } from '#engine/result/result'
import { contract, type RouteDescription } from '#platform/http/route-description'

const tag = '登录 · Sign-in'

export const sessionApi: readonly RouteDescription[] = [
  {
    method: 'get',
    path: '/api/session',
    tag,
    says: text('我是谁', 'Who is signed in, with posts and units'),
    reply: contract('SessionReply'),
  },
  {
    method: 'post',
    path: '/api/session',
    tag,
    says: text('登录', 'Sign in'),
    body: {
      type: 'object',
      properties: {
        account: { type: 'string' },
        password: { type: 'string' },
        code: { type: 'string', description: 'of the second factor, where there is one' },
        new_password: { type: 'string', description: 'where a new one is due' },
      },
      required: ['account', 'password'],
    },
    reply: contract('SessionReply'),
    status: 201,
  },
  {
    method: 'delete',
    path: '/api/session',
    tag,
    says: text('退出', 'Sign out'),
    status: 204,
  },
  {
    method: 'get',
    path: '/api/session/demo',
    tag,
    says: text('演示账号', 'Accounts of the demonstration; none in a real installation'),
    reply: {
      type: 'object',
      properties: {
        accounts: { type: 'array', items: contract('DemoAccount') },
        single_sign_on: { type: 'boolean' },
      },
      required: ['accounts', 'single_sign_on'],
    },
  },
]
