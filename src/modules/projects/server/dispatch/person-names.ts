import { sql } from 'kysely'
import { text, type Text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'

interface NamedRow {
  readonly id: string
  readonly name_zh: string
  readonly name_en: string | null
}

/** A name by id; null for nobody. */
export type NameOf = (id: string | null) => Text | null

/** Names of people or organs; whose a project is, is no secret to those who see the project. */
export async function namesOf(
  tx: Transaction,
  table: 'person' | 'organ',
  given: readonly (string | null)[],
): Promise<NameOf> {
  const ids = [...new Set(given.filter((id) => id !== null))]
  const rows =
    ids.length === 0
      ? []
      : await tx.asKernel.all<NamedRow>(
          sql`SELECT id, name_zh, name_en FROM ${sql.table(table)} WHERE id = ANY (${ids}::text[])`,
        )
  const names = new Map(rows.map((row) => [row.id, text(row.name_zh, row.name_en ?? row.name_zh)]))
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

/** As somebody was called when the month was closed, else as they are called now. */
export const asKept =
  (kept: Readonly<Record<string, Text>>, now: NameOf): NameOf =>
  (id) =>
    (id === null ? undefined : kept[id]) ?? now(id)
