import type { CellKey, Read } from '#engine/figures/cell'
import type { CheckKind } from '#engine/figures/check-rule'
import { workOut } from '#engine/figures/formula-cell'
import { findIndicator } from '#engine/figures/find-indicator'
import type { Plan } from '#engine/figures/plan'
import { bindNames } from '#engine/formula/bind-names'
import { parseFormula } from '#engine/formula/parse-formula'
import { subtract } from '#engine/quantity/arithmetic'
import { canonical, decimal } from '#engine/quantity/decimal'
import { formatQuantity } from '#engine/quantity/format-quantity'
import { isKnown, type Quantity } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'

type Balance = Extract<CheckKind, { kind: 'balance' }>

interface Weighing {
  readonly plan: Plan
  readonly key: CellKey
  readonly read: Read
}

/**
 * The sentence of a balance that does not hold at the key's place, with both sides in base units; null when it holds or
 * a side is unknown. A rule whose formula cannot be read says so, rather than passing everything.
 */
export function balanceBroken(balance: Balance, weighing: Weighing): Text | null {
  const left = side(balance.left, weighing)
  const right = side(balance.right, weighing)
  if ('fault' in left) return left.fault
  if ('fault' in right) return right.fault
  if (!isKnown(left.quantity) || !isKnown(right.quantity)) return null
  const difference = decimal(subtract(left.quantity, right.quantity).value ?? '0')
  if (HOLDS[balance.comparator](difference.toNumber(), difference.abs().lte(balance.tolerance ?? '0')))
    return null
  const shown = (q: Quantity) => formatQuantity(q, { language: 'zh' })
  const sides = [
    balance.left,
    shown(left.quantity),
    balance.comparator,
    balance.right,
    shown(right.quantity),
  ] as const
  const gap = formatQuantity({ value: canonical(difference), qualifier: 'exact' }, { language: 'zh' })
  return text(
    `应有 ${sides[0]}（${sides[1]}） ${sides[2]} ${sides[3]}（${sides[4]}），相差 ${gap}`,
    `Expected ${sides[0]} (${sides[1]}) ${sides[2]} ${sides[3]} (${sides[4]}); difference ${gap}`,
  )
}

/** `sign` is the difference left − right; only its sign counts. */
const HOLDS: Readonly<Record<Balance['comparator'], (sign: number, isWithin: boolean) => boolean>> = {
  '=': (_, isWithin) => isWithin,
  '<': (sign, isWithin) => sign < 0 && !isWithin,
  '<=': (sign, isWithin) => sign <= 0 || isWithin,
  '>': (sign, isWithin) => sign > 0 && !isWithin,
  '>=': (sign, isWithin) => sign >= 0 || isWithin,
}

function side(
  formula: string,
  weighing: Weighing,
): { readonly quantity: Quantity } | { readonly fault: Text } {
  const parsed = parseFormula(formula)
  const bound = parsed.ok ? bindNames(parsed.value, (name) => findIndicator(weighing.plan, name)) : parsed
  if (bound.ok) return { quantity: workOut(bound.value, weighing).value.quantity }
  const { message } = bound.error
  return { fault: text(`审核规则有误：${message.zh}`, `The rule itself is faulty: ${message.en}`) }
}
