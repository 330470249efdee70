import { subtract, sum } from '#engine/quantity/arithmetic'
import { QUALIFIERS, quantity, UNKNOWN, type Qualifier, type Quantity } from '#engine/quantity/quantity'

/** What a joint start's totals are counted from. */
export interface JointProject {
  readonly state?: string | null | undefined
  /** 亿元; null where nobody has said. */
  readonly investment: string | null
  /** How the amount is to be read: 约, 超过 …; exact where nobody has said. */
  readonly investment_qualifier?: unknown
}

export interface JointTotals {
  /** 亿元 over the projects whose investment is known; null where none is. */
  readonly counted: string | null
  /** A sum of which one part is about so much is itself about so much. */
  readonly qualifier: Qualifier
  readonly known: number
  /** Projects that count: those of the batch that have not been withdrawn. */
  readonly of: number
  readonly withdrawn: number
}

const amountOf = (value: string | null, qualifier?: unknown): Quantity =>
  value === null ? UNKNOWN : quantity(value, QUALIFIERS.find((one) => one === qualifier) ?? 'exact')

/** What the projects of a joint start add up to. A withdrawn project counts no more; unknown is never zero. */
export function jointTotals(projects: readonly JointProject[]): JointTotals {
  const standing = projects.filter(({ state }) => state !== 'withdrawn')
  const { quantity: total, coverage } = sum(
    standing.map((one) => amountOf(one.investment, one.investment_qualifier)),
  )
  return {
    counted: total.value,
    qualifier: total.qualifier,
    known: coverage.have,
    of: coverage.of,
    withdrawn: projects.length - standing.length,
  }
}

/** The published figure less what is known of the ledger; unknown where one of them is missing. */
export const jointDifference = (
  published: string | null,
  { counted, qualifier }: Pick<JointTotals, 'counted' | 'qualifier'>,
): Quantity => subtract(amountOf(published), amountOf(counted, qualifier))
