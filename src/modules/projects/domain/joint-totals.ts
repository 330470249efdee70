import { canonical, decimal } from '#engine/quantity/decimal'

/** What a joint start's totals are counted from. */
export interface JointProject {
  readonly state?: string | null | undefined
  /** 亿元; null where nobody has said. */
  readonly investment: string | null
}

export interface JointTotals {
  /** 亿元 over the projects whose investment is known; null where none is. */
  readonly counted: string | null
  readonly known: number
  /** Projects that count: those of the batch that have not been withdrawn. */
  readonly of: number
  readonly withdrawn: number
}

/** What the projects of a joint start add up to. A withdrawn project counts no more; unknown is never zero. */
export function jointTotals(projects: readonly JointProject[]): JointTotals {
  const standing = projects.filter(({ state }) => state !== 'withdrawn')
  const known = standing.flatMap(({ investment }) => (investment === null ? [] : [decimal(investment)]))
  const sum = known.reduce((total, one) => total.plus(one), decimal('0'))
  return {
    counted: known.length === 0 ? null : canonical(sum),
    known: known.length,
    of: standing.length,
    withdrawn: projects.length - standing.length,
  }
}

/** The published figure less what is known of the ledger; null where one of them is missing. */
export const jointDifference = (published: string | null, counted: string | null): string | null =>
  published === null || counted === null ? null : canonical(decimal(published).minus(counted))
