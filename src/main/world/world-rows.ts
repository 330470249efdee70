import { clockColumn, storedFields } from '#engine/records/record-clock'
import type { RecordType } from '#engine/records/record'
import type { IndicatorRow } from '#modules/indicators/domain/indicator-of'
import type { CellRow, ObservationRow } from '#modules/indicators/server/figure-rows'
import { UnitTree } from '#modules/organisation/server/unit-tree'
import type { NewEvent } from '#platform/audit/events'
import { newId } from '#platform/records/new-id'
import type { StoredRow } from '#platform/records/rows'
import { allRecords } from '../records'
import { accessDecisions } from './access-decisions'
import { dispatchDeeds } from './dispatch-deeds'
import { worldCells } from './world-cells'
import type { AccountSeed, ObservationSeed, SeedRow, World } from './world'

/** The rows of one record type, with the event that made each. */
export interface RecordRows {
  readonly record: RecordType
  readonly rows: readonly StoredRow[]
  readonly made: readonly NewEvent[]
}

/** A world worked out to the last row of every table: only writing is left. */
export interface WorldRows {
  readonly records: readonly RecordRows[]
  readonly observations: readonly ObservationRow[]
  readonly cells: readonly CellRow[]
  readonly lines: readonly Readonly<Record<string, unknown>>[]
  /** What has happened to rows since they were made. */
  readonly deeds: readonly NewEvent[]
  readonly accounts: readonly (AccountSeed & { readonly zone: string })[]
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

type ZoneOf = (unit: string) => string

const recordNamed = (name: string): RecordType => {
  const record = allRecords.find((one) => one.name === name)
  if (!record) throw new Error(`The world holds rows of ${name}, which is not declared`)
  return record
}

/** Rows as they are stored: every column, empty where the seed says nothing. */
function storedRows(record: RecordType, seeds: readonly SeedRow[], zoneOf: ZoneOf): RecordRows['rows'] {
  const now = new Date().toISOString()
  const clocks = Object.keys(record.clocks ?? {}).map(clockColumn)
  const names = [...storedFields(record).map(([name]) => name), ...clocks]
  return seeds.map((seed) => ({
    ...Object.fromEntries(names.map((name) => [name, seed[name] ?? null])),
    id: seed.id,
    zone_id: zoneOf(seed.unit_id),
    unit_id: seed.unit_id,
    ...(record.lifecycle && { state: seed.state ?? record.lifecycle.initial }),
    version: 1,
    created_at: seed.created_at ?? now,
    created_by: seed.created_by ?? 'system',
    updated_at: seed.updated_at ?? now,
    updated_by: seed.updated_by ?? 'system',
    sample: seed.sample,
    extra: {},
  }))
}

const madeEvents = (record: RecordType, seeds: readonly SeedRow[], zoneOf: ZoneOf): NewEvent[] =>
  seeds.map((seed) => ({
    zone: zoneOf(seed.unit_id),
    unit: seed.unit_id,
    record: record.name,
    id: seed.id,
    deed: 'create',
    ...(seed.created_by && { person: seed.created_by }),
    ...(seed.created_at && { at: new Date(seed.created_at) }),
  }))

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

const observationRow = (seed: ObservationSeed, zoneOf: ZoneOf): ObservationRow => ({
  ...absent,
  ...seed,
  zone_id: zoneOf(seed.unit_id),
  id: newId(),
  revision: 1,
  ambiguity_zh: seed.ambiguity?.zh ?? null,
  ambiguity_en: seed.ambiguity?.en ?? null,
})

const reportDeeds = [
  ['submit', 'submitted'],
  ['verify', 'verified'],
  ['publish', 'published'],
] as const

/** What became of each report, step by step, by whom and when: its history, and what the board lists as changed. */
const reportSteps = (world: World, zoneOf: ZoneOf): NewEvent[] =>
  world.reports.flatMap((report) => {
    const step = (
      deed: string,
      { at, by, reason }: { at: unknown; by: unknown; reason?: unknown },
    ): NewEvent[] =>
      typeof at !== 'string'
        ? []
        : [
            {
              zone: zoneOf(report.unit_id),
              unit: report.unit_id,
              record: 'report',
              id: report.id,
              deed,
              reason: typeof reason === 'string' ? reason : null,
              person: typeof by === 'string' ? by : 'system',
              at: new Date(at),
            },
          ]
    const steps = reportDeeds.flatMap(([deed, stamp]) =>
      step(deed, { at: report[`${stamp}_at`], by: report[`${stamp}_by`] }),
    )
    if (report.state !== 'returned') return steps
    return [
      ...steps,
      ...step('return', { at: report.updated_at, by: report.updated_by, reason: report.note }),
    ]
  })

const reportLines = (world: World, zoneOf: ZoneOf): WorldRows['lines'] =>
  world.reports.flatMap((report) =>
    (report.lines ?? []).map((line) => ({
      zone_id: zoneOf(report.unit_id),
      report: report.id,
      indicator: line.indicator,
      unit_id: report.unit_id,
      value: line.value,
      qualifier: line.qualifier ?? 'exact',
      explanation: line.explanation ?? null,
      updated_by: 'system',
    })),
  )

/** In the order in which they may refer to each other. */
const seedsOf = (world: World): readonly (readonly [record: string, seeds: readonly SeedRow[]])[] => [
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
  ...Object.entries<readonly SeedRow[]>(world.projectParts),
  ['enterprise', world.enterprises],
  ['enterprise_request', world.requests],
  ['access_request', world.accessRequests],
  ['column_mapping', world.columnMappings],
]

/** Works a world out: its rows, the cells its figures reach, and the ledger of how it came about. */
export function worldRows(world: World): WorldRows {
  const tree = unitTreeOf(world)
  const zoneOf = (unit: string) => tree.zoneOf(unit) ?? unit
  const observations = world.observations.map((seed) => observationRow(seed, zoneOf))
  const homes = new Map(world.people.map(({ id, unit_id }) => [id, unit_id]))
  return {
    records: seedsOf(world).map(([name, seeds]) => {
      const record = recordNamed(name)
      return {
        record,
        rows: storedRows(record, seeds, zoneOf),
        made: madeEvents(record, seeds, zoneOf),
      }
    }),
    observations,
    cells: worldCells(observations, world.indicators as unknown as readonly IndicatorRow[], tree),
    lines: reportLines(world, zoneOf),
    deeds: [
      ...reportSteps(world, zoneOf),
      ...accessDecisions(world.accessRequests, tree),
      ...dispatchDeeds(world.projectParts, tree),
    ],
    accounts: world.accounts.map((account) => ({
      ...account,
      zone: tree.zoneOf(homes.get(account.person) ?? '') ?? 'CN-HTZ',
    })),
  }
}
