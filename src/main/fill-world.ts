import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createCellStore } from '#engine/figures/cell-store'
import { compilePlan } from '#engine/figures/compile-plan'
import { discrepancy } from '#engine/figures/discrepancy'
import { affectedBy } from '#engine/figures/recompute'
import { computeCell } from '#engine/figures/compute-cell'
import type { PeriodId } from '#engine/period/period'
import type { RecordType } from '#engine/records/record'
import { clockColumn, storedFields } from '#engine/records/record-clock'
import {
  type CellRow,
  cellRow,
  keyOf,
  type ObservationRow,
  observationOf,
} from '#modules/indicators/server/figure-rows'
import { figureUnits } from '#modules/indicators/server/figures-plan'
import { indicatorOf, type IndicatorRow } from '#modules/indicators/domain/indicator-of'
import { UnitTree } from '#modules/organisation/server/unit-tree'
import { hashPassword } from '#platform/access/passwords'
import { appendEvents } from '#platform/audit/events'
import type { ConnectionSource } from '#platform/database/connection'
import {
  type Database,
  kernelActor,
  openDatabase,
  queries,
  type Transaction,
} from '#platform/database/database'
import { closedVault, type Vault } from '#platform/crypto/vault'
import { newId } from '#platform/records/new-id'
import { insertRows } from '#platform/records/rows'
import { factsFolder } from './folders'
import { allRecords } from './records'
import { accessDecisions } from './world/access-decisions'
import { buildWorld } from './world/build-world'
import { dispatchDeeds } from './world/dispatch-deeds'
import type { ObservationSeed, SeedRow, World } from './world/world'

/** Nothing has been entered yet: no unit. */
export async function isEmpty(source: ConnectionSource): Promise<boolean> {
  const found = await openDatabase(source).transaction(kernelActor, 'read', (tx) =>
    tx.first(queries().selectFrom('unit').select('id').limit(1)),
  )
  return found === undefined
}

export async function readWorld(size: 'small' | 'full'): Promise<World> {
  const [units, figures, projects] = await Promise.all(
    ['units', 'figures', 'projects'].map((name) => readFile(join(factsFolder, `${name}.csv`), 'utf8')),
  )
  return buildWorld({ units: units ?? '', figures: figures ?? '', projects: projects ?? '' }, { size })
}

const unitTreeOf = (world: World): UnitTree =>
  new UnitTree(
    world.units.map((unit) => ({
      code: unit.code as string,
      name: { zh: unit.name_zh as string, en: (unit.name_en ?? unit.name_zh) as string },
      kind: unit.kind as string,
      parent: (unit.parent ?? null) as string | null,
      position: (unit.position ?? 0) as number,
      sample: unit.sample,
    })),
  )

function storedRow(record: RecordType, seed: SeedRow, zone: string): Record<string, unknown> {
  const now = new Date().toISOString()
  const clocks = Object.keys(record.clocks ?? {}).map(clockColumn)
  const names = [...storedFields(record).map(([name]) => name), ...clocks]
  const fields = Object.fromEntries(names.map((name) => [name, seed[name] ?? null]))
  return {
    ...fields,
    id: seed.id,
    zone_id: zone,
    unit_id: seed.unit_id,
    ...(record.lifecycle && { state: seed.state ?? record.lifecycle.initial }),
    version: 1,
    created_at: seed.created_at ?? now,
    created_by: seed.created_by ?? 'system',
    updated_at: now,
    updated_by: 'system',
    sample: seed.sample,
    extra: {},
  }
}

async function fillRecord(
  tx: Transaction,
  tree: UnitTree,
  given: { name: string; rows: readonly SeedRow[] },
): Promise<void> {
  const record = allRecords.find((one) => one.name === given.name)
  if (!record) throw new Error(`The world holds rows of ${given.name}, which is not declared`)
  const rows = given.rows.map((seed) => storedRow(record, seed, tree.zoneOf(seed.unit_id) ?? seed.unit_id))
  await insertRows(tx, record, rows)
  await appendEvents(
    tx,
    given.rows.map((seed) => ({
      zone: tree.zoneOf(seed.unit_id) ?? seed.unit_id,
      unit: seed.unit_id,
      record: record.name,
      id: seed.id,
      deed: 'create',
      ...(seed.created_by && { person: seed.created_by }),
      ...(seed.created_at && { at: new Date(seed.created_at) }),
    })),
  )
}

const absent = {
  source: null,
  note: null,
  report: null,
  reported_by: null,
  reported_at: null,
  verified_by: null,
  verified_at: null,
  published_by: 'system',
}

function observationRow({ ambiguity, ...seed }: ObservationSeed, tree: UnitTree): ObservationRow {
  return {
    ...absent,
    ...seed,
    zone_id: tree.zoneOf(seed.unit_id) ?? seed.unit_id,
    id: newId(),
    revision: 1,
    ambiguity_zh: ambiguity?.zh ?? null,
    ambiguity_en: ambiguity?.en ?? null,
  }
}

/** Columns of up to 2 000 rows as one statement of arrays: 24 000 rows with a parameter each would be slow to bind. */
async function insertObservations(tx: Transaction, rows: readonly ObservationRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 2000)
    await tx.run(
      sql`INSERT INTO observation SELECT * FROM jsonb_populate_recordset(NULL::observation, ${JSON.stringify(rows.slice(start, start + 2000))}::jsonb)`,
    )
}

const deeds: Readonly<Record<string, readonly [deed: string, stamp: string]>> = {
  submitted: ['submit', 'submitted'],
  returned: ['return', 'submitted'],
  verified: ['verify', 'verified'],
  published: ['publish', 'published'],
}

/** The last deed of each report, by whom and when: what the board lists as changed. */
async function insertReportEvents(tx: Transaction, world: World, tree: UnitTree): Promise<void> {
  const rows = world.reports.flatMap((report) => {
    const [deed, stamp] = deeds[report.state ?? ''] ?? []
    const at = report[`${stamp}_at`]
    if (deed === undefined || typeof at !== 'string') return []
    return [
      {
        zone: tree.zoneOf(report.unit_id) ?? report.unit_id,
        unit: report.unit_id,
        record: 'report',
        id: report.id,
        deed,
        reason: deed === 'return' ? (report.note as string | null) : null,
        person: (report[`${stamp}_by`] as string | null) ?? 'system',
        at: new Date(at),
      },
    ]
  })
  await appendEvents(tx, rows)
}

/** Every cell that the observations reach, computed in memory by the same engine that publication uses. */
export function cellsOf(observations: readonly ObservationRow[], world: World, tree: UnitTree): CellRow[] {
  const { plan } = compilePlan(
    world.indicators.map((row) => indicatorOf(row as unknown as IndicatorRow)),
    figureUnits(tree.inOrder),
  )
  const store = createCellStore()
  for (const row of observations) store.report(keyOf(row), observationOf(row))
  const until = observations.map((row) => row.period.slice(0, 4)).reduce((a, b) => (a > b ? a : b), '2022')
  const keys = affectedBy(plan, { keys: observations.map(keyOf), until: `${until}-12` as PeriodId })
  for (const key of keys) store.put(key, computeCell(plan, key, store))
  return keys.flatMap((key) => {
    const cell = store.cell(key)
    if (!cell || cell.value === null) return []
    const derived = discrepancy(plan, key, store)?.derived.value ?? null
    return [cellRow(tree.zoneOf(key.unit) ?? key.unit, key, { cell, derived })]
  })
}

async function insertCells(tx: Transaction, rows: readonly CellRow[]): Promise<void> {
  const now = new Date().toISOString()
  for (let start = 0; start < rows.length; start += 4000) {
    const part = rows.slice(start, start + 4000).map((row) => ({ ...row, computed_at: now }))
    await tx.run(
      sql`INSERT INTO cell SELECT * FROM jsonb_populate_recordset(NULL::cell, ${JSON.stringify(part)}::jsonb)`,
    )
  }
}

async function insertLines(tx: Transaction, world: World, tree: UnitTree): Promise<void> {
  const rows = world.reports.flatMap((report) =>
    (report.lines ?? []).map((line) => ({
      zone_id: tree.zoneOf(report.unit_id) ?? report.unit_id,
      report: report.id,
      indicator: line.indicator,
      unit_id: report.unit_id,
      value: line.value,
      qualifier: line.qualifier ?? 'exact',
      explanation: line.explanation ?? null,
      updated_by: 'system',
    })),
  )
  for (let start = 0; start < rows.length; start += 500)
    await tx.run(
      queries()
        .insertInto('report_line')
        .values(rows.slice(start, start + 500)),
    )
}

async function insertAccounts(tx: Transaction, world: World, tree: UnitTree): Promise<void> {
  const hashes = new Map<string, string>()
  for (const account of world.accounts) {
    const hash = hashes.get(account.password) ?? (await hashPassword(account.password))
    hashes.set(account.password, hash)
    const person = world.people.find((one) => one.id === account.person)
    const zone = tree.zoneOf(person?.unit_id ?? '') ?? 'CN-HTZ'
    await tx.run(
      queries()
        .insertInto('account')
        .values({ zone_id: zone, id: account.account, person_id: account.person, password_hash: hash }),
    )
  }
}

/** Writes a world into an empty database, in one transaction: it is there whole or not at all. */
export async function writeWorld(database: Database, world: World): Promise<void> {
  const tree = unitTreeOf(world)
  const observations = world.observations.map((seed) => observationRow(seed, tree))
  const records: [string, readonly SeedRow[]][] = [
    ['unit', world.units],
    ['organ', world.organs],
    ['person', world.people],
    ['post', world.posts],
    ['calendar_day', world.calendarDays],
    ['indicator', world.indicators],
    ['reporting_form', world.forms],
    ['validation_rule', world.rules],
    ['report', world.reports],
    ['project', world.projects],
    ...Object.entries(world.projectParts),
    ['enterprise', world.enterprises],
    ['enterprise_request', world.requests],
    ['access_request', world.accessRequests],
    ['column_mapping', world.columnMappings],
  ]
  await database.transaction(kernelActor, 'write', async (tx) => {
    for (const [name, rows] of records) await fillRecord(tx, tree, { name, rows })
    await insertObservations(tx, observations)
    await insertCells(tx, cellsOf(observations, world, tree))
    await insertLines(tx, world, tree)
    await insertReportEvents(tx, world, tree)
    await appendEvents(tx, accessDecisions(world.accessRequests, tree))
    await appendEvents(tx, dispatchDeeds(world.projectParts, tree))
    await insertAccounts(tx, world, tree)
  })
}

/** Fills an empty database with the demonstration world. */
export async function fillWorld(
  source: ConnectionSource,
  config: { readonly sampleSize: 'small' | 'full' },
  vault: Vault = closedVault,
): Promise<void> {
  await writeWorld(openDatabase(source, vault), await readWorld(config.sampleSize))
}
