import { quantityInBase, quantityInUnit } from '#engine/quantity/convert-quantity'
import { QUALIFIERS } from '#engine/quantity/quantity'
import { findUnit } from '#engine/quantity/unit'
import { Figure } from '#console/ui/figure'

/** The two units in which officials tell money; both exact. */
export const moneyUnits = ['亿元', '万元'] as const
export type MoneyUnit = (typeof moneyUnits)[number]

interface AmountProps {
  /** In 亿元. */
  readonly value: string | null
  readonly qualifier?: string
  readonly unit: MoneyUnit
  /** The unit stands in the head already. */
  readonly bare?: boolean
  readonly size?: 'key' | 'row'
}

const inUnit = (value: string, unit: MoneyUnit): string | null => {
  const [from, to] = [findUnit('亿元'), findUnit(unit)]
  if (!from || !to) return value
  return quantityInUnit(quantityInBase({ value, qualifier: 'exact' }, from), to).value
}

/** An amount of money in the unit that is being read: four decimals of 亿元 are 万元 exactly. */
export function Amount({ value, qualifier = 'exact', unit, bare = false, size = 'row' }: AmountProps) {
  const figure = {
    value: value === null ? null : inUnit(value, unit),
    qualifier: QUALIFIERS.find((one) => one === qualifier) ?? 'exact',
    measure: unit,
  }
  return <Figure figure={figure} bare={bare} size={size} {...(unit === '亿元' && { decimals: 2 })} />
}
