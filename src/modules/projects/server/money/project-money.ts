import type { PeriodId } from '#engine/period/period'
import { sum, type PartialQuantity } from '#engine/quantity/arithmetic'
import { quantity } from '#engine/quantity/quantity'
import type { RowOf } from '#engine/records/record'
import { queries, type Transaction } from '#platform/database/database'
import { getRow } from '#platform/records/rows'
import type { AmountReply, MoneyMonthReply, MoneyReply } from '../../money-contract'
import { type MoneyMonth, moneyStanding, type MonthStanding } from '../../domain/money'
import type { ProjectRow } from '../../domain/plan-of'
import { project } from '../../records/project'
import type { projectFund } from '../../records/project-fund'
import type { projectMonth } from '../../records/project-month'
import type { projectYear } from '../../records/project-year'

type FundRow = RowOf<typeof projectFund>
type MonthRow = RowOf<typeof projectMonth>
type YearRow = RowOf<typeof projectYear>

/** Parts of a month's funds: by origin, then by use. */
export const fundParts = [
  'funds_other_province',
  'funds_other_city',
  'funds_abroad',
  'funds_for_works',
  'funds_for_equipment',
] as const

const partsOf = <Row>(tx: Transaction, table: string, { zone_id, id }: ProjectRow): Promise<Row[]> =>
  tx.all<Row>(
    queries().selectFrom(table).selectAll().where('zone_id', '=', zone_id).where('project', '=', id) as never,
  )

const monthOf = (row: MonthRow): MoneyMonth => ({
  month: row.month,
  accepted: row.state === 'accepted',
  planned: row.planned,
  invested: row.invested,
  funds: row.funds,
  parts: Object.fromEntries(fundParts.map((name) => [name, row[name]])),
})

const amountReply = ({ quantity: { value, qualifier }, coverage }: PartialQuantity): AmountReply => ({
  value,
  qualifier,
  coverage,
})

const monthReply = (one: MonthStanding): MoneyMonthReply => ({
  month: one.month,
  planned: one.planned.value,
  invested: one.invested.value,
  pending: one.pending.value,
  to_date: one.toDate.value,
  completion: one.completion.value,
  expected: one.expected.value,
  ahead: one.ahead.value,
})

const sourcesOf = (funds: readonly FundRow[]) => ({
  sources: funds.map(({ id, kind, planned, arrived, arrived_by }) => ({
    id,
    kind,
    planned,
    arrived,
    arrived_by,
  })),
  sources_planned: amountReply(sum(funds.map(({ planned }) => quantity(planned)))),
})

/** A year of a project's money, as the actor may see it. */
export async function projectMoney(
  tx: Transaction,
  { id, year }: { readonly id: string; readonly year: PeriodId },
): Promise<MoneyReply> {
  const whole = (await getRow(tx, project, { id })) as unknown as ProjectRow
  const months = await partsOf<MonthRow>(tx, 'project_month', whole)
  const years = await partsOf<YearRow>(tx, 'project_year', whole)
  const funds = await partsOf<FundRow>(tx, 'project_fund', whole)
  const listed = years.find((row) => row.year === year)
  const { annual_plan, funds_plan } = { annual_plan: null, funds_plan: null, ...listed }
  const standing = moneyStanding({
    year,
    rows: months.map(monthOf),
    annualPlan: annual_plan,
    investment: whole.investment,
  })
  const told = [year, ...years.map((row) => row.year), ...months.map(({ month }) => month.slice(0, 4))]
  return {
    project: id,
    year,
    years: [...new Set(told)].toSorted().toReversed(),
    investment: whole.investment,
    investment_qualifier: whole.investment_qualifier ?? 'exact',
    excludes_working_capital: whole.excludes_working_capital,
    annual_plan,
    funds_plan,
    through: standing.through ?? null,
    months: standing.months.map(monthReply),
    invested: amountReply(standing.year),
    invested_ever: amountReply(standing.everything),
    share: standing.share.value,
    funds: amountReply(standing.funds),
    parts: Object.fromEntries(
      Object.entries(standing.parts).map(([name, part]) => [name, amountReply(part)]),
    ),
    ...sourcesOf(funds),
  }
}
