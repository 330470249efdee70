import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { OwnAccount } from '#engine/records/session'
import type { Config } from '#platform/config/config'
import { type Database, kernelActor, type Transaction } from '#platform/database/database'
import { type KernelErrorCode, kernelError } from '#platform/errors/app-error'
import { objectBody, signedIn } from '#platform/http/request'
import { type AccountRow, countFailure, isLocked, lockAccountOf } from './account-row'
import type { Holder } from './accounts'
import { changeDue, changePassword, policyOf } from './change-password'
import type { Directory } from './directory'
import { isPassword } from './passwords'
import {
  beginEnrolment,
  confirmEnrolment,
  endSecondFactor,
  renewRecoveryCodes,
  spendCode,
} from './second-factor'
import { endOtherSessions, endSession, listSessionsOf } from './session-list'
import { needsSecondFactor } from './sign-in'

interface Parts {
  readonly database: Database
  readonly directory: Directory
  readonly config: Config
}

const asText = (value: unknown) => (typeof value === 'string' ? value.slice(0, 500) : '')

const holderOf = (account: AccountRow): Holder => ({
  person: account.person_id,
  zone: account.zone_id,
  unit: account.zone_id,
})

/** The account of whoever asks, locked. A person vouched for by single sign-on has one as well. */
async function ownAccount(tx: Transaction, request: FastifyRequest): Promise<AccountRow> {
  const account = await lockAccountOf(tx, signedIn(request).person)
  if (!account) throw kernelError('not_found')
  return account
}

/** A stolen session must not try passwords or codes without end: wrong ones count as at sign-in. */
type Proof = (tx: Transaction, account: AccountRow, body: Record<string, unknown>) => Promise<boolean>

const byPassword: Proof = (_tx, account, body) =>
  isPassword(account.password_hash, asText(body.password).slice(0, 200))

const byCode: Proof = (tx, account, body) => spendCode(tx, account, asText(body.code))

/** Whoever has a second factor needs it to put another in its place: the password alone is not enough. */
const byAll: Proof = async (tx, account, body) =>
  (await byPassword(tx, account, body)) && (account.factor_since === null || byCode(tx, account, body))

function wrongProof(proof: Proof): KernelErrorCode {
  return proof === byPassword || proof === byAll ? 'sign_in_refused' : 'second_factor_wrong'
}

/** Does something to one's own account once password or code have been proven; a wrong one is counted, then told. */
async function proven<T>(
  { database }: Parts,
  request: FastifyRequest,
  given: { proof: Proof; work: (tx: Transaction, account: AccountRow) => Promise<T> },
): Promise<T> {
  const body = objectBody(request)
  const outcome = await database.transaction(kernelActor, 'write', async (tx) => {
    const account = await ownAccount(tx, request)
    if (isLocked(account)) return { refused: 'account_locked' as const }
    if (!(await given.proof(tx, account, body))) {
      await countFailure(tx, account)
      return { refused: wrongProof(given.proof) }
    }
    return { value: await given.work(tx, account) }
  })
  if ('refused' in outcome) throw kernelError(outcome.refused)
  return outcome.value
}

function describe(account: AccountRow, config: Config, needed: boolean): OwnAccount {
  const policy = policyOf(config)
  return {
    account: account.id,
    password: {
      changed_at: account.password_changed_at,
      due_at: changeDue(account, policy)?.toISOString() ?? null,
      least: policy.least,
    },
    second_factor: {
      since: account.factor_since,
      required: needed,
      recovery_left: account.recovery_hashes.length,
    },
  }
}

function registerPassword(app: FastifyInstance, parts: Parts): void {
  app.post('/api/session/password', async (request, reply) => {
    const { name } = await parts.directory.describe(signedIn(request))
    await proven(parts, request, {
      proof: byPassword,
      async work(tx, account) {
        const password = asText(objectBody(request).new_password)
        const names = [name.zh, name.en]
        await changePassword(tx, account, { password, names, policy: policyOf(parts.config) })
        // Whoever else has got in by the old password is out.
        await endOtherSessions(tx, holderOf(account), request.session ?? '')
      },
    })
    return reply.code(204).send()
  })
}

function registerSecondFactor(app: FastifyInstance, parts: Parts): void {
  const address = '/api/session/second-factor'
  const needed = (request: FastifyRequest) => needsSecondFactor(parts.config, signedIn(request))
  app.post(address, (request) => proven(parts, request, { proof: byAll, work: beginEnrolment }))
  app.post(`${address}/confirm`, async (request) => {
    let codes: readonly string[] = []
    const confirm: Proof = async (tx, account, body) => {
      const made = await confirmEnrolment(tx, account, asText(body.code))
      codes = made ?? []
      return made !== undefined
    }
    await proven(parts, request, { proof: confirm, work: () => Promise.resolve() })
    return { recovery_codes: codes }
  })
  app.post(`${address}/recovery`, (request) =>
    proven(parts, request, {
      proof: byCode,
      work: async (tx, account) => ({ recovery_codes: await renewRecoveryCodes(tx, account) }),
    }),
  )
  app.post(`${address}/off`, async (request, reply) => {
    if (needed(request)) throw kernelError('second_factor_required')
    await proven(parts, request, { proof: byCode, work: endSecondFactor })
    return reply.code(204).send()
  })
}

function registerSessionList(app: FastifyInstance, parts: Parts): void {
  const { database, config } = parts
  app.get('/api/session/list', (request) => {
    const { person } = signedIn(request)
    return database.transaction(kernelActor, 'read', async (tx) => ({
      sessions: await listSessionsOf(tx, person, {
        ...(request.session && { own: request.session }),
        idleMinutes: config.idleMinutes,
      }),
    }))
  })
  app.delete('/api/session/list/:id', async (request, reply) => {
    await database.transaction(kernelActor, 'write', async (tx) =>
      endSession(tx, holderOf(await ownAccount(tx, request)), (request.params as { id: string }).id),
    )
    return reply.code(204).send()
  })
  app.post('/api/session/list/end-others', (request) =>
    database.transaction(kernelActor, 'write', async (tx) => ({
      ended: await endOtherSessions(tx, holderOf(await ownAccount(tx, request)), request.session ?? ''),
    })),
  )
}

/** One's own account: password, second factor, and where one is signed in. */
export function registerOwnAccountRoutes(app: FastifyInstance, parts: Parts): void {
  app.get('/api/session/account', (request) =>
    parts.database.transaction(kernelActor, 'write', async (tx) =>
      describe(
        await ownAccount(tx, request),
        parts.config,
        needsSecondFactor(parts.config, signedIn(request)),
      ),
    ),
  )
  registerPassword(app, parts)
  registerSecondFactor(app, parts)
  registerSessionList(app, parts)
}
