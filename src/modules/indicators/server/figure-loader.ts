import { sql } from 'kysely'
import { type Cell, cellId, type CellKey, type Observation, type Read } from '#engine/figures/cell'
import { queries, type Transaction } from '#platform/database/database'
import { cellColumns, type CellRow, cellOf, keyOf, type ObservationRow, observationOf } from './figure-rows'

/** More rounds than any chain of formula, roll-up and comparison needs; a plan has no cycles. */
const mostRounds = 40

const columnsOf = (keys: readonly CellKey[]) => [
  keys.map((key) => key.unit),
  keys.map((key) => key.indicator),
  keys.map((key) => key.period as string),
  keys.map((key) => key.nature as string),
]

/** A condition that a row's key is one of these. */
export const among = (keys: readonly CellKey[]) => {
  const [units, indicators, periods, natures] = columnsOf(keys)
  return sql<boolean>`(unit_id, indicator, period, nature) IN
    (SELECT * FROM unnest(${units}::text[], ${indicators}::text[], ${periods}::text[], ${natures}::text[]))`
}

/** The kept cells of these keys. */
export async function loadCells(tx: Transaction, keys: readonly CellKey[]): Promise<CellRow[]> {
  if (keys.length === 0) return []
  return await tx.all(queries().selectFrom('cell').select(cellColumns).where(among(keys)))
}

/** The latest revisions of these keys, or the latest that had been published at a moment. */
export async function loadObservations(
  tx: Transaction,
  keys: readonly CellKey[],
  asOf?: string,
): Promise<ObservationRow[]> {
  if (keys.length === 0) return []
  let query = queries()
    .selectFrom('observation')
    .distinctOn(['unit_id', 'indicator', 'period', 'nature'])
    .selectAll()
    .where(among(keys))
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

const lookUp = <T>(wanted: Wanted<T>, key: CellKey): T | undefined => {
  const id = cellId(key)
  if (!wanted.known.has(id)) wanted.missing.set(id, key)
  return wanted.known.get(id)
}

async function fetchMissing<T, R extends Parameters<typeof keyOf>[0]>(
  wanted: Wanted<T>,
  load: (keys: CellKey[]) => Promise<R[]>,
  form: (row: R) => T,
): Promise<void> {
  const keys = [...wanted.missing.values()]
  for (const id of wanted.missing.keys()) wanted.known.set(id, undefined)
  wanted.missing.clear()
  for (const row of await load(keys)) wanted.known.set(cellId(keyOf(row)), form(row))
}

/**
 * Runs pure work of the figures engine over the database: the work reads synchronously, so what it missed is fetched in
 * one query a round and the work runs again, until nothing is missing. The work must not change anything.
 */
export async function withFigures<T>(tx: Transaction, work: (read: Read) => T, asOf?: string): Promise<T> {
  const cells: Wanted<Cell> = { known: new Map(), missing: new Map() }
  const observations: Wanted<Observation> = { known: new Map(), missing: new Map() }
  const read: Read = { cell: (key) => lookUp(cells, key), observation: (key) => lookUp(observations, key) }
  for (let round = 0; round < mostRounds; round++) {
    const value = work(read)
    if (cells.missing.size === 0 && observations.missing.size === 0) return value
    if (cells.missing.size > 0) await fetchMissing(cells, (keys) => loadCells(tx, keys), cellOf)
    if (observations.missing.size > 0)
      await fetchMissing(observations, (keys) => loadObservations(tx, keys, asOf), observationOf)
  }
  throw new Error('Figures did not settle: a plan with a cycle must not be compiled')
}
