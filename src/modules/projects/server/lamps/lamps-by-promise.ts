import { period } from '#engine/period/period'
import type { Transaction } from '#platform/database/database'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import type { LampTurnOfPromise } from '../../contract'
import { lampsOfProjects } from './lamps-of-projects'

/** The lamps of a project that another promise would turn, judged today by the rules that hold; the others are not told. */
export async function lampsByPromise(
  tx: Transaction,
  kernel: Kernel,
  given: { readonly zone: string; readonly id: string; readonly promised: string },
): Promise<LampTurnOfPromise[]> {
  const on = beijingToday()
  const asked = { zone: given.zone, month: period(on.slice(0, 7)), on, projects: [given.id] }
  const now = (await lampsOfProjects(tx, kernel, asked)).get(given.id)
  const then = (await lampsOfProjects(tx, kernel, { ...asked, promised: given.promised })).get(given.id)
  return (then?.lamps ?? []).flatMap(({ dimension, colour, says }) => {
    const before = now?.lamps.find((lamp) => lamp.dimension === dimension)
    if (!before || before.colour === colour) return []
    return [{ dimension, before: { colour: before.colour, says: before.says }, after: { colour, says } }]
  })
}
