import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Config } from '#platform/config/config'
import { type Database, kernelActor, queries, type Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import { type AccountRow, changeAccount, lockAccount, noteAccount } from './account-row'
import { keepToken, originOf } from './session-routes'
import type { Sessions } from './sessions'
import { type Attempt, openSingleSignOn, type SingleSignOn, type Vouched } from './single-sign-on'

interface Parts {
  readonly database: Database
  readonly sessions: Sessions
  readonly config: Config
}

/** How long somebody may take at the provider's page. */
const attemptSeconds = 600

const address = '/api/session/oidc'
const attemptCookie = 'yipanqi_oidc'

/** Only a path of this console is gone back to: a link must not lead to a stranger's site. */
const safeReturn = (then: unknown): string =>
  typeof then === 'string' && /^\/(?![/\\])[\w\-./?=&%]*$/.test(then) ? then : '/'

interface Kept extends Attempt {
  readonly then: string
}

function keptIn(request: FastifyRequest): Kept | undefined {
  try {
    const text = Buffer.from(request.cookies[attemptCookie] ?? '', 'base64url').toString()
    const kept = JSON.parse(text) as Partial<Kept>
    const whole = [kept.state, kept.nonce, kept.verifier].every((part) => typeof part === 'string' && part)
    return whole ? ({ ...kept, then: safeReturn(kept.then) } as Kept) : undefined
  } catch {
    return undefined
  }
}

const keep = (reply: FastifyReply, config: Config, kept: Kept): FastifyReply =>
  reply.setCookie(attemptCookie, Buffer.from(JSON.stringify(kept)).toString('base64url'), {
    path: address,
    httpOnly: true,
    // The return comes from the provider's site: strict cookies would stay away.
    sameSite: 'lax',
    secure: config.secureCookies === 'yes',
    maxAge: attemptSeconds,
  })

async function accountBySubject(tx: Transaction, subject: string): Promise<AccountRow | undefined> {
  const found = (await tx.first(
    queries().selectFrom('account').select('id').where('subject', '=', subject).limit(1),
  )) as { id: string } | undefined
  return found && lockAccount(tx, found.id)
}

/**
 * The existing account of whom the provider vouches for; nobody is created. An account found by its name is bound to the
 * provider's subject from then on: a name given to somebody else later opens it no more.
 */
async function accountOf(tx: Transaction, vouched: Vouched, claim: string): Promise<AccountRow | undefined> {
  if (!vouched.subject) return undefined
  const account =
    claim === 'sub' ? await accountBySubject(tx, vouched.subject) : await lockAccount(tx, vouched.claim)
  if (!account || account.disabled) return undefined
  const bound = account.subject
  if (bound !== null) return bound === vouched.subject ? account : undefined
  await changeAccount(tx, account, { subject: vouched.subject })
  await noteAccount(tx, account, 'account_bound')
  return account
}

async function vouchedFor(request: FastifyRequest, parts: Parts, provider: SingleSignOn) {
  const kept = keptIn(request)
  if (!kept) throw kernelError('sso_refused')
  const returned = new URL(`${parts.config.publicUrl}${request.url}`)
  const vouched = await provider.complete(returned, kept).catch((error: unknown) => {
    request.log.warn({ err: error }, 'single sign-on was refused')
    throw kernelError('sso_refused', { cause: error })
  })
  const account = await parts.database.transaction(kernelActor, 'write', (tx) =>
    accountOf(tx, vouched, parts.config.oidcClaim),
  )
  if (!account) throw kernelError('sso_refused')
  return { account, then: kept.then }
}

/** Sign-in at the provider of the configuration (统一身份认证): there and back, then a session like any other. */
export function registerSingleSignOnRoutes(app: FastifyInstance, parts: Parts): void {
  const provider = openSingleSignOn(parts.config)
  if (!provider) return
  app.get(address, async (request, reply) => {
    const { then } = request.query as { then?: string }
    const begun = await provider.begin().catch((error: unknown) => {
      throw kernelError('sso_refused', { cause: error })
    })
    return keep(reply, parts.config, { ...begun.attempt, then: safeReturn(then) }).redirect(begun.address)
  })
  app.get(`${address}/callback`, async (request, reply) => {
    void reply.clearCookie(attemptCookie, { path: address })
    try {
      const { account, then } = await vouchedFor(request, parts, provider)
      const opened = await parts.sessions.vouched(account, originOf(request))
      return await keepToken(reply, parts.config, opened.token).redirect(then)
    } catch (error) {
      // A person stands before a page here, not a program before an API.
      request.log.info({ err: error }, 'single sign-on ended at the sign-in page')
      return reply.redirect('/sign-in?sso=refused')
    }
  })
}
