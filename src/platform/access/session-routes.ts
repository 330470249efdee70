import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { DemoAccount } from '#engine/records/session'
import type { Config } from '#platform/config/config'
import { type Database, kernelActor } from '#platform/database/database'
import { AppError, kernelError } from '#platform/errors/app-error'
import type { Limits } from '#platform/http/limits'
import { objectBody, signedIn } from '#platform/http/request'
import type { Directory } from './directory'
import { beginEnrolment } from './second-factor'
import type { Origin, Sessions } from './sessions'
import { type Credentials, judgePassword, needsSecondFactor } from './sign-in'

/** Behind TLS the name itself makes browsers refuse the cookie from anywhere but this host, over https. */
export const sessionCookie = (config: Config): string =>
  config.secureCookies === 'yes' ? '__Host-yipanqi_session' : 'yipanqi_session'

interface Parts {
  readonly database: Database
  readonly sessions: Sessions
  readonly directory: Directory
  readonly config: Config
  readonly limits: Limits
  /** Sign-ins of the demonstration world; none with real data. */
  readonly demo: readonly DemoAccount[]
}

/** Strangers send nothing longer: five megabytes of JSON are for people who are signed in. */
const signInBytes = 10_000

const asText = (value: unknown) => (typeof value === 'string' ? value : '')
const given = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value.slice(0, 500) : undefined

function credentialsIn(request: FastifyRequest): Credentials {
  const { account, password, code, new_password } = objectBody(request)
  return {
    account: asText(account),
    password: asText(password),
    code: given(code),
    new_password: given(new_password),
  }
}

/** Where a request comes from, as the list of sessions tells it. */
export const originOf = (request: FastifyRequest): Origin => ({
  client: request.headers['user-agent'] ?? '',
  address: request.ip,
})

/** The token as a cookie that no script reads and no other site's page sends. */
export const keepToken = (reply: FastifyReply, config: Config, token: string): FastifyReply =>
  reply.setCookie(sessionCookie(config), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: config.secureCookies === 'yes',
  })

const tokenOf = (request: FastifyRequest, config: Config): string | undefined =>
  request.cookies[sessionCookie(config)] ??
  /^Bearer (\S{20,200})$/.exec(request.headers.authorization ?? '')?.[1]

/** Before every request: whose it is, and whether there have been too many. */
function registerRecognition(app: FastifyInstance, { sessions, config, limits }: Parts): void {
  app.addHook('onRequest', async (request) => {
    if (!request.url.startsWith('/api')) return
    const token = tokenOf(request, config)
    const session = token ? await sessions.find(token) : undefined
    if (!session) {
      limits.visitor(request.ip)
      return
    }
    limits.session(session.id)
    request.actor = session.actor
    request.session = session.id
    request.sessionEnds = session.ends
  })
}

/** Refusals that a guesser gets; what is merely missing is no guess. */
const guesses = new Set(['sign_in_refused', 'second_factor_wrong', 'account_locked'])

/** Refused tries from one address are counted together, whatever accounts they were for. */
async function counted<T>(limits: Limits, request: FastifyRequest, work: () => Promise<T>): Promise<T> {
  limits.signIn(request.ip, 0)
  try {
    return await work()
  } catch (error) {
    if (error instanceof AppError && guesses.has(error.code)) limits.signIn(request.ip, 1)
    throw error
  }
}

/** For who must have a second factor and has none: the picture to scan, given to who knows the password. */
function registerEnrolment(app: FastifyInstance, { database, directory, config, limits }: Parts): void {
  app.post('/api/session/enrolment', { bodyLimit: signInBytes }, (request) =>
    counted(limits, request, async () => {
      const credentials = credentialsIn(request)
      const verdict = await database.transaction(kernelActor, 'write', async (tx) => {
        const account = await judgePassword(tx, credentials)
        if (typeof account === 'string') return account
        return account.factor_since === null ? account : ('second_factor_needed' as const)
      })
      if (typeof verdict === 'string') throw kernelError(verdict)
      const actor = await directory.actorOf(verdict.person_id)
      if (!needsSecondFactor(config, actor)) throw kernelError('bad_request')
      return database.transaction(kernelActor, 'write', (tx) => beginEnrolment(tx, verdict))
    }),
  )
}

/** Sign-in, who am I, sign-out; and before every request: whose it is. */
export function registerSessionRoutes(app: FastifyInstance, parts: Parts): void {
  const { sessions, directory, config, limits, demo } = parts
  registerRecognition(app, parts)
  registerEnrolment(app, parts)
  app.get('/api/session', async (request) => {
    const actor = signedIn(request)
    return { ...(await directory.describe(actor)), expires_at: request.sessionEnds?.at ?? '' }
  })
  app.post('/api/session', { bodyLimit: signInBytes }, async (request, reply) => {
    const credentials = credentialsIn(request)
    const opened = await counted(limits, request, () => sessions.signIn(credentials, originOf(request)))
    const described = await directory.describe(opened.session.actor)
    const { recovery_codes } = opened
    return keepToken(reply, config, opened.token)
      .code(201)
      .send({
        ...described,
        expires_at: opened.session.ends.at,
        ...(recovery_codes && { recovery_codes }),
      })
  })
  app.delete('/api/session', async (request, reply) => {
    if (request.session) await sessions.end(request.session)
    return reply.clearCookie(sessionCookie(config), { path: '/' }).code(204).send()
  })
  app.get('/api/session/demo', () => ({
    accounts: demo,
    single_sign_on: Boolean(config.oidcIssuer && config.oidcClient && config.publicUrl),
  }))
}
