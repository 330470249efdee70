import { cyclesIn } from '#engine/schedules/network'
import type { Deed, Effect } from '#platform/records/effects'
import { keptPlan, refused } from './schedule'

const waitsFor = ['follows', 'starts_with'] as const

/** A new node is waited for by nobody yet. */
const mayClose = ({ name, before, row }: Deed): boolean =>
  name !== 'remove' &&
  before !== undefined &&
  waitsFor.some((field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(row[field] ?? null))

/** Nodes that would wait for each other in a circle are refused as they are saved: nothing of that plan could be told. */
export function nodeEffects(): Effect {
  return {
    async settle(tx, deeds) {
      const told = deeds.filter(mayClose)
      for (const id of new Set(told.map(({ row }) => String(row.project)))) {
        const circles = cyclesIn((await keptPlan(tx.asKernel, id)).plan)
        if (circles.length > 0) throw refused(circles)
      }
    },
  }
}
