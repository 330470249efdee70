import { balanceBroken } from '#engine/figures/check-balance'
import { quantityOf, type Cell, type CellKey, type Read } from '#engine/figures/cell'
import type { CheckKind } from '#engine/figures/check-rule'
import { changeOf, type Change } from '#engine/figures/change'
import { shownFigure } from '#engine/figures/explain-words'
import { unusualness } from '#engine/figures/outlier'
import type { Plan } from '#engine/figures/plan'
import { comparedAt, singlePeriod } from '#engine/figures/year-to-date'
import { formatPeriod } from '#engine/period/format-period'
import type { PeriodId } from '#engine/period/period'
import { previousPeriod, sameLastYear, stepPeriod } from '#engine/period/period-steps'
import { compareValues } from '#engine/quantity/arithmetic'
import { canonical, decimal } from '#engine/quantity/decimal'
import { formatQuantity, type Language } from '#engine/quantity/format-quantity'
import { quantity, type Quantity } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'

/** One proposed figure under one rule; `read` already holds the proposals. */
export interface Checking {
  readonly plan: Plan
  readonly key: CellKey
  readonly quantity: Quantity
  readonly read: Read
}

/** The sentence of a broken rule, or null when it holds or cannot be judged. */
export function brokenRule(check: CheckKind, checking: Checking): Text | null {
  switch (check.kind) {
    case 'required':
      return checking.quantity.value === null
        ? text(`${nameOf(checking, 'zh')}必填`, `${nameOf(checking, 'en')} is required`)
        : null
    case 'range':
      return outOfRange(check, checking)
    case 'jump_prev':
      return jumped(check.most, checking, previousPeriod(checking.key.period))
    case 'jump_yoy':
      return jumped(check.most, checking, sameLastYear(checking.key.period))
    case 'balance':
      return balanceBroken(check, checking)
    case 'outlier':
      return outlying(check, checking)
  }
}

function outOfRange(
  { least, most }: { readonly least?: string; readonly most?: string },
  checking: Checking,
): Text | null {
  const { value } = checking.quantity
  if (value === null) return null
  const own = (language: Language) => ownFigure(checking, language)
  const bound = (limit: string, language: Language) => figure(checking, { q: quantity(limit), language })
  if (least !== undefined && compareValues(value, canonical(least)) < 0) {
    return text(
      `${own('zh')}，低于下限 ${bound(least, 'zh')}`,
      `${own('en')} is below the least allowed, ${bound(least, 'en')}`,
    )
  }
  if (most !== undefined && compareValues(value, canonical(most)) > 0) {
    return text(
      `${own('zh')}，高于上限 ${bound(most, 'zh')}`,
      `${own('en')} is above the most allowed, ${bound(most, 'en')}`,
    )
  }
  return null
}

function jumped(most: string, checking: Checking, period: PeriodId): Text | null {
  const change = changeSince(checking, period)
  if (!change || change.quantity.value === null) return null
  if (compareValues(canonical(decimal(change.quantity.value).abs()), canonical(most)) <= 0) return null
  const words = (language: Language) => ({
    own: ownFigure(checking, language),
    base: figure(checking, { q: change.base, language }),
    moved: formatQuantity(change.quantity, { unit: change.unit, decimals: 1, language }),
    limit: formatQuantity(quantity(most), { unit: change.unit, language }),
    when: formatPeriod(period)[language],
  })
  const zh = words('zh')
  const en = words('en')
  return text(
    `${zh.own}，${zh.when}为 ${zh.base}，变动 ${zh.moved}，超过 ±${zh.limit}`,
    `${en.own}; ${en.when} was ${en.base}: a change of ${en.moved}, more than ±${en.limit}`,
  )
}

/** Cumulative reports are compared by their single periods: January after December is no fall. */
function changeSince({ plan, key, read }: Checking, period: PeriodId): Change | null {
  const planned = plan.indicators.get(key.indicator)
  if (!planned) return null
  const amount = (at: PeriodId) =>
    planned.indicator.accumulation === 'ytd'
      ? singlePeriod({ ...key, period: at }, read)
      : comparedAt(key, at, read)
  return changeOf(amount(key.period), { ...amount(period), period }, planned.measure)
}

function outlying(
  { periods, most }: { readonly periods: number; readonly most: string },
  checking: Checking,
): Text | null {
  const { value } = checking.quantity
  const found = value === null ? null : unusualness(value, historyOf(checking, periods))
  if (!found || compareValues(found.deviations, canonical(most)) <= 0) return null
  const usual = (language: Language) => figure(checking, { q: quantity(found.median), language })
  const far = formatQuantity(quantity(found.deviations), { decimals: 1, language: 'zh' })
  return text(
    `${ownFigure(checking, 'zh')}，与近期中位数 ${usual('zh')} 相差 ${far} 个稳健标准差，超过 ${most}`,
    `${ownFigure(checking, 'en')} is ${far} robust deviations from the recent median ${usual('en')}, more than ${most}`,
  )
}

function historyOf({ key, read }: Checking, periods: number): readonly string[] {
  const cells = Array.from({ length: periods }, (_, i) =>
    read.cell({ ...key, period: stepPeriod(key.period, -1 - i) }),
  )
  return cells.flatMap((cell: Cell | undefined) =>
    cell && cell.value !== null ? [quantityOf(cell).value ?? ''] : [],
  )
}

const nameOf = ({ plan, key }: Checking, language: Language): string =>
  plan.indicators.get(key.indicator)?.indicator.name[language] ?? key.indicator

const figure = (
  { plan, key }: Checking,
  shown: { readonly q: Quantity; readonly language: Language },
): string => shownFigure(plan, key.indicator, shown)

const ownFigure = (checking: Checking, language: Language): string =>
  `${nameOf(checking, language)} ${figure(checking, { q: checking.quantity, language })}`
