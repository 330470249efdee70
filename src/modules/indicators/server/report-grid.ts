import { sql } from 'kysely'
import type { Cell, CellKey } from '#engine/figures/cell'
import { yearOfPeriod, type PeriodId } from '#engine/period/period'
import { previousPeriod, sameLastYear } from '#engine/period/period-steps'
import { parseQuantity } from '#engine/quantity/parse-quantity'
import { decimal } from '#engine/quantity/decimal'
import { formatQuantity } from '#engine/quantity/format-quantity'
import type { Qualifier } from '#engine/quantity/quantity'
import { namedChange } from '#engine/records/named-change'
import { type Problem, shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import type { Changes } from '#platform/audit/events'
import { queries, type Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import { invalidInput } from '#platform/records/refusals'
import { type FigureReply, type GridLine, type GridReply, indicatorErrors, type LineInput } from '../contract'
import { checkReport, lineKey, type Reported } from './check-report'
import { withFigures } from './figure-loader'
import { figureReply, indicatorReply } from './figure-reply'
import type { FiguresPlan, PlanSource } from './figures-plan'
import type { IndicatorRow } from '../domain/indicator-of'
import { formOf, linesOf, type ReportRow } from './report-effects'

const refuse = errorsOf(indicatorErrors)

const openStates: readonly string[] = ['draft', 'returned', 'correcting']

export const isOpen = (row: ReportRow): boolean => openStates.includes(row.state)

/** Beside each line: last period, the same period last year, and the year's target. */
async function neighbours(tx: Transaction, plan: FiguresPlan, reported: Reported) {
  const period = reported.row.period as PeriodId
  const year = String(yearOfPeriod(period)) as PeriodId
  const at = (indicator: string): Record<'previous' | 'last_year' | 'target', CellKey> => {
    const key = lineKey(reported, indicator)
    return {
      previous: { ...key, period: previousPeriod(period) },
      last_year: { ...key, period: sameLastYear(period) },
      target: { ...key, period: year, nature: 'target' },
    }
  }
  return withFigures(tx, plan, (read) => {
    const reply = (key: CellKey): FigureReply | null => {
      const cell: Cell | undefined = read.cell(key)
      return cell ? figureReply(plan, key, { cell }) : null
    }
    return new Map(
      reported.form.indicators.map((code) => {
        const keys = at(code)
        return [
          code,
          { previous: reply(keys.previous), last_year: reply(keys.last_year), target: reply(keys.target) },
        ]
      }),
    )
  })
}

/** The month's grid: every indicator of the form, what is entered, what it is judged by, and what the rules find. */
export async function reportGrid(tx: Transaction, plans: PlanSource, row: ReportRow): Promise<GridReply> {
  const form = await formOf(tx, row)
  const reported: Reported = { row, form, lines: await linesOf(tx, row) }
  const plan = await plans(tx)
  const beside = await neighbours(tx, plan, reported)
  const entered = new Map(reported.lines.map((line) => [line.indicator, line]))
  const lines = form.indicators.flatMap((code): GridLine[] => {
    const known = plan.rows.get(code)
    if (!known) return []
    const line = entered.get(code)
    return [
      {
        indicator: indicatorReply(known),
        value: line?.value ?? null,
        qualifier: line?.qualifier ?? 'exact',
        explanation: line?.explanation ?? null,
        ...(beside.get(code) ?? { previous: null, last_year: null, target: null }),
      },
    ]
  })
  return {
    report: {
      id: row.id,
      version: row.version,
      state: row.state,
      unit_id: row.unit_id,
      period: row.period,
      nature: form.nature,
    },
    open: isOpen(row),
    lines,
    findings: await checkReport(tx, plans, reported),
  }
}

const problem = (input: LineInput, says: [string, string], mend: [string, string]): Problem => ({
  field: input.indicator,
  code: 'not_a_number',
  value: shown(input.value),
  says: text(...says),
  mend: text(...mend),
})

/** A line as it is kept; undefined: no explanation was sent. */
interface ReadLine {
  readonly indicator: string
  readonly value: string | null
  readonly qualifier: string
  readonly explanation: string | null | undefined
}

function readLine(
  input: LineInput,
  indicator: IndicatorRow | undefined,
): { readonly problem: Problem } | { readonly line: ReadLine } {
  if (!indicator)
    return {
      problem: problem(
        input,
        ['不在本报表中', 'is not in this report'],
        ['请删去该行', 'Leave the line out.'],
      ),
    }
  const parsed = parseQuantity(input.value ?? '', indicator.unit)
  if (!parsed.ok)
    return {
      problem: {
        ...problem(
          input,
          ['', ''],
          ['请填写数字，如 1234.5 或 50+', 'Write a number such as 1234.5 or 50+.'],
        ),
        says: parsed.error.message,
      },
    }
  const { value, qualifier } = parsed.value.quantity
  if (value !== null && decimal(value).decimalPlaces() > indicator.decimals)
    return {
      problem: problem(
        input,
        [`小数超过 ${indicator.decimals} 位`, `has more than ${indicator.decimals} decimals`],
        [`请保留 ${indicator.decimals} 位小数`, `Round it to ${indicator.decimals} decimals.`],
      ),
    }
  return {
    line: { indicator: indicator.code, value, qualifier, explanation: input.explanation?.slice(0, 1000) },
  }
}

/** Saves lines of an open report: all of them, or none with every problem named. Explanations not sent are kept. Says what changed. */
export async function saveLines(
  tx: Transaction,
  plans: PlanSource,
  given: { row: ReportRow; lines: readonly LineInput[] },
): Promise<Changes> {
  const { row } = given
  if (!isOpen(row)) throw refuse('report_not_open')
  const form = await formOf(tx, row)
  const { rows } = await plans(tx)
  const read = given.lines.map((input) =>
    readLine(input, form.indicators.includes(input.indicator) ? rows.get(input.indicator) : undefined),
  )
  const problems = read.flatMap((one) => ('problem' in one ? [one.problem] : []))
  if (problems.length > 0) throw invalidInput(problems)
  const lines = read.flatMap((one) => ('line' in one ? [one.line] : []))
  const before = new Map((await linesOf(tx, row)).map((line) => [line.indicator, line]))
  await Promise.all(lines.map((line) => saveLine(tx, row, line)))
  return lineChanges(lines, before)
}

/** A line in one piece, as the history of its report tells it; nothing where nothing is entered. */
function lineWords(line: ReadLine | undefined): string | null {
  if (!line || (line.value === null && !line.explanation)) return null
  const figure = formatQuantity(
    { value: line.value, qualifier: line.qualifier as Qualifier },
    { language: 'zh' },
  )
  return line.explanation ? `${figure}（${line.explanation}）` : figure
}

/** Each line that becomes another, before and after. An explanation that was not sent stays. */
function lineChanges(lines: readonly ReadLine[], before: ReadonlyMap<string, ReadLine>): Changes {
  const pairs = lines.map((line) => {
    const was = before.get(line.indicator)
    const explanation = line.explanation === undefined ? was?.explanation : line.explanation
    return [line.indicator, [lineWords(was), lineWords({ ...line, explanation })]] as const
  })
  return Object.fromEntries(
    pairs
      .filter(([, [from, to]]) => from !== to)
      .map(([indicator, pair]) => [namedChange('indicator', indicator), pair]),
  )
}

async function saveLine(tx: Transaction, row: ReportRow, line: ReadLine): Promise<void> {
  const { explanation, ...content } = line
  const written = {
    ...content,
    ...(explanation !== undefined && { explanation }),
    updated_by: tx.actor.person,
  }
  await tx.run(
    queries()
      .insertInto('report_line')
      .values({ zone_id: row.zone_id, report: row.id, unit_id: row.unit_id, ...written })
      .onConflict((conflict) =>
        conflict
          .columns(['zone_id', 'report', 'indicator'])
          .doUpdateSet({ ...written, updated_at: sql`now()` }),
      ),
  )
}
