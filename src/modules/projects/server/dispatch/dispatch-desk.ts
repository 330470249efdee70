import type { PeriodId } from '#engine/period/period'
import { may } from '#engine/records/rights'
import type { Transaction } from '#platform/database/database'
import { beijingToday, instantNow } from '#platform/records/beijing-now'
import { replyRow } from '#platform/records/reply'
import type { StoredRow } from '#platform/records/rows'
import type { DeskReply, DeskRow, LetterDue } from '../../dispatch-contract'
import type {
  BlockerRow,
  LetterRow,
  ListedRow,
  MonthRow,
  MonthTold,
} from '../../domain/dispatch/dispatch-rows'
import { standingOf } from '../../domain/dispatch/dispatch-report'
import { isDue } from '../../domain/dispatch/month-due'
import { letterDue } from '../../domain/dispatch/letter-step'
import { dispatch } from '../../records/dispatch'
import { projectMonth } from '../../records/project-month'
import { type DispatchRow, headOf, likelyMonth, zoneMonths } from './dispatch-head'
import type { Standing } from './dispatch-query'
import { blockersOf, lettersOf, listedProjects, monthReports, returnReasons } from './dispatch-reading'
import { asKept, type NameOf, namesOf } from './person-names'
import { isKept, keptGround } from './report-ground'

interface DeskRows {
  /** Money as a closed month says it, by project; of an open month the reports say it. */
  readonly told: ReadonlyMap<string, MonthTold> | undefined
  readonly reports: ReadonlyMap<string, MonthRow>
  readonly reasons: ReadonlyMap<string, string | null>
  readonly personName: NameOf
}

interface AskedMonth {
  readonly month: PeriodId
  readonly opened: DispatchRow | undefined
}

/** What the row says of its report; nothing where there is none. */
function reportPart(actor: Standing['actor'], report: MonthRow | undefined, { reasons, told }: DeskRows) {
  if (!report)
    return { report: null, version: 0, may: [], invested: null, progress: null, returned_reason: null }
  const { id, version, progress, state } = report
  const { invested } = (state === 'accepted' && told?.get(report.project)) || report
  return {
    report: id,
    version,
    may: replyRow(actor, projectMonth, { ...report } as unknown as StoredRow).may,
    invested,
    progress,
    returned_reason: state === 'returned' ? (reasons.get(id) ?? null) : null,
  }
}

function deskRow(row: ListedRow, { actor }: Standing, given: DeskRows & { month: PeriodId }): DeskRow[] {
  const report = given.reports.get(row.id)
  const standing = standingOf(row, report, given.month)
  // Who need not report and has been accepted all the same is nobody's work.
  if (standing === null || (standing === 'accepted' && !isDue(row, given.month))) return []
  return [
    {
      project: row.id,
      name: row.name_zh,
      unit: row.unit_id,
      sample: row.sample,
      officer: given.personName(row.officer),
      leader: given.personName(row.leader),
      standing,
      ...reportPart(actor, report, given),
    },
  ]
}

/** Who was on the list and what they were called: of a closed month as it was kept, else as it is. */
async function listedIn(tx: Transaction, standing: Standing, { month, opened }: AskedMonth) {
  const kept = isKept(opened) ? await keptGround(tx, standing, opened) : undefined
  const listed = kept?.listed ?? (await listedProjects(tx, standing, month))
  const people = listed.flatMap(({ officer, leader }) => [officer, leader])
  const personName = asKept(kept?.names.person ?? {}, await namesOf(tx, 'person', people))
  const of = kept?.months.filter((row) => row.month === month)
  return { listed, personName, told: of && new Map(of.map((row) => [row.project, row])) }
}

async function deskRows(tx: Transaction, standing: Standing, asked: AskedMonth): Promise<DeskRow[]> {
  const { month } = asked
  const { listed, personName, told } = await listedIn(tx, standing, asked)
  const reports = new Map(
    (await monthReports(tx, standing, month))
      .filter((row) => row.month === month)
      .map((row) => [row.project, row]),
  )
  const returned = [...reports.values()].filter(({ state }) => state === 'returned').map(({ id }) => id)
  const reasons = await returnReasons(tx, standing.zone, returned)
  return listed
    .flatMap((row) => deskRow(row, standing, { month, reports, reasons, personName, told }))
    .sort(
      (a, b) =>
        standing.units.indexOf(a.unit) - standing.units.indexOf(b.unit) || a.name.localeCompare(b.name, 'zh'),
    )
}

function dueLetter(
  row: BlockerRow,
  letters: readonly LetterRow[],
  named: { readonly personName: NameOf; readonly organName: NameOf },
): LetterDue[] {
  const due = letterDue(
    row,
    letters.filter(({ blocker }) => blocker === row.id),
    instantNow(),
  )
  if (!due) return []
  return [
    {
      blocker: row.id,
      subject: row.subject,
      project: row.project,
      project_name: row.project_name,
      unit: row.unit_id,
      sample: row.sample,
      organ: named.organName(row.organ),
      handler: named.personName(row.handler),
      due_at: row.due_at,
      ...due,
    },
  ]
}

/** Blockers whose limit calls for a letter that has not been issued, the latest first. */
export async function lettersDue(tx: Transaction, standing: Standing): Promise<LetterDue[]> {
  const blockers = (await blockersOf(tx, standing)).filter(({ state }) => state === 'assigned')
  if (blockers.length === 0) return []
  const letters = await lettersOf(tx, standing)
  const named = {
    personName: await namesOf(
      tx,
      'person',
      blockers.map(({ handler }) => handler),
    ),
    organName: await namesOf(
      tx,
      'organ',
      blockers.map(({ organ }) => organ),
    ),
  }
  return blockers
    .flatMap((row) => dueLetter(row, letters, named))
    .sort((a, b) => String(a.due_at).localeCompare(String(b.due_at)))
}

/** The desk of a unit's month: who has reported, who has not, and which letters are due. */
export async function readDesk(
  tx: Transaction,
  standing: Standing,
  asked: PeriodId | undefined,
): Promise<DeskReply> {
  const { actor, unit, zone } = standing
  const months = await zoneMonths(tx, zone)
  const month = asked ?? likelyMonth(months)
  const opened = months.find((row) => row.month === month)
  const headNames = await namesOf(tx, 'person', [opened?.closed_by ?? null, opened?.reopened_by ?? null])
  return {
    unit,
    zone,
    month,
    months: months.map(({ month: id, state }) => ({ month: id, state })),
    dispatch: opened ? headOf(actor, opened, headNames) : null,
    may_open: may(actor, dispatch, { verb: 'create', row: { unit_id: zone } }),
    may_report: may(actor, projectMonth, { verb: 'create', row: { unit_id: unit } }),
    rows: await deskRows(tx, standing, { month, opened }),
    letters_due: await lettersDue(tx, standing),
    today: beijingToday(),
  }
}
