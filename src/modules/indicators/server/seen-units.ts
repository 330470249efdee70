import { shown } from '#engine/records/problem'
import { hasBusinessIn } from '#engine/records/rights'
import { text } from '#engine/result/result'
import type { Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'

/** Units whose figures somebody may see: the same that the row policy of cells and observations names. */
export const seeing =
  ({ actor }: Transaction) =>
  (unit: string): boolean =>
    'kernel' in actor || hasBusinessIn(actor, unit)

/**
 * Refuses to answer of units none of which the actor sees: an empty answer would say that they have reported nothing. A
 * unit that is not there is told in the same words. The first of the units is the one that was asked for.
 */
export function assertSeesSome(tx: Transaction, units: readonly string[]): void {
  if (units.some(seeing(tx))) return
  const asked = shown(units[0] ?? '')
  throw kernelError('not_found', {
    detail: text(
      `没有单位 ${asked}，或您的岗位看不到它的数据`,
      `There is no unit ${asked}, or your posts do not see its figures`,
    ),
  })
}
