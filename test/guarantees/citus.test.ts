import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sharedTables } from '#main/commands/citus-command'
import { migrationsFolder } from '#main/folders'
import { readCitusGround } from '#platform/database/citus-ground'
import { type CitusGround, citusPlan } from '#platform/database/citus-plan'
import { type ConnectionSource, withConnection } from '#platform/database/connection'
import { migrate } from '#platform/database/migrate'
import { openEmptyDatabase } from '#test/support/empty-database'
import { databases } from '#test/support/test-server'

describe.each(databases)('the schema can be spread by zone, on %s', (kind) => {
  let source: ConnectionSource
  let ground: CitusGround
  beforeAll(async () => {
    source = await openEmptyDatabase(kind)
    await migrate(source, migrationsFolder)
    ground = await withConnection(source, (connection) => readCitusGround(connection, sharedTables))
  })
  afterAll(() => source.close())

  const reasons = async (statements: string) => {
    const changed = await withConnection(source, async (connection) => {
      await connection.run(`BEGIN; ${statements}`)
      const found = await readCitusGround(connection, sharedTables)
      await connection.run('ROLLBACK')
      return found
    })
    return citusPlan(changed).exceptions.map(({ table, reason }) => `${table}: ${reason}`)
  }

  it('every table: keys hold the zone, nothing refers across zones, no trigger', () => {
    const { exceptions, placements } = citusPlan(ground)
    expect(exceptions).toEqual([])
    const lying = (place: string) => [...placements].filter(([, one]) => one === place).map(([name]) => name)
    expect(lying('local')).toEqual(['migration'])
    expect(new Set(lying('reference'))).toEqual(sharedTables)
    expect(lying('distributed')).toContain('project')
  })

  it.each([
    [
      'a key without the zone',
      'CREATE TABLE stray (zone_id text NOT NULL, id text CONSTRAINT stray_key PRIMARY KEY)',
      'stray: stray_key is unique without zone_id',
    ],
    [
      'a table of no zone',
      'CREATE TABLE stray (id text CONSTRAINT stray_key PRIMARY KEY)',
      'stray: it has no zone_id that is always filled',
    ],
    [
      'a unique index without the zone',
      'CREATE UNIQUE INDEX stray_index ON project (name_zh)',
      'project: stray_index is unique without zone_id',
    ],
    [
      'a reference across zones',
      'ALTER TABLE account ADD CONSTRAINT stray_fk FOREIGN KEY (zone_id, person_id) REFERENCES person (zone_id, id);' +
        'ALTER TABLE person ADD other_zone text;' +
        'ALTER TABLE person ADD CONSTRAINT crossing FOREIGN KEY (other_zone, id) REFERENCES person (zone_id, id)',
      'person: crossing crosses zones to person',
    ],
    [
      'a trigger',
      'CREATE FUNCTION stray() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;' +
        'CREATE TRIGGER stray BEFORE INSERT ON project FOR EACH ROW EXECUTE FUNCTION stray()',
      'project: trigger stray is refused by Citus',
    ],
    [
      'a sub-select in a policy',
      'CREATE POLICY stray ON project FOR SELECT TO yipanqi_app USING (unit_id IN (SELECT id FROM unit))',
      'project: policy stray holds a sub-select',
    ],
  ])('%s would be named with its reason', async (_what, statements, reason) => {
    expect(await reasons(statements)).toContain(reason)
  })

  it('the policies it rewrites say the same as before, and PostgreSQL takes them', async () => {
    const policies = citusPlan(ground).statements.filter((one) => one.startsWith('ALTER POLICY'))
    expect(policies.length).toBeGreaterThan(20)
    const after = await withConnection(source, async (connection) => {
      await connection.run(`BEGIN; ${policies.join('\n')}`)
      const found = await readCitusGround(connection, sharedTables)
      await connection.run('ROLLBACK')
      return found
    })
    const told = (one: CitusGround) =>
      [...one.tables].flatMap(([table, { policies: all }]) =>
        Object.entries(all).map(([name, says]) => `${table} ${name}: ${says}`),
      )
    const plain = (says: string) =>
      says.replaceAll(/\( SELECT (yipanqi_units\('[^']*'::text\[\]\)) AS yipanqi_units\)::text\[\]/g, '$1')
    expect(told(after)).toEqual(told(ground).map(plain))
    expect(told(after).filter((one) => one.includes('( SELECT'))).toEqual([])
  })
})

describe('who acts', () => {
  it('is set by SET LOCAL only, which Citus passes on to the machines: nowhere by set_config', () => {
    const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(ts|tsx|mjs)$/.test(name),
    )
    expect(sources.length).toBeGreaterThan(300)
    const using = sources.filter((name) => readFileSync(join('src', name), 'utf8').includes('set_config('))
    expect(using).toEqual([])
    const migrations = readdirSync(migrationsFolder)
    expect(
      migrations.filter((name) => readFileSync(join(migrationsFolder, name), 'utf8').includes('set_config(')),
    ).toEqual([])
  })
})
