import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Actor, rolesOver } from '#engine/records/rights'
import type { Role } from '#engine/records/role.data'
import {
  endSessionsOf,
  findAccountOf,
  type Holder,
  issueStartPassword,
  setBlocked,
} from '#platform/access/accounts'
import { endSession, listSessionsOf } from '#platform/access/session-list'
import type { Mode, Transaction } from '#platform/database/database'
import { errorsOf, kernelError } from '#platform/errors/app-error'
import { objectBody, signedIn } from '#platform/http/request'
import { givenReason } from '#platform/records/given-reason'
import type { Kernel } from '#platform/records/kernel'
import { getRow } from '#platform/records/rows'
import { type AccountReply, organisationErrors } from '../contract'
import { person } from '../records/person'

const refuse = errorsOf(organisationErrors)

/** The person as the actor may see them, where the actor is one of these administrators. */
async function holderFor(
  tx: Transaction,
  request: FastifyRequest,
  administrators: readonly Role[],
): Promise<Holder> {
  const { person: id } = request.params as { person: string }
  const row = await getRow(tx, person, { id })
  const held = rolesOver(tx.actor as Actor, row.unit_id)
  if (!administrators.some((role) => held.includes(role))) throw kernelError('forbidden')
  return { person: row.id, zone: row.zone_id, unit: row.unit_id }
}

const accountOf = async (tx: Transaction, holder: Holder) => {
  const found = await findAccountOf(tx, holder)
  if (!found) throw refuse('no_account')
  return found
}

function assertAnother(tx: Transaction, holder: Holder): void {
  if (holder.person === tx.actor.person) throw refuse('not_yourself')
}

async function describe(tx: Transaction, holder: Holder, sees: boolean): Promise<AccountReply> {
  const found = await findAccountOf(tx, holder)
  return { account: found ?? null, sessions: sees && found ? await listSessionsOf(tx, holder.person) : [] }
}

/**
 * Accounts as the administrators handle them: all three may look, the security administrator alone blocks, ends sessions
 * and gives out a start password once it has been granted.
 */
export function registerAccessDeskRoutes(app: FastifyInstance, kernel: Kernel): void {
  const address = '/api/access/people/:person'
  const run = <T>(
    request: FastifyRequest,
    given: { mode: Mode; administrators?: readonly Role[] },
    work: (tx: Transaction, holder: Holder) => Promise<T>,
  ) =>
    kernel.database.transaction(signedIn(request), given.mode, async (tx) => {
      const holder = await holderFor(tx, request, given.administrators ?? ['security_admin'])
      return work(tx.asKernel, holder)
    })

  app.get(address, (request) => {
    const sees = (request.actor.reach.security_admin?.length ?? 0) > 0
    const administrators = ['system_admin', 'security_admin', 'audit_admin'] as const
    return run(request, { mode: 'read', administrators }, (tx, holder) => describe(tx, holder, sees))
  })
  app.post(`${address}/block`, (request) =>
    run(request, { mode: 'write' }, async (tx, holder) => {
      const reason = givenReason(objectBody(request))
      assertAnother(tx, holder)
      const { account } = await accountOf(tx, holder)
      await setBlocked(tx, holder, { account, blocked: true, reason })
      return describe(tx, holder, true)
    }),
  )
  app.post(`${address}/start-password`, (request) =>
    run(request, { mode: 'write' }, async (tx, holder) => {
      assertAnother(tx, holder)
      const { account, start_due } = await accountOf(tx, holder)
      if (!start_due) throw refuse('start_password_not_due')
      return { account, ...(await issueStartPassword(tx, holder, account)) }
    }),
  )
  app.delete(`${address}/sessions`, (request) =>
    run(request, { mode: 'write' }, async (tx, holder) => ({ ended: await endSessionsOf(tx, holder) })),
  )
  app.delete(`${address}/sessions/:session`, async (request, reply) => {
    await run(request, { mode: 'write' }, (tx, holder) =>
      endSession(tx, holder, (request.params as { session: string }).session),
    )
    return reply.code(204).send()
  })
}
