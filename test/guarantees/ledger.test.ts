import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Finding, isNote } from '#engine/ledger/finding'
import { sealHash } from '#engine/ledger/seal'
import { appendEvents } from '#platform/audit/events'
import { ledgerHash } from '#platform/audit/event-row'
import { purgeLedger } from '#platform/audit/purge-events'
import { compareSeals, exportSeals } from '#platform/audit/seal-copy'
import { sealLedger } from '#platform/audit/seal-events'
import { verifyLedger } from '#platform/audit/verify-ledger'
import { readConfig } from '#platform/config/config'
import { cryptoProvider } from '#platform/crypto/provider'
import { withConnection } from '#platform/database/connection'
import { type Database, kernelActor } from '#platform/database/database'
import { temporaryFolder } from '#test/support/temporary-folder'
import { databases, openTestServer, type TestServer } from '#test/support/test-server'

const zone = 'CN-HTZ'

describe.each(databases)('the ledger, on %s', (kind) => {
  let server: TestServer
  let database: Database
  beforeAll(async () => {
    server = await openTestServer(kind)
    database = server.running.database
  })
  afterAll(() => server.close())

  /** As the owner of the database: no right, no policy stops it. */
  const owner = (...statements: string[]) =>
    withConnection(database.source, async (connection) => {
      for (const statement of statements) await connection.run(statement)
    })
  const rows = <Row>(statement: string): Promise<Row[]> =>
    withConnection(
      database.source,
      async (connection) => (await connection.query(statement, [])).rows as Row[],
    )

  async function verified(signers: readonly string[] = []) {
    const findings: Finding[] = []
    const state = await verifyLedger({ database, signers, found: (finding) => findings.push(finding) })
    return { ...state, findings, wrong: findings.filter((finding) => !isNote(finding)) }
  }

  const write = (deed: string) =>
    database.transaction(kernelActor, 'write', (tx) =>
      appendEvents(tx, [
        {
          zone,
          unit: zone,
          record: 'unit',
          id: 'x',
          deed,
          reason: '“理由”',
          changes: { a: [1.5, 'ü'], b: [null, { z: 1, a: [true] }] },
        },
      ]),
    )

  it('whatever the world and the server have written is sealed, and holds', async () => {
    await write('update')
    const done = await sealLedger(database, { whole: true })
    expect(done.seals).toBeGreaterThan(0)
    const state = await verified()
    expect(state.findings).toEqual([])
    expect(state).toMatchObject({ seals: done.seals, events: done.events, open: 0 })
    expect((await rows<{ n: number }>('SELECT count(*)::int AS n FROM event'))[0]?.n).toBe(done.events)
    expect(await sealLedger(database)).toEqual({ seals: 0, events: 0 })
  })

  it('events that wait for their seal are counted, and what is done over HTTP is among them', async () => {
    const admin = await server.as('guan')
    const [person] = (await admin('GET', '/api/person?size=1&sort=id')).body.rows
    await admin('PATCH', `/api/person/${person.id}`, { name_en: 'Li' }, { 'if-match': `"${person.version}"` })
    const before = await verified()
    expect(before.open).toBeGreaterThan(0)
    expect(before.wrong).toEqual([])
    expect(await sealLedger(database)).toMatchObject({ events: before.open })
    expect((await verified()).open).toBe(0)
  })

  it('a change that is committed after a later one has been sealed is sealed with the next', async () => {
    if (kind === 'embedded') return expect(database.source.kind).toBe('embedded')
    let go = () => {}
    const held = new Promise<void>((resolve) => (go = resolve))
    let begun = () => {}
    const written = new Promise<void>((resolve) => (begun = resolve))
    const slow = database.transaction(kernelActor, 'write', async (tx) => {
      await appendEvents(tx, [{ zone, unit: zone, record: 'unit', id: 'slow', deed: 'update' }])
      begun()
      await held
    })
    await written
    await write('quick')
    expect((await sealLedger(database)).events).toBe(1)
    go()
    await slow
    expect((await sealLedger(database)).events).toBe(1)
    expect((await verified()).findings).toEqual([])
  })

  it('two servers that seal at once seal every event once', async () => {
    for (let index = 0; index < 20; index++) await write('update')
    const both = await Promise.all([sealLedger(database), sealLedger(database), sealLedger(database)])
    await sealLedger(database)
    expect(both.reduce((sum, { events }) => sum + events, 0)).toBeLessThanOrEqual(20)
    const state = await verified()
    expect(state).toMatchObject({ open: 0, findings: [] })
  })

  it('neither the application nor the kernel may change or remove an event, a digest or a seal', async () => {
    for (const table of ['event', 'event_leaf', 'ledger_seal'])
      for (const statement of [
        sql`DELETE FROM ${sql.table(table)}`,
        sql`UPDATE ${sql.table(table)} SET zone_id = 'x'`,
      ])
        for (const actor of [kernelActor, { person: 'nobody', reach: { audit_admin: [zone] } }])
          await expect(database.transaction(actor, 'write', (tx) => tx.run(statement))).rejects.toThrow()
  })

  describe('tampered with by the owner of the database', () => {
    const tables = ['event', 'event_leaf', 'ledger_seal']
    let sealed: { id: string; seal: number }[]
    beforeAll(async () => {
      for (let batch = 0; batch < 3; batch++) {
        for (let index = 0; index < 4; index++) await write(`batch ${batch}`)
        await sealLedger(database)
      }
      await owner(...tables.map((table) => `CREATE TABLE kept_${table} AS SELECT * FROM ${table}`))
    })
    beforeEach(async () => {
      sealed = await rows(
        `SELECT event_id AS id, seal FROM event_leaf WHERE zone_id = '${zone}' ORDER BY seal DESC, position LIMIT 8`,
      )
    })
    afterEach(() =>
      owner(
        ...tables.map((table) => `DELETE FROM ${table}`),
        ...tables.map((table) => `INSERT INTO ${table} SELECT * FROM kept_${table}`),
      ),
    )
    afterAll(() => owner(...tables.map((table) => `DROP TABLE kept_${table}`)))

    const at = (index: number) => sealed[index] as { id: string; seal: number }
    const found = async () => (await verified()).wrong

    it.each([
      ['person_id', `'somebody'`],
      ['at', `at + interval '1 microsecond'`],
      ['record', `'project'`],
      ['row_id', `'y'`],
      ['unit_id', `'LZ'`],
      ['deed', `'create'`],
      ['reason', 'NULL'],
      ['changes', `jsonb_set(changes, '{a,0}', '1.51')`],
      ['request_id', `'r'`],
    ])('a changed %s is found and named', async (column, value) => {
      await owner(`UPDATE event SET ${column} = ${value} WHERE id = '${at(0).id}'`)
      expect(await found()).toEqual([
        { zone, seal: at(0).seal, event: at(0).id, kind: 'event_changed', differs: [column] },
      ])
    })

    it('an event moved to another zone is missed where it was and found where it is', async () => {
      await owner(`UPDATE event SET zone_id = 'LZ' WHERE id = '${at(0).id}'`)
      expect(await found()).toEqual([
        { zone, seal: at(0).seal, event: at(0).id, kind: 'event_removed' },
        { zone: 'LZ', event: at(0).id, kind: 'event_changed' },
      ])
    })

    it('a removed event is found and named', async () => {
      await owner(`DELETE FROM event WHERE id = '${at(2).id}'`)
      expect(await found()).toEqual([{ zone, seal: at(2).seal, event: at(2).id, kind: 'event_removed' }])
    })

    it('an event removed together with its digest is missed by its seal', async () => {
      await owner(
        `DELETE FROM event WHERE id = '${at(2).id}'`,
        `DELETE FROM event_leaf WHERE event_id = '${at(2).id}'`,
      )
      expect(await found()).toEqual([{ zone, seal: at(2).seal, kind: 'leaf_removed' }])
    })

    it('an inserted event is found, whenever it is dated', async () => {
      const values = `person_id, record, row_id, unit_id, deed`
      await owner(
        `INSERT INTO event (zone_id, id, ${values}) SELECT zone_id, 'forged-now', ${values} FROM event WHERE id = '${at(0).id}'`,
        `INSERT INTO event (zone_id, id, at, digest, ${values}) SELECT zone_id, '00000000-old', at, digest, ${values} FROM event WHERE id = '${at(0).id}'`,
      )
      await sealLedger(database, { whole: true })
      expect(await found()).toEqual([
        { zone, event: '00000000-old', kind: 'event_changed' },
        { zone, event: 'forged-now', kind: 'event_inserted' },
      ])
    })

    it('an event inserted with a digest among those of a seal is found and named', async () => {
      const values = `at, person_id, record, row_id, unit_id, deed, digest`
      await owner(
        `INSERT INTO event (zone_id, id, ${values}) SELECT zone_id, 'forged', ${values} FROM event WHERE id = '${at(0).id}'`,
        `INSERT INTO event_leaf SELECT zone_id, 'forged', seal, 9, digest, marks FROM event_leaf WHERE event_id = '${at(0).id}'`,
      )
      expect(await found()).toContainEqual({
        zone,
        seal: at(0).seal,
        event: 'forged',
        kind: 'event_inserted',
      })
    })

    it('events whose order was changed are found and named', async () => {
      const swap = (one: number, other: number) =>
        `UPDATE event_leaf SET position = CASE position WHEN ${one} THEN ${other} ELSE ${one} END WHERE zone_id = '${zone}' AND seal = ${at(0).seal} AND position IN (${one}, ${other})`
      await owner(swap(0, 1))
      expect(await found()).toEqual([{ zone, seal: at(0).seal, event: at(0).id, kind: 'event_reordered' }])
    })

    it('two events whose contents changed places are both found', async () => {
      const [one, other] = [at(0).id, at(1).id]
      await owner(
        `UPDATE event SET id = 'between' WHERE id = '${one}'`,
        `UPDATE event SET id = '${one}' WHERE id = '${other}'`,
        `UPDATE event SET id = '${other}' WHERE id = 'between'`,
      )
      expect((await found()).map(({ event, kind: what }) => [event, what])).toEqual([
        [one, 'event_changed'],
        [other, 'event_changed'],
      ])
    })

    it('an event rewritten with its digest and its leaf no longer fits its seal', async () => {
      const [event] = await rows<Record<string, unknown>>(`SELECT * FROM event WHERE id = '${at(0).id}'`)
      const { eventDigest, eventMarks } = await import('#engine/ledger/ledger-event')
      const forged = { ...(event as never as Parameters<typeof eventDigest>[1]), reason: 'another' }
      const digest = eventDigest(ledgerHash, forged)
      await owner(
        `UPDATE event SET reason = 'another', digest = '${digest}' WHERE id = '${at(0).id}'`,
        `UPDATE event_leaf SET digest = '${digest}', marks = '${eventMarks(ledgerHash, forged)}' WHERE event_id = '${at(0).id}'`,
      )
      expect(await found()).toEqual([{ zone, seal: at(0).seal, kind: 'root_differs' }])
    })

    it('a kept digest that was written over is told from a changed event', async () => {
      await owner(`UPDATE event_leaf SET digest = repeat('0', 64) WHERE event_id = '${at(0).id}'`)
      expect(await found()).toEqual([{ zone, seal: at(0).seal, event: at(0).id, kind: 'leaf_changed' }])
    })

    it.each(['at', 'events', 'first_id', 'last_id', 'root', 'previous', 'hash'])(
      'a seal whose %s was changed is found',
      async (column) => {
        const value =
          { at: `at + interval '1 second'`, events: 'events + 1' }[column] ?? `'${'1'.repeat(64)}'`
        await owner(
          `UPDATE ledger_seal SET ${column} = ${value} WHERE zone_id = '${zone}' AND number = ${at(4).seal}`,
        )
        expect(await found()).toContainEqual({ zone, seal: at(4).seal, kind: 'seal_changed' })
      },
    )

    it('a seal removed from the middle, or from the end while its digests stay, is found', async () => {
      for (const index of [4, 0]) {
        await owner(`DELETE FROM ledger_seal WHERE zone_id = '${zone}' AND number = ${at(index).seal}`)
        expect(await found()).toContainEqual({ zone, seal: at(index).seal, kind: 'seal_removed' })
      }
    })

    it('a seal rewritten with its own hash no longer carries the next', async () => {
      const number = at(4).seal
      const [seal] = await rows<Parameters<typeof sealHash>[1]>(
        `SELECT * FROM ledger_seal WHERE zone_id = '${zone}' AND number = ${number}`,
      )
      const forged = { ...(seal as Parameters<typeof sealHash>[1]), last_id: 'zzz' }
      await owner(
        `UPDATE ledger_seal SET last_id = 'zzz', hash = '${sealHash(ledgerHash, forged)}' WHERE zone_id = '${zone}' AND number = ${number}`,
      )
      expect(await found()).toEqual([{ zone, seal: number + 1, kind: 'seal_unlinked' }])
    })

    it('an end that was cut off without a trace shows against a copy kept elsewhere, and so does a rewritten chain', async () => {
      const lines: string[] = []
      for await (const seal of exportSeals(database)) lines.push(JSON.stringify(seal))
      const copy = join(temporaryFolder('seals'), 'seals.jsonl')
      writeFileSync(copy, `${lines.join('\n')}\n`)
      const against = async () => {
        const findings: Finding[] = []
        const count = await compareSeals(database, copy, (finding) => findings.push(finding))
        expect(count).toBe(lines.length)
        return findings
      }
      expect(await against()).toEqual([])
      const number = at(0).seal
      await owner(
        `DELETE FROM event USING event_leaf WHERE event_id = event.id AND event_leaf.zone_id = '${zone}' AND seal = ${number}`,
        `DELETE FROM event_leaf WHERE zone_id = '${zone}' AND seal = ${number}`,
        `DELETE FROM ledger_seal WHERE zone_id = '${zone}' AND number = ${number}`,
      )
      expect(await found()).toEqual([])
      expect(await against()).toEqual([{ zone, seal: number, kind: 'tail_removed' }])
      await write('instead')
      await sealLedger(database)
      expect(await found()).toEqual([])
      expect(await against()).toEqual([{ zone, seal: number, kind: 'copy_differs' }])
      writeFileSync(copy, `${readFileSync(copy, 'utf8').slice(0, -20)}\n`)
      await expect(against()).rejects.toThrow(/not a seal/)
    })
  })

  it('a signed seal holds by its key alone; one by another key, or without any, does not', async () => {
    const [mine, other] = [cryptoProvider.sm2.keyPair(), cryptoProvider.sm2.keyPair()]
    await write('signed')
    await sealLedger(database, { signKey: mine.privateKey })
    expect((await verified([mine.publicKey])).wrong).toEqual([])
    expect((await verified([other.publicKey])).wrong.map(({ kind: what }) => what)).toEqual([
      'signature_wrong',
    ])
    await write('signed')
    await sealLedger(database)
    expect((await verified([mine.publicKey])).wrong.map(({ kind: what }) => what)).toEqual([
      'signature_wrong',
    ])
    const number = (await verified()).wrong[0]?.seal ?? 0
    await owner(
      `DELETE FROM event USING event_leaf WHERE event_id = event.id AND seal = ${number} AND event_leaf.zone_id = '${zone}'`,
      `DELETE FROM event_leaf WHERE zone_id = '${zone}' AND seal = ${number}`,
      `DELETE FROM ledger_seal WHERE zone_id = '${zone}' AND number = ${number}`,
    )
    expect((await verified([mine.publicKey])).wrong).toEqual([])
    await write('signed')
    await sealLedger(database, { signKey: mine.privateKey })
  })

  it('retention below 180 days is refused, at the start and by the purge', async () => {
    const read = readConfig({ YIPANQI_RETENTION_DAYS: '179' })
    expect(read.ok).toBe(false)
    if (!read.ok) expect(read.error.join()).toMatch(/YIPANQI_RETENTION_DAYS=179.*180 or more/)
    const order = { database, retentionDays: 179, sealing: {}, person: 'shen' }
    await expect(purgeLedger(order)).rejects.toThrow(/180 days/)
  })

  it('a purge removes what is older than the term, leaves its mark, and the ledger still holds', async () => {
    const mine = (
      await rows<{ signer: string }>('SELECT signer FROM ledger_seal WHERE signer IS NOT NULL')
    )[0]?.signer
    const key = cryptoProvider.sm2.keyPair()
    const order = { database, retentionDays: 180, sealing: { signKey: key.privateKey }, person: 'shen' }
    const young = await purgeLedger(order)
    expect(young).toEqual([])
    const old = new Date(Date.now() - 200 * 86_400_000)
    const zoneOfOld = 'QT-OLD'
    const add = (at: Date, deed: string) =>
      database.transaction(kernelActor, 'write', (tx) =>
        appendEvents(tx, [{ zone: zoneOfOld, unit: zoneOfOld, record: 'unit', id: 'x', deed, at }]),
      )
    await add(old, 'create')
    await sealLedger(database, order.sealing)
    await add(new Date(), 'update')
    await sealLedger(database, order.sealing)
    expect(await purgeLedger(order)).toEqual([{ zone: zoneOfOld, through: 1, events: 1 }])
    expect(await purgeLedger(order)).toEqual([])
    const state = await verified([key.publicKey, mine ?? ''])
    expect(state.wrong).toEqual([])
    expect(state.findings).toContainEqual({ zone: zoneOfOld, seal: 1, kind: 'purged' })
    expect(await rows(`SELECT deed FROM event WHERE zone_id = '${zoneOfOld}' ORDER BY id`)).toEqual([
      { deed: 'update' },
      { deed: 'purge' },
    ])
    await owner(`UPDATE event SET changes = '{"through":[0,2]}' WHERE deed = 'purge'`)
    expect((await verified()).wrong.length).toBeGreaterThan(0)
  })
})
