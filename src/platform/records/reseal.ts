import { sql } from 'kysely'
import {
  openText,
  placeOfText,
  type SealedColumn,
  sealedStart,
  sealedUnder,
  sealText,
} from '#platform/crypto/sealed-text'
import { type Database, kernelActor, queries, type Transaction } from '#platform/database/database'
import { openedContent, sealedContent } from './sealed-content'

/** Values and files of one transaction: short, so that a running server hardly waits. */
const valuesAtOnce = 200
const filesAtOnce = 4

type ValueRow = Readonly<Record<'zone_id' | 'id' | 'value', string>>

interface FileRow {
  readonly zone_id: string
  readonly id: string
  readonly content: Uint8Array
  readonly key_id: string | null
}

export interface Resealing {
  readonly zone: string
  readonly key: string
}

/** Sealed under any other key, the same rows would be asked for again and again. */
function assertUnder(isUnder: boolean, key: string): void {
  if (!isUnder) throw new Error(`The vault does not seal under key ${key}: another rotation is under way`)
}

async function resealColumn(
  tx: Transaction,
  sealed: SealedColumn,
  { zone, key }: Resealing,
): Promise<number> {
  const [table, column] = [sql.table(sealed.table), sql.ref(sealed.column)]
  const rows = await tx.all<ValueRow>(
    sql`SELECT zone_id, id, ${column} AS value FROM ${table}
      WHERE zone_id = ${zone} AND ${column} IS NOT NULL AND NOT starts_with(${column}, ${sealedUnder(key)})
      ORDER BY id LIMIT ${valuesAtOnce}`,
  )
  for (const row of rows) {
    const place = placeOfText(sealed, row)
    const anew = await sealText(tx, place, await openText(tx, place, row.value))
    assertUnder(anew.startsWith(sealedUnder(key)), key)
    // Only where nobody has changed it meanwhile: who did has sealed it under the new key.
    await tx.run(
      sql`UPDATE ${table} SET ${column} = ${anew}
        WHERE zone_id = ${zone} AND id = ${row.id} AND ${column} = ${row.value}`,
    )
  }
  return rows.length
}

async function resealFiles(tx: Transaction, { zone, key }: Resealing): Promise<number> {
  const rows = await tx.all<FileRow>(
    sql`SELECT zone_id, id, content, key_id FROM attachment
      WHERE zone_id = ${zone} AND key_id IS DISTINCT FROM ${key} ORDER BY id LIMIT ${filesAtOnce}`,
  )
  for (const row of rows) {
    const bytes = await openedContent(tx, { zone, ...row })
    const sealed = await sealedContent(tx, { zone, id: row.id, bytes })
    assertUnder(sealed.key_id === key, key)
    await tx.run(
      queries().updateTable('attachment').set(sealed).where('zone_id', '=', zone).where('id', '=', row.id),
    )
  }
  return rows.length
}

/** Moves one batch of every sealed column and of the files of a zone under its active key; 0 when all lie there. */
export async function resealZone(
  database: Database,
  columns: readonly SealedColumn[],
  given: Resealing,
): Promise<number> {
  const write = (work: (tx: Transaction) => Promise<number>) =>
    database.transaction(kernelActor, 'write', work)
  let moved = await write((tx) => resealFiles(tx, given))
  for (const column of columns) moved += await write((tx) => resealColumn(tx, column, given))
  return moved
}

/** Zones with a file or a value of a sealed column, or with a key. */
export async function sealableZones(tx: Transaction, columns: readonly SealedColumn[]): Promise<string[]> {
  const parts = columns.map(
    ({ table, column }) => sql`SELECT zone_id FROM ${sql.table(table)} WHERE ${sql.ref(column)} IS NOT NULL`,
  )
  const union = sql.join(
    [sql`SELECT zone_id FROM attachment`, sql`SELECT zone_id FROM data_key`, ...parts],
    sql` UNION `,
  )
  const rows = await tx.all<{ zone_id: string }>(sql`${union} ORDER BY 1`)
  return rows.map(({ zone_id }) => zone_id)
}

export interface KeyUse {
  readonly zone_id: string
  readonly key_id: string | null
  readonly values: number
  readonly files: number
}

/** How many values and files lie under which key; null: in the clear. */
export async function keyUses(tx: Transaction, columns: readonly SealedColumn[]): Promise<KeyUse[]> {
  const values = columns.map(({ table, column }) => {
    const value = sql.ref(column)
    return sql`SELECT zone_id, CASE WHEN starts_with(${value}, ${sealedStart}) THEN split_part(${value}, ':', 2) END AS key_id, 1 AS value, 0 AS file
      FROM ${sql.table(table)} WHERE ${value} IS NOT NULL`
  })
  const all = sql.join(
    [sql`SELECT zone_id, key_id, 0 AS value, 1 AS file FROM attachment`, ...values],
    sql` UNION ALL `,
  )
  return tx.all<KeyUse>(
    sql`SELECT zone_id, key_id, sum(value)::int AS values, sum(file)::int AS files FROM (${all}) AS held GROUP BY 1, 2 ORDER BY 1, 2`,
  )
}
