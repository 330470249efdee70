import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '#main/world/accounts'
import { codeAt, stepAt } from '#platform/access/totp'
import { kernelActor } from '#platform/database/database'
import {
  type Caller,
  databases,
  openTestServer,
  type Reply,
  type TestServer,
} from '#test/support/test-server'

const better = 'Regen7-bogen-x'

describe.each(databases)('passwords and the second factor, on %s', (database) => {
  let server: TestServer
  let anonymous: Caller
  beforeAll(async () => {
    server = await openTestServer(database, {
      YIPANQI_PASSWORD_DAYS: '90',
      YIPANQI_SECOND_FACTOR: 'administrators',
    })
    anonymous = server.visitor
    // The administrators of the test world sign in without: what they must have is asked of one who has none.
    await write(sql`UPDATE account SET factor_since = NULL`)
  })
  afterAll(() => server.close())

  const write = (statement: ReturnType<typeof sql>) =>
    server.running.database.transaction(kernelActor, 'write', (tx) => tx.run(statement))
  const eventsOf = (account: string) =>
    server.running.database.transaction(kernelActor, 'read', async (tx) =>
      (
        await tx.all<{ deed: string }>(
          sql`SELECT deed FROM event WHERE record = 'account' AND row_id = ${account} ORDER BY id`,
        )
      ).map(({ deed }) => deed),
    )
  const signIn = (account: string, given: Record<string, unknown> = {}) =>
    anonymous('POST', '/api/session', { account, password: demoPassword, ...given })
  const callerOf = (reply: Reply) =>
    server.callerWith(String(reply.headers['set-cookie']).split(';')[0] ?? '')
  const codeNow = (secret: string, ahead = 0) => codeAt(secret, stepAt(Date.now()) + ahead)

  describe('a password', () => {
    it('that is weak is refused with everything that stands against it, and stays unsaid', async () => {
      const call = callerOf(await signIn('tong'))
      const weak = await call('POST', '/api/session/password', {
        password: demoPassword,
        new_password: 'tong',
      })
      expect(weak.status).toBe(422)
      expect(weak.body.problems).toHaveLength(4)
      expect(JSON.stringify(weak.body.problems.map((one: { value: string }) => one.value))).not.toContain(
        'tong',
      )
    })

    it('may not come back for five changes', async () => {
      const call = callerOf(await signIn('tong'))
      const passwords = [demoPassword, ...Array.from({ length: 6 }, (_, index) => `${better}${index}-Qa`)]
      for (let index = 1; index < passwords.length; index++) {
        const [password, new_password] = [passwords[index - 1], passwords[index]]
        expect((await call('POST', '/api/session/password', { password, new_password })).status).toBe(204)
        for (const again of passwords.slice(Math.max(1, index - 5), index))
          expect(
            (await call('POST', '/api/session/password', { password: new_password, new_password: again }))
              .status,
          ).toBe(422)
      }
      await write(sql`UPDATE account SET failures = 0`)
    })

    it('when changed puts every other session out', async () => {
      const [one, other] = [callerOf(await signIn('xiang')), callerOf(await signIn('xiang'))]
      const change = { password: demoPassword, new_password: better }
      expect((await one('POST', '/api/session/password', change)).status).toBe(204)
      expect((await one('GET', '/api/session')).status).toBe(200)
      await expect.poll(async () => (await other('GET', '/api/session')).status).toBe(401)
    })

    it('that is too old must be changed in signing in, which does not happen before', async () => {
      await write(sql`UPDATE account SET password_changed_at = now() - interval '91 days' WHERE id = 'jing'`)
      expect((await signIn('jing')).body.code).toBe('password_change_needed')
      expect((await signIn('jing', { new_password: demoPassword })).status).toBe(422)
      expect((await signIn('jing', { new_password: better })).status).toBe(201)
      expect((await signIn('jing', { password: better })).status).toBe(201)
    })

    it('guessed from an open session is counted as at the door', async () => {
      const call = callerOf(await signIn('ju'))
      const change = { password: 'wrong', new_password: better }
      for (let index = 0; index < 5; index++)
        expect((await call('POST', '/api/session/password', change)).status).toBe(401)
      expect((await call('POST', '/api/session/password', change)).status).toBe(423)
    })
  })

  describe('a start password', () => {
    let person: string
    let password: string
    beforeAll(async () => {
      // The two administrators set their factor up first, as they must here.
      const [system, security] = [await enrolled('guan'), await enrolled('an')]
      const input = { unit_id: 'SF', kind: 'open_account', name_zh: '新口令', account: 'xinkou', why: '到岗' }
      const { body } = await system('POST', '/api/access-request', input)
      const path = `/api/access-request/${body.row.id}/actions/grant`
      await security('POST', path, {}, { 'if-match': `"${body.row.version}"` })
      const found = await system('GET', `/api/person?name_zh=${encodeURIComponent('新口令')}`)
      person = found.body.rows[0].id
      password = (await security('POST', `/api/access/people/${person}/start-password`, {})).body.password
    })

    it('opens nothing but the change to one’s own', async () => {
      expect((await signIn('xinkou', { password })).body.code).toBe('password_change_needed')
      const reply = await signIn('xinkou', { password, new_password: better })
      expect(reply.status).toBe(201)
      expect((await signIn('xinkou', { password })).status).toBe(401)
      expect((await signIn('xinkou', { password: better })).status).toBe(201)
    })

    it('that was not used in time is worth nothing', async () => {
      await write(
        sql`UPDATE account SET start_until = now() - interval '1 second', must_change = true WHERE id = 'xinkou'`,
      )
      const late = await signIn('xinkou', { password: better, new_password: `${better}-2` })
      expect(late.body.code).toBe('start_password_over')
    })
  })

  /** Signs in an administrator who has no second factor yet, by setting one up. */
  async function enrolled(account: string): Promise<Caller> {
    const { body } = await anonymous('POST', '/api/session/enrolment', { account, password: demoPassword })
    return callerOf(await signIn(account, { code: codeNow(body.secret) }))
  }

  describe('the second factor', () => {
    let secret: string
    let recovery: readonly string[]

    it('is asked of an administrator, who is let in only once it is set up', async () => {
      expect((await signIn('shen')).body.code).toBe('second_factor_to_enrol')
      const wrong = await anonymous('POST', '/api/session/enrolment', { account: 'shen', password: 'wrong' })
      expect(wrong.body.code).toBe('sign_in_refused')
      const begun = await anonymous('POST', '/api/session/enrolment', {
        account: 'shen',
        password: demoPassword,
      })
      secret = begun.body.secret
      expect(begun.body.address).toContain(`otpauth://totp/Yipanqi:shen?secret=${secret}`)
      expect((await signIn('shen', { code: '000000' })).body.code).toBe('second_factor_wrong')
      const reply = await signIn('shen', { code: codeNow(secret) })
      expect(reply.status).toBe(201)
      recovery = reply.body.recovery_codes
      expect(recovery).toHaveLength(10)
      // The next tests need not wait for the next code.
      await write(sql`UPDATE account SET factor_step = factor_step - 1 WHERE id = 'shen'`)
    })

    it('is not asked of others', async () => {
      expect((await signIn('zhu')).status).toBe(201)
    })

    it('is needed from then on, and the password alone is told so', async () => {
      expect((await signIn('shen')).body.code).toBe('second_factor_needed')
      expect((await signIn('shen', { password: 'wrong', code: codeNow(secret) })).body.code).toBe(
        'sign_in_refused',
      )
      expect(
        (await anonymous('POST', '/api/session/enrolment', { account: 'shen', password: demoPassword })).body
          .code,
      ).toBe('second_factor_needed')
    })

    it('takes a code once: sent again, it opens nothing', async () => {
      const code = codeNow(secret)
      expect((await signIn('shen', { code })).status).toBe(201)
      expect((await signIn('shen', { code })).body.code).toBe('second_factor_wrong')
      expect((await signIn('shen', { code: codeNow(secret, -1) })).body.code).toBe('second_factor_wrong')
    })

    it('takes a code once also when it is sent twice at the same moment', async () => {
      await write(sql`UPDATE account SET failures = 0`)
      const code = codeNow(secret, 1)
      const replies = await Promise.all([signIn('shen', { code }), signIn('shen', { code })])
      expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 401])
    })

    it('lets a recovery code in once, of which only hashes are kept', async () => {
      const [code = ''] = recovery
      expect((await signIn('shen', { code })).status).toBe(201)
      expect((await signIn('shen', { code })).body.code).toBe('second_factor_wrong')
      const stored = await server.running.database.transaction(kernelActor, 'read', (tx) =>
        tx.first<{ recovery_hashes: string[] }>(sql`SELECT recovery_hashes FROM account WHERE id = 'shen'`),
      )
      expect(stored?.recovery_hashes).toHaveLength(9)
      expect(JSON.stringify(stored)).not.toContain(recovery[1])
    })

    it('cannot be put away or replaced with the password alone where it is required', async () => {
      const [, code, other] = recovery
      const call = callerOf(await signIn('shen', { code }))
      expect((await call('POST', '/api/session/second-factor/off', { code: other })).body.code).toBe(
        'second_factor_required',
      )
      const replaced = await call('POST', '/api/session/second-factor', { password: demoPassword })
      expect(replaced.status).toBe(401)
      const account = await call('GET', '/api/session/account')
      expect(account.body.second_factor).toMatchObject({ required: true, recovery_left: 8 })
    })

    it('wrong codes lock the account like wrong passwords', async () => {
      await write(sql`UPDATE account SET failures = 0`)
      for (let index = 0; index < 5; index++) await signIn('shen', { code: '123456' })
      expect((await signIn('shen', { code: recovery[3] })).status).toBe(423)
      await write(sql`UPDATE account SET locked_until = NULL`)
    })

    it('and every other step is in the ledger', async () => {
      expect(new Set(await eventsOf('shen'))).toEqual(
        new Set([
          'second_factor_begun',
          'second_factor_confirmed',
          'sign_in',
          'sign_in_refused',
          'recovery_code_used',
          'account_locked',
        ]),
      )
    })

    it('may be set up and put away again by anybody who need not have it', async () => {
      const call = callerOf(await signIn('zhu'))
      const begun = await call('POST', '/api/session/second-factor', { password: demoPassword })
      expect((await signIn('zhu')).status).toBe(201)
      const confirmed = await call('POST', '/api/session/second-factor/confirm', {
        code: codeNow(begun.body.secret),
      })
      expect(confirmed.body.recovery_codes).toHaveLength(10)
      expect((await signIn('zhu')).body.code).toBe('second_factor_needed')
      const off = await call('POST', '/api/session/second-factor/off', {
        code: confirmed.body.recovery_codes[0],
      })
      expect(off.status).toBe(204)
      expect((await signIn('zhu')).status).toBe(201)
    })
  })

  describe('open sessions', () => {
    it('are listed with device and address; one’s own is told apart, and each can be ended', async () => {
      const agent = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/130' }
      const replies = [await signIn('lz'), await signIn('lz'), await signIn('lz')]
      const [mine, other, third] = replies.map(callerOf) as [Caller, Caller, Caller]
      const { sessions } = (await mine('GET', '/api/session/list', undefined, agent)).body
      expect(sessions).toHaveLength(3)
      expect(sessions.filter((one: { current: boolean }) => one.current)).toHaveLength(1)
      expect(sessions[0]).toMatchObject({ address: '127.0.0.1', way: 'password' })
      const theirs = (await other('GET', '/api/session/list')).body.sessions
      const { id } = theirs.find((one: { current: boolean }) => one.current)
      expect((await third('DELETE', `/api/session/list/${id}`)).status).toBe(204)
      await expect.poll(async () => (await other('GET', '/api/session')).status).toBe(401)
      expect((await mine('POST', '/api/session/list/end-others', {})).body).toEqual({ ended: 1 })
      await expect.poll(async () => (await third('GET', '/api/session')).status).toBe(401)
      expect((await mine('GET', '/api/session')).status).toBe(200)
    })

    it('of somebody else are not there', async () => {
      const [lz, zong] = [callerOf(await signIn('lz')), callerOf(await signIn('zong'))]
      const { sessions } = (await zong('GET', '/api/session/list')).body
      expect((await lz('DELETE', `/api/session/list/${sessions[0].id}`)).status).toBe(404)
      expect((await zong('GET', '/api/session')).status).toBe(200)
    })

    it.each([
      ['run out, however busy', sql`UPDATE session SET expires_at = now() - interval '1 second'`],
      ['lain idle too long', sql`UPDATE session SET used_at = now() - interval '61 minutes'`],
    ])('that have %s are over and no longer listed', async (_what, change) => {
      const [old, mine] = [callerOf(await signIn('zong')), await signIn('zong')]
      await write(change)
      const call = callerOf(await signIn('zong'))
      expect((await old('GET', '/api/session')).status).toBe(401)
      expect((await callerOf(mine)('GET', '/api/session')).status).toBe(401)
      expect((await call('GET', '/api/session/list')).body.sessions).toHaveLength(1)
    })
  })
})
