import type { CellKey } from '#engine/figures/cell'
import { checkFigures } from '#engine/figures/check-figures'
import type { CheckKind, CheckRule, Proposal } from '#engine/figures/check-rule'
import type { PeriodId } from '#engine/period/period'
import type { Qualifier } from '#engine/quantity/quantity'
import type { RowOf } from '#engine/records/record'
import { queries, type Transaction } from '#platform/database/database'
import type { FindingReply } from '../contract'
import type { validationRule } from '../records/validation-rule'
import { withFigures } from './figure-loader'
import type { PlanSource } from './figures-plan'
import type { FormRow, LineRow, ReportRow } from './report-effects'

type RuleRow = RowOf<typeof validationRule>

/** Figures looked back on for an outlier, and robust deviations allowed, where the rule does not say (3.5 is usual). */
const outlierPeriods = 24
const outlierMost = '3.5'

const between = (row: RuleRow): CheckKind => ({
  kind: 'range',
  ...(row.minimum !== null && { least: row.minimum }),
  ...(row.maximum !== null && { most: row.maximum }),
})

const balance = (row: RuleRow): CheckKind => ({
  kind: 'balance',
  left: row.left_side ?? '',
  comparator: row.operator ?? '=',
  right: row.right_side ?? '',
  ...(row.tolerance !== null && { tolerance: row.tolerance }),
})

function checkOf(row: RuleRow): CheckKind {
  switch (row.kind) {
    case 'required':
      return { kind: 'required' }
    case 'range':
      return between(row)
    case 'jump_prev':
    case 'jump_yoy':
      return { kind: row.kind, most: row.percent ?? '100' }
    case 'balance':
      return balance(row)
    case 'outlier':
      return { kind: 'outlier', periods: outlierPeriods, most: row.maximum ?? outlierMost }
  }
}

/** A rule without an indicator is about every figure of the form. */
function rulesFor(rows: readonly RuleRow[], form: FormRow): CheckRule[] {
  return rows.flatMap((row) => {
    const codes = row.indicator ? [row.indicator] : form.indicators
    return codes.map((indicator) => ({
      id: row.id,
      indicator,
      severity: row.severity,
      check: checkOf(row),
      ...(row.explanation !== null && { needsExplanation: row.explanation }),
    }))
  })
}

export interface Reported {
  readonly row: ReportRow
  readonly form: FormRow
  readonly lines: readonly LineRow[]
}

export const lineKey = ({ row, form }: Pick<Reported, 'row' | 'form'>, indicator: string): CellKey => ({
  unit: row.unit_id,
  indicator,
  period: row.period as PeriodId,
  nature: form.nature,
})

/** What the rules find in a report as it stands; a warning that has been explained asks for nothing more. */
export async function checkReport(
  tx: Transaction,
  plans: PlanSource,
  reported: Reported,
): Promise<FindingReply[]> {
  const rows = (await tx.all(queries().selectFrom('validation_rule').selectAll())) as RuleRow[]
  const rules = rulesFor(
    rows.filter((row) => row.off !== true),
    reported.form,
  )
  const lines = new Map(reported.lines.map((line) => [line.indicator, line]))
  const proposals = reported.form.indicators.map((indicator): Proposal => {
    const line = lines.get(indicator)
    return {
      key: lineKey(reported, indicator),
      quantity: { value: line?.value ?? null, qualifier: (line?.qualifier ?? 'exact') as Qualifier },
    }
  })
  const figures = await plans(tx)
  const findings = await withFigures(tx, figures, (read) =>
    checkFigures(rules, proposals, { plan: figures.plan, read }),
  )
  return findings.map((finding) => ({
    indicator: finding.key.indicator,
    severity: finding.severity,
    says: finding.sentence,
    needs_explanation: finding.needsExplanation && !lines.get(finding.key.indicator)?.explanation,
  }))
}
