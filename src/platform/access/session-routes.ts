import type { FastifyInstance, FastifyReply } from 'fastify'
import type { DemoAccount } from '#engine/records/session'
import type { Config } from '#platform/config/config'
import { objectBody, signedIn } from '#platform/http/request'
import type { Directory } from './directory'
import type { Sessions } from './sessions'

export const sessionCookie = 'yipanqi_session'

interface Parts {
  readonly sessions: Sessions
  readonly directory: Directory
  readonly config: Config
  /** Sign-ins of the demonstration world; none with real data. */
  readonly demo: readonly DemoAccount[]
}

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** Sign-in, who am I, sign-out; and before every request: whose it is. */
export function registerSessionRoutes(
  app: FastifyInstance,
  { sessions, directory, config, demo }: Parts,
): void {
  app.addHook('onRequest', async (request) => {
    const bearer = /^Bearer (\S{20,200})$/.exec(request.headers.authorization ?? '')?.[1]
    const token = request.cookies[sessionCookie] ?? bearer
    const session = token ? await sessions.find(token) : undefined
    if (!session) return
    request.actor = session.actor
    request.session = session.id
  })

  const keep = (reply: FastifyReply, token: string) =>
    reply.setCookie(sessionCookie, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: config.secureCookies === 'yes',
    })

  app.get('/api/session', async (request) => {
    const actor = signedIn(request)
    const token = request.cookies[sessionCookie] ?? ''
    const open = await sessions.find(token)
    return { ...(await directory.describe(actor)), expires_at: open?.expires ?? '' }
  })
  app.post('/api/session', async (request, reply) => {
    const body = objectBody(request)
    const opened = await sessions.signIn({
      account: asText(body.account),
      password: asText(body.password),
      client: request.headers['user-agent'] ?? '',
    })
    const described = await directory.describe(opened.session.actor)
    return keep(reply, opened.token)
      .code(201)
      .send({ ...described, expires_at: opened.session.expires })
  })
  app.delete('/api/session', async (request, reply) => {
    if (request.session) await sessions.end(request.session)
    return reply.clearCookie(sessionCookie, { path: '/' }).code(204).send()
  })
  app.get('/api/session/demo', () => ({ accounts: demo }))
}
