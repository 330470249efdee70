import { expect } from 'vitest'
import { cellId } from '#engine/figures/cell'
import { readWorld } from '#main/fill-world'
import { worldCells } from '#main/world/world-cells'
import type { IndicatorRow } from '#modules/indicators/domain/indicator-of'
import { keyOf, type CellRow, type ObservationRow } from '#modules/indicators/server/figure-rows'
import { kernelActor, queries } from '#platform/database/database'
import type { Running } from '#main/app'

const plain = (row: CellRow) =>
  [
    cellId(keyOf(row)),
    [
      Number(row.value),
      row.qualifier,
      row.coverage_have,
      row.coverage_of,
      row.origin,
      row.sample,
      row.derived === null ? null : Number(row.derived),
    ],
  ] as const

/** Fails with the first kept cell that differs from what all observations give when everything is computed again. */
export async function expectKeptCellsRight({ database, units }: Running): Promise<void> {
  const { observations, cells } = await database.transaction(kernelActor, 'read', async (tx) => ({
    observations: (await tx.all(
      queries()
        .selectFrom('observation')
        .distinctOn(['unit_id', 'indicator', 'period', 'nature'])
        .selectAll()
        .orderBy('unit_id')
        .orderBy('indicator')
        .orderBy('period')
        .orderBy('nature')
        .orderBy('revision', 'desc'),
    )) as ObservationRow[],
    cells: (await tx.all(queries().selectFrom('cell').selectAll())) as CellRow[],
  }))
  const { indicators } = await readWorld('small')
  const whole = worldCells(observations, indicators as unknown as readonly IndicatorRow[], units.tree())
  const wanted = new Map(whole.map(plain))
  const kept = new Map(cells.map(plain))
  for (const [id, cell] of wanted) expect([id, kept.get(id)]).toEqual([id, cell])
  expect(kept.size).toBe(wanted.size)
}
