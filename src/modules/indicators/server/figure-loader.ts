import { sql } from 'kysely'
import { type Cell, cellId, type CellKey, type Observation, type Read } from '#engine/figures/cell'
import { queries, type Transaction } from '#platform/database/database'
import { cellColumns, type CellRow, cellOf, keyOf, type ObservationRow, observationOf } from './figure-rows'

/** More rounds than any chain of formula, roll-up and comparison needs; a plan has no cycles. */
const mostRounds = 40

/** Where a unit's rows lie: every statement names the zone, which is the first column of every key. */
export type ZoneOf = (unit: string) => string | undefined

const columnsOf = (zoneOf: ZoneOf, keys: readonly CellKey[]) => [
  keys.map((key) => zoneOf(key.unit) ?? ''),
  keys.map((key) => key.unit),
  keys.map((key) => key.indicator),
  keys.map((key) => key.period as string),
  keys.map((key) => key.nature as string),
]

/** A condition that a row's key is one of these. */
export const among = (zoneOf: ZoneOf, keys: readonly CellKey[]) => {
  const [zones, units, indicators, periods, natures] = columnsOf(zoneOf, keys)
  return sql<boolean>`(zone_id, unit_id, indicator, period, nature) IN
    (SELECT * FROM unnest(${zones}::text[], ${units}::text[], ${indicators}::text[], ${periods}::text[], ${natures}::text[]))`
}

/** So many keys that whole periods of units are read instead, if they are most of what is found there. */
const manyKeys = 400

/**
 * The rows of whole periods of units: to add up a zone's month every park's figures are wanted, and one walk along the
 * index finds them five times as quickly as a look-up each. The empty string keeps the other columns out of the
 * index's condition, which would make it thousands of look-ups again.
 */
function inPeriods(columns: readonly (readonly string[])[]) {
  const [zones, units, indicators, periods, natures] = columns.map((column) => [...new Set(column)])
  return sql<boolean>`zone_id = ANY (${zones}::text[]) AND unit_id = ANY (${units}::text[]) AND period = ANY (${periods}::text[])
    AND indicator || '' = ANY (${indicators}::text[]) AND nature || '' = ANY (${natures}::text[])`
}

const isDense = (columns: readonly (readonly string[])[], keys: number): boolean => {
  const [, ...rest] = columns.map((column) => new Set(column).size)
  return keys >= manyKeys && rest.reduce((product, size) => product * size, 1) <= keys * 2
}

/** The kept cells of these keys; of many keys perhaps some of the same units and periods besides. */
async function loadCells(tx: Transaction, zoneOf: ZoneOf, keys: readonly CellKey[]): Promise<CellRow[]> {
  const columns = columnsOf(zoneOf, keys)
  const wanted = isDense(columns, keys.length) ? inPeriods(columns) : among(zoneOf, keys)
  return await tx.all(queries().selectFrom('cell').select(cellColumns).where(wanted))
}

/** The latest revisions of these keys, or the latest that had been published at a moment. */
async function loadObservations(
  tx: Transaction,
  { zoneOf, asOf }: Figures,
  keys: readonly CellKey[],
): Promise<ObservationRow[]> {
  let query = queries()
    .selectFrom('observation')
    .distinctOn(['zone_id', 'unit_id', 'indicator', 'period', 'nature'])
    .selectAll()
    .where(among(zoneOf, keys))
    .orderBy('zone_id')
    .orderBy('unit_id')
    .orderBy('indicator')
    .orderBy('period')
    .orderBy('nature')
    .orderBy('revision', 'desc')
  if (asOf !== undefined) query = query.where('published_at', '<=', asOf)
  return (await tx.all(query)) as ObservationRow[]
}

interface Wanted<T> {
  readonly known: Map<string, T | undefined>
  readonly missing: Map<string, CellKey>
}

const lookUp = <T>(wanted: Wanted<T>, key: CellKey, held?: Held<T>): T | undefined => {
  const id = cellId(key)
  if (held?.covers(key)) return held.found.get(id)
  if (!wanted.known.has(id)) wanted.missing.set(id, key)
  return wanted.known.get(id)
}

/** What was read beforehand: of the keys it covers, those that are not found do not exist. */
interface Held<T> {
  readonly found: ReadonlyMap<string, T>
  covers(this: void, key: CellKey): boolean
}

/** Kept cells that were read beforehand, for several pieces of work. */
export type HeldCells = Held<Cell>

/** All kept cells there are of the keys it covers. */
export const heldCells = (rows: readonly CellRow[], covers: HeldCells['covers']): HeldCells => ({
  found: new Map(rows.map((row) => [cellId(keyOf(row)), cellOf(row)])),
  covers,
})

async function fetchMissing<T, R extends Parameters<typeof keyOf>[0]>(
  wanted: Wanted<T>,
  load: (keys: CellKey[]) => Promise<R[]>,
  form: (row: R) => T,
): Promise<void> {
  if (wanted.missing.size === 0) return
  const keys = [...wanted.missing.values()]
  for (const id of wanted.missing.keys()) wanted.known.set(id, undefined)
  wanted.missing.clear()
  for (const row of await load(keys)) wanted.known.set(cellId(keyOf(row)), form(row))
}

/** Which figures are read: where their rows lie, and by which moment they had been published (absent: now). */
export interface Figures {
  readonly zoneOf: ZoneOf
  readonly asOf?: string
  /** Cells that need not be read again. */
  readonly held?: HeldCells
}

/**
 * Runs pure work of the figures engine over the database: the work reads synchronously, so what it missed is fetched in
 * one query a round and the work runs again, until nothing is missing. The work must not change anything.
 */
export async function withFigures<T>(tx: Transaction, figures: Figures, work: (read: Read) => T): Promise<T> {
  const cells: Wanted<Cell> = { known: new Map(), missing: new Map() }
  const observations: Wanted<Observation> = { known: new Map(), missing: new Map() }
  const read: Read = {
    cell: (key) => lookUp(cells, key, figures.held),
    observation: (key) => lookUp(observations, key),
  }
  for (let round = 0; round < mostRounds; round++) {
    const value = work(read)
    if (cells.missing.size === 0 && observations.missing.size === 0) return value
    await Promise.all([
      fetchMissing(cells, (keys) => loadCells(tx, figures.zoneOf, keys), cellOf),
      fetchMissing(observations, (keys) => loadObservations(tx, figures, keys), observationOf),
    ])
  }
  throw new Error('Figures did not settle: a plan with a cycle must not be compiled')
}
