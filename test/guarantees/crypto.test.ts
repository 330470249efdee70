import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assertKeysFit, configuredVault, masterKeys } from '#main/open-vault'
import { allRecords } from '#main/records'
import { allSealedColumns } from '#main/sealed-columns'
import { demoPassword } from '#main/world/accounts'
import { codeAt, stepAt } from '#platform/access/totp'
import { readConfig } from '#platform/config/config'
import { cryptoProvider } from '#platform/crypto/provider'
import { isSealed, sealedUnder } from '#platform/crypto/sealed-text'
import { type Rotation, rotateKeys } from '#platform/crypto/rotate-keys'
import { kernelActor, openDatabase } from '#platform/database/database'
import { resealZone, sealableZones } from '#platform/records/reseal'
import { sealedFields, sealedMark } from '#platform/records/sealed-fields'
import { signInAs } from '#test/support/sign-in-as'
import { temporaryFolder } from '#test/support/temporary-folder'
import { type Caller, databases, openTestServer, type TestServer } from '#test/support/test-server'

const [first, second] = ['00112233445566778899aabbccddeeff', 'ffeeddccbbaa99887766554433221100']
const mobile = '138-0000-0001'

const configOf = (environment: Record<string, string>) => {
  const config = readConfig(environment)
  if (!config.ok) throw new Error(config.error.join('\n'))
  return config.value
}

const multipart = (name: string, content: string) => ({
  body: `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/plain\r\n\r\n${content}\r\n--x--\r\n`,
  headers: { 'content-type': 'multipart/form-data; boundary=x' },
})

describe.each(databases)('encrypted at rest, on %s', (database) => {
  let server: TestServer
  /** Who has a right to the whole number. */
  let clerk: Caller
  let person: { id: string; version: number; unit_id: string }
  beforeAll(async () => {
    server = await openTestServer(database, { YIPANQI_MASTER_KEY: first })
    const admin = await server.as('guan')
    clerk = await signInAs(server, 'office_clerk', 'SF')
    person = (await admin('GET', '/api/person?unit=SF&size=1&sort=id')).body.rows[0]
    const changed = await admin(
      'PATCH',
      `/api/person/${person.id}`,
      { mobile },
      { 'if-match': `"${person.version}"` },
    )
    expect(changed.status).toBe(200)
  })
  afterAll(() => server.close())

  const stored = async <Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row[]> =>
    server.running.database.transaction(kernelActor, 'read', (tx) => tx.all<Row>(statement))
  const storedMobile = async () =>
    (await stored(sql<{ mobile: string }>`SELECT mobile FROM person WHERE id = ${person.id}`))[0]?.mobile ??
    ''

  it('a sealed field lies encrypted in its row and is told in the clear to who may see it', async () => {
    expect(isSealed(await storedMobile())).toBe(true)
    expect(await storedMobile()).not.toContain('138')
    expect((await clerk('GET', `/api/person/${person.id}`)).body.row.mobile).toBe(mobile)
    const security = await server.as('an')
    const told = (await security('GET', `/api/person/${person.id}`)).body.row
    expect(told.id).toBe(person.id)
    expect(told).not.toHaveProperty('mobile')
    const sheet = await clerk('GET', `/api/person/export.csv?id=${person.id}&fields=name_zh,mobile`)
    expect(sheet.raw.toString('utf8')).toContain(mobile)
  })

  it('the ledger keeps that it changed, not what it was', async () => {
    const events = await stored(
      sql<{
        changes: string
      }>`SELECT changes::text AS changes FROM event WHERE row_id = ${person.id} AND deed = 'update'`,
    )
    expect(events.map(({ changes }) => changes).join()).toContain(sealedMark)
    expect(events.map(({ changes }) => changes).join()).not.toContain('0001')
  })

  it('filtering or sorting by it is refused in words; asking whether it is empty is not', async () => {
    const filtered = await clerk('GET', `/api/person?mobile=${mobile}`)
    expect(filtered.status).toBe(422)
    expect(filtered.body.problems[0].says.en).toMatch(/encrypted/)
    expect((await clerk('GET', '/api/person?sort=mobile')).status).toBe(422)
    expect((await clerk('GET', '/api/person?mobile.empty=false')).body.total).toBeGreaterThan(0)
  })

  it('an import finds it as it is and changes nothing', async () => {
    const economist = await server.as('jing')
    const [enterprise] = (await economist('GET', '/api/enterprise?size=1&state=active')).body.rows
    const version = { 'if-match': `"${enterprise.version}"` }
    await economist('PATCH', `/api/enterprise/${enterprise.id}`, { contact: '张三 139' }, version)
    const sheet = await economist(
      'GET',
      `/api/enterprise/export.csv?id=${enterprise.id}&fields=name_zh,credit_code,unit_id,contact`,
    )
    const file = multipart('enterprises.csv', sheet.raw.toString('utf8').replace(/^\uFEFF/, ''))
    // It goes out masked to who has no right to it, and the mask that comes back says nothing.
    expect(file.body).not.toContain('139')
    const report = await economist('POST', '/api/enterprise/import?dry_run=true', file.body, file.headers)
    expect(report.body).toMatchObject({ unchanged: 1, updated: 0, problem_count: 0 })
  })

  it('a value copied into another row does not open there', async () => {
    const [other] = await stored(
      sql<{
        id: string
        mobile: string | null
      }>`SELECT id, mobile FROM person WHERE id <> ${person.id} AND unit_id = ${person.unit_id} LIMIT 1`,
    )
    const put = (value: string | null) =>
      server.running.database.transaction(kernelActor, 'write', (tx) =>
        tx.run(sql`UPDATE person SET mobile = ${value} WHERE id = ${other?.id}`),
      )
    await put(await storedMobile())
    const admin = await server.as('guan')
    expect((await admin('GET', `/api/person/${other?.id}`)).status).toBe(500)
    await put(other?.mobile ?? null)
    expect((await admin('GET', `/api/person/${other?.id}`)).status).toBe(200)
  })

  const attach = async (content: string) => {
    const officer = await server.as('xiang')
    const { rows } = (await officer('GET', '/api/project?size=200')).body
    const project = rows.find(({ may }: { may: string[] }) => may.length > 0)
    const file = multipart('合同.txt', content)
    const sent = await officer('POST', `/api/project/${project.id}/attachments`, file.body, file.headers)
    expect(sent.status).toBe(201)
    return `/api/project/${project.id}/attachments/${sent.body.id}`
  }

  it('a file lies encrypted and comes back as it was sent', async () => {
    const address = await attach('合同金额 1.2 亿元')
    const officer = await server.as('xiang')
    expect((await officer('GET', address)).raw.toString()).toBe('合同金额 1.2 亿元')
    const rows = await stored(
      sql<{ content: Uint8Array; key_id: string }>`SELECT content, key_id FROM attachment`,
    )
    expect(rows[0]?.key_id).toBeTruthy()
    expect(Buffer.from(rows[0]?.content ?? []).toString()).not.toContain('亿元')
  })

  const rotation = (keys: string, say: (line: string) => void = () => {}): Rotation => {
    const config = configOf({ YIPANQI_MASTER_KEY: keys })
    const own = openDatabase(server.running.database.source, configuredVault(config))
    return {
      database: own,
      crypto: cryptoProvider,
      masters: masterKeys(config),
      zones: (tx) => sealableZones(tx, allSealedColumns),
      reseal: (zone, key) => resealZone(own, allSealedColumns, { zone, key }),
      say,
    }
  }

  describe('the secret of a second factor', () => {
    const secretOf = async (account: string) =>
      (
        await stored(
          sql<{ factor_secret: string | null; factor_pending: string | null }>`
            SELECT factor_secret, factor_pending FROM account WHERE id = ${account}`,
        )
      )[0]
    const write = (statement: ReturnType<typeof sql>) =>
      server.running.database.transaction(kernelActor, 'write', (tx) => tx.run(statement))
    /** The code that opens now, as if none had been spent. */
    const signInWithCode = async (account: string, secret: string) => {
      await write(sql`UPDATE account SET factor_step = NULL WHERE id = ${account}`)
      const code = codeAt(secret, stepAt(Date.now()))
      return (await server.visitor('POST', '/api/session', { account, password: demoPassword, code })).status
    }
    let secret: string

    it('lies encrypted from its making on, and its codes open', async () => {
      const call = await server.as('jing')
      const begun = await call('POST', '/api/session/second-factor', { password: demoPassword })
      secret = begun.body.secret
      expect(isSealed((await secretOf('jing'))?.factor_pending)).toBe(true)
      const code = codeAt(secret, stepAt(Date.now()))
      expect((await call('POST', '/api/session/second-factor/confirm', { code })).status).toBe(200)
      const kept = await secretOf('jing')
      expect(isSealed(kept?.factor_secret)).toBe(true)
      expect(kept?.factor_pending).toBeNull()
      expect(await signInWithCode('jing', secret)).toBe(201)
      const everything = await stored(sql`SELECT * FROM account`)
      expect(JSON.stringify(everything)).not.toContain(secret)
    })

    it('kept in the clear before there was a key opens as ever, and is sealed by its first use', async () => {
      await write(
        sql`UPDATE account SET factor_secret = ${secret}, factor_since = now() WHERE id IN ('tong', 'xiang')`,
      )
      expect(await signInWithCode('tong', secret)).toBe(201)
      expect(isSealed((await secretOf('tong'))?.factor_secret)).toBe(true)
      expect(await signInWithCode('tong', secret)).toBe(201)
    })

    it('is sealed anew by a rotation, also where it was still in the clear, and its codes open after it', async () => {
      const before = await secretOf('jing')
      await rotateKeys(rotation(first))
      expect((await secretOf('jing'))?.factor_secret).not.toBe(before?.factor_secret)
      const kept = await stored(
        sql<{ factor_secret: string; active: string }>`SELECT factor_secret, data_key.id AS active
          FROM account JOIN data_key USING (zone_id) WHERE factor_secret IS NOT NULL AND state = 'active'`,
      )
      expect(kept).toHaveLength(3)
      for (const row of kept) expect(row.factor_secret.startsWith(sealedUnder(row.active))).toBe(true)
      for (const account of ['jing', 'tong', 'xiang']) expect(await signInWithCode(account, secret)).toBe(201)
      await write(sql`UPDATE account SET factor_secret = NULL, factor_since = NULL`)
    })
  })

  it('a rotation that is stopped goes on where it was; everything opens before, between and after', async () => {
    const address = await attach('前')
    const before = await storedMobile()
    const keys = () => stored(sql<{ id: string; state: string }>`SELECT id, state FROM data_key ORDER BY id`)
    await expect(
      rotateKeys(
        rotation(first, () => {
          throw new Error('stopped')
        }),
      ),
    ).rejects.toThrow('stopped')
    const between = await keys()
    expect(between.some(({ state }) => state === 'retiring')).toBe(true)
    const officer = await server.as('xiang')
    expect((await officer('GET', address)).raw.toString()).toBe('前')
    expect((await clerk('GET', `/api/person/${person.id}`)).body.row.mobile).toBe(mobile)

    const done = await rotateKeys(rotation(first))
    expect(done.moved).toBeGreaterThan(0)
    const after = await keys()
    const zones = await stored(sql<{ n: number }>`SELECT count(DISTINCT zone_id)::int AS n FROM data_key`)
    expect(after.filter(({ state }) => state === 'active')).toHaveLength(zones[0]?.n ?? -1)
    expect(after.some(({ state }) => state === 'retiring')).toBe(false)
    expect(after.slice(0, between.length).map(({ id }) => id)).toEqual(between.map(({ id }) => id))
    expect(await storedMobile()).not.toBe(before)
    expect((await officer('GET', address)).raw.toString()).toBe('前')
    expect((await clerk('GET', `/api/person/${person.id}`)).body.row.mobile).toBe(mobile)
  })

  it('a new master key rewraps the data keys; afterwards the old one is not needed', async () => {
    const file = join(temporaryFolder('keys'), 'keys')
    writeFileSync(file, `# current first\n${second}\n${first}\n`)
    const done = await rotateKeys(rotation(file))
    expect(done.rewrapped).toBeGreaterThan(0)
    const { source } = server.running.database
    await expect(assertKeysFit(source, configOf({ YIPANQI_MASTER_KEY: second }))).resolves.toBeUndefined()
    await expect(assertKeysFit(source, configOf({ YIPANQI_MASTER_KEY: first }))).rejects.toThrow(
      /encrypted under/,
    )
    await expect(assertKeysFit(source, configOf({}))).rejects.toThrow(/YIPANQI_MASTER_KEY/)
  })
})

describe.each(databases)('without a key, on %s', (database) => {
  it('everything is kept in the clear, and what is sealed later stays readable beside it', async () => {
    const server = await openTestServer(database)
    const admin = await server.as('guan')
    const [person] = (await admin('GET', '/api/person?size=1&sort=id')).body.rows
    await admin('PATCH', `/api/person/${person.id}`, { mobile }, { 'if-match': `"${person.version}"` })
    const [row] = await server.running.database.transaction(kernelActor, 'read', (tx) =>
      tx.all<{ mobile: string }>(sql`SELECT mobile FROM person WHERE id = ${person.id}`),
    )
    expect(row?.mobile).toBe(mobile)
    await server.close()
  })
})

describe('the settings of keys', () => {
  it('a wrong key is refused without being repeated', () => {
    const read = readConfig({ YIPANQI_MASTER_KEY: 'hunter2' })
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.error.join()).not.toContain('hunter2')
    expect(() => masterKeys(configOf({ YIPANQI_MASTER_KEY: './no/such/file' }))).toThrow(/cannot be read/)
  })

  it('a sealed field is never what rows are found, ordered or told apart by', () => {
    for (const record of allRecords)
      for (const name of sealedFields(record)) {
        expect(record.title).not.toBe(name)
        expect(record.key).not.toBe(name)
        expect(record.fields[name]?.search ?? false).toBe(false)
        expect(Object.values(record.unique ?? {}).flat()).not.toContain(name)
      }
  })
})
