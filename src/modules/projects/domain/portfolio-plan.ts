import type { Schedule, ScheduledNode } from '#engine/schedules/schedule'

/** What a list of projects tells of one plan. */
export interface PlanDigest {
  readonly nodes: number
  readonly finished: number
  readonly next: ScheduledNode | undefined
}

const isOpen = ({ status }: ScheduledNode) => status !== 'finished'

/** Nodes, how many are finished, and the open one that is to be finished first; of two on one day the critical one. */
export function planDigest({ nodes }: Schedule): PlanDigest {
  const open = nodes.filter(isOpen)
  const sooner = (a: ScheduledNode, b: ScheduledNode) =>
    a.earliestFinish === b.earliestFinish
      ? Number(b.isCritical) - Number(a.isCritical)
      : a.earliestFinish < b.earliestFinish
        ? -1
        : 1
  return { nodes: nodes.length, finished: nodes.length - open.length, next: [...open].sort(sooner)[0] }
}
