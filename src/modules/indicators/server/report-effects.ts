import { type RowOf } from '#engine/records/record'
import type { PeriodId } from '#engine/period/period'
import { compareValues } from '#engine/quantity/arithmetic'
import type { Qualifier } from '#engine/quantity/quantity'
import { text } from '#engine/result/result'
import { sql } from 'kysely'
import { queries, type Transaction } from '#platform/database/database'
import { errorsOf } from '#platform/errors/app-error'
import { invalidInput } from '#platform/records/refusals'
import type { Deed, Effect } from '#platform/records/effects'
import type { Places } from '#platform/records/kernel'
import { newId } from '#platform/records/new-id'
import { indicatorErrors } from '../contract'
import type { report } from '../records/report'
import type { reportingForm } from '../records/reporting-form'
import { appendObservations, type NewObservation } from './append-observations'
import { dueOn } from './due-on'
import type { PlanSource } from './figures-plan'
import { recomputeCells } from './keep-cells'
import { checkReport, lineKey } from './check-report'

export type ReportRow = RowOf<typeof report>
export type FormRow = RowOf<typeof reportingForm>

const refuse = errorsOf(indicatorErrors)

interface Parts {
  readonly plans: PlanSource
  readonly places: () => Places
}

export interface LineRow {
  readonly indicator: string
  readonly value: string | null
  readonly qualifier: string
  readonly explanation: string | null
}

/** The report's form; it was checked when the report was created. */
export async function formOf(tx: Transaction, row: Pick<ReportRow, 'form'>): Promise<FormRow> {
  const form = await tx.first(queries().selectFrom('reporting_form').selectAll().where('id', '=', row.form))
  if (!form) throw refuse('unknown_figure')
  return form as FormRow
}

/**
 * What is entered in a report. Where it has no line of an indicator that was published of it (brought in with its figures
 * from elsewhere), the line is what was published last: a correction begins with that, not with nothing.
 */
export async function linesOf(
  tx: Transaction,
  row: Pick<ReportRow, 'id' | 'zone_id' | 'unit_id' | 'period'>,
): Promise<LineRow[]> {
  const lines = (await tx.all(
    queries()
      .selectFrom('report_line')
      .select(['indicator', 'value', 'qualifier', 'explanation'])
      .where('report', '=', row.id),
  )) as LineRow[]
  const published = (await tx.all(
    queries()
      .selectFrom('observation')
      .distinctOn('indicator')
      .select(['indicator', 'value', 'qualifier', 'note as explanation'])
      .where('zone_id', '=', row.zone_id)
      .where('unit_id', '=', row.unit_id)
      .where('period', '=', row.period)
      .where('report', '=', row.id)
      .orderBy('indicator')
      .orderBy('revision', 'desc'),
  )) as LineRow[]
  const entered = new Set(lines.map(({ indicator }) => indicator))
  return [...lines, ...published.filter(({ indicator }) => !entered.has(indicator))]
}

async function titled(tx: Transaction, row: ReportRow) {
  const form = await formOf(tx, row)
  const grain = {
    month: /^\d{4}-\d{2}$/,
    quarter: /^\d{4}-Q\d$/,
    half_year: /^\d{4}-H\d$/,
    year: /^\d{4}$/,
    date: /^\d{4}-\d{2}-\d{2}$/,
  }
  if (!grain[form.frequency].test(row.period))
    throw invalidInput([
      {
        field: 'period',
        code: 'not_a_period',
        value: row.period,
        says: text('期间与填报表的频度不符', 'does not fit the form’s frequency'),
        mend: text(
          '月报写 2026-03，季报写 2026-Q1，年报写 2026',
          'Monthly 2026-03, quarterly 2026-Q1, yearly 2026.',
        ),
      },
    ])
  return {
    title: `${form.name_zh} ${row.period}`,
    due_on: await dueOn(tx, row.period as PeriodId, form.due_workday),
  }
}

/** A park's report cannot be moved back once its zone has published the same form and period. */
async function assertNotLockedAbove(tx: Transaction, row: ReportRow): Promise<void> {
  const above = await tx.asKernel.first<{ id: string }>(
    sql`SELECT report.id FROM report JOIN unit ON unit.id = ${row.unit_id}
        WHERE report.unit_id = unit.parent AND report.form = ${row.form} AND report.period = ${row.period} AND report.state = 'published'`,
  )
  if (above) throw refuse('locked_above')
}

async function assertSound(tx: Transaction, parts: Parts, row: ReportRow): Promise<void> {
  const findings = await checkReport(tx, parts.plans, {
    row,
    form: await formOf(tx, row),
    lines: await linesOf(tx, row),
  })
  const open = findings.filter((finding) => finding.severity === 'error' || finding.needs_explanation)
  if (open.length > 0)
    throw refuse('report_incomplete', {
      problems: open.map((finding) => ({
        field: finding.indicator,
        code: 'rule',
        value: '',
        says: finding.says,
        mend:
          finding.severity === 'error' ? text('请更正', 'Correct it.') : text('请填写说明', 'Explain it.'),
      })),
    })
}

interface LastRevision {
  readonly indicator: string
  readonly revision: number
  readonly value: string | null
  readonly qualifier: string
}

async function lastRevisions(
  tx: Transaction,
  row: ReportRow,
  form: FormRow,
): Promise<Map<string, LastRevision>> {
  const rows =
    await tx.all<LastRevision>(sql`SELECT DISTINCT ON (indicator) indicator, revision, value, qualifier
    FROM observation WHERE zone_id = ${row.zone_id} AND unit_id = ${row.unit_id} AND period = ${row.period} AND nature = ${form.nature}
      AND indicator = ANY (${form.indicators}::text[]) ORDER BY indicator, revision DESC`)
  return new Map(rows.map((one) => [one.indicator, one]))
}

/** What has never been published and is unknown still, or was published just so, needs no revision. */
function isNews(line: LineRow, last: LastRevision | undefined): boolean {
  if (!last) return line.value !== null
  if (line.value === null || last.value === null) return line.value !== last.value
  return compareValues(line.value, last.value) !== 0 || line.qualifier !== last.qualifier
}

/** Turns the report's lines into revisions: only what is new or changed becomes one. */
async function publishLines(tx: Transaction, parts: Parts, row: ReportRow): Promise<void> {
  const form = await formOf(tx, row)
  const lines = await linesOf(tx, row)
  const { plan } = await parts.plans(tx)
  const last = await lastRevisions(tx.asKernel, row, form)
  const news = lines.filter((line) => isNews(line, last.get(line.indicator)))
  if (news.length === 0) return
  const next = (line: LineRow) => (last.get(line.indicator)?.revision ?? 0) + 1
  const rows = news.map((line) => revision(row, form, { line, revision: next(line) }))
  await appendObservations(tx.asKernel, rows)
  const keys = news.map((line) => lineKey({ row, form }, line.indicator))
  await recomputeCells(tx.asKernel, { plan, places: parts.places(), keys })
}

function revision(row: ReportRow, form: FormRow, given: { line: LineRow; revision: number }): NewObservation {
  const { line } = given
  return {
    zone_id: row.zone_id,
    id: newId(),
    unit_id: row.unit_id,
    indicator: line.indicator,
    period: row.period,
    nature: form.nature,
    revision: given.revision,
    value: line.value,
    qualifier: line.qualifier as Qualifier,
    origin: 'reported',
    note: line.explanation,
    report: row.id,
    reported_by: row.submitted_by,
    reported_at: row.submitted_at,
    verified_by: row.verified_by,
    verified_at: row.verified_at,
    published_by: row.published_by ?? row.updated_by,
    published_at: row.published_at ?? row.updated_at,
    sample: row.sample,
  }
}

/** Who did what and when is stamped by the deed itself; nobody types it in. */
const stamps: Readonly<Record<string, string>> = {
  submit: 'submitted',
  verify: 'verified',
  publish: 'published',
}

/** The report's own rules: due day, checks at submission, the lock from above, and publication. */
export function reportEffects(parts: Parts): Effect {
  return {
    async before(tx: Transaction, deed: Deed) {
      const row = deed.row as unknown as ReportRow
      if (deed.name === 'create') return titled(tx, row)
      if (deed.name === 'withdraw' || deed.name === 'correct') await assertNotLockedAbove(tx, row)
      if (deed.name === 'submit') await assertSound(tx, parts, row)
      const stamp = stamps[deed.name]
      return stamp ? { [`${stamp}_at`]: row.updated_at, [`${stamp}_by`]: tx.actor.person } : undefined
    },
    async after(tx: Transaction, deed: Deed) {
      if (deed.name === 'publish') await publishLines(tx, parts, deed.row as unknown as ReportRow)
    },
  }
}
