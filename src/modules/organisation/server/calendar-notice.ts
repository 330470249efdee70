import { parseCalendarText } from '#engine/calendar/parse-calendar-csv'
import { shown } from '#engine/records/problem'
import { may } from '#engine/records/rights'
import { text } from '#engine/result/result'
import { queries, type Transaction } from '#platform/database/database'
import { errorsOf, kernelError } from '#platform/errors/app-error'
import type { Kernel } from '#platform/records/kernel'
import { createRow, removeRow, updateRow } from '#platform/records/write-row'
import {
  type CalendarDay,
  type CalendarReply,
  type NoticeOrder,
  type NoticeReply,
  organisationErrors,
} from '../contract'
import { calendarDay } from '../records/calendar-day'
import { changeTogether, type Recompute } from './calendar-changes'
import { loadCalendar } from './work-calendar'
import { calendarDifference, type CalendarDifference, coveredYears } from './calendar-notice-diff'

const refuse = errorsOf(organisationErrors)

interface StoredDay extends CalendarDay {
  readonly id: string
  readonly version: number
}

async function storedDays(tx: Transaction): Promise<StoredDay[]> {
  const rows = (await tx.all(
    queries().selectFrom('calendar_day').select(['id', 'version', 'date', 'kind', 'name_zh']).orderBy('date'),
  )) as { id: string; version: number; date: string; kind: CalendarDay['kind']; name_zh: string }[]
  return rows.map(({ name_zh, ...row }) => ({ ...row, name: name_zh }))
}

const bare = ({ date, kind, name }: CalendarDay): CalendarDay => ({ date, kind, name })

/** Whether the actor keeps the calendar: its days lie in the topmost unit, being the same for all. */
const keepsCalendar = (tx: Transaction, root: string): boolean =>
  'kernel' in tx.actor || may(tx.actor, calendarDay, { verb: 'create', row: { unit_id: root } })

/** One year of the working calendar, and the years whose notice has been entered. */
export async function calendarOf(
  tx: Transaction,
  given: { year: number; root: string },
): Promise<CalendarReply> {
  const days = await storedDays(tx)
  return {
    year: given.year,
    days: days.filter((day) => day.date.startsWith(`${given.year}-`)).map(bare),
    covered: coveredYears(days),
    editable: keepsCalendar(tx, given.root),
  }
}

interface Writing {
  readonly stored: ReadonlyMap<string, StoredDay>
  readonly difference: CalendarDifference
  readonly root: string
}

async function writeDays(tx: Transaction, kernel: Kernel, given: Writing): Promise<void> {
  const { difference, root } = given
  const record = calendarDay
  const seen = (date: string) => {
    const day = given.stored.get(date)
    if (!day) throw kernelError('not_found')
    return { record, id: day.id, version: day.version }
  }
  for (const { date } of difference.removed) await removeRow(tx, kernel, seen(date))
  for (const { after } of difference.changed)
    await updateRow(tx, kernel, { ...seen(after.date), input: { kind: after.kind, name_zh: after.name } })
  for (const { date, kind, name } of difference.added)
    await createRow(tx, kernel, { record, input: { unit_id: root, date, kind, name_zh: name } })
}

export interface NoticeParts {
  /** The topmost unit, in which calendar days lie. */
  readonly root: string
  readonly recompute?: Recompute | undefined
}

function noticeProblems(problems: NoticeReply['problems']) {
  return problems.map((problem) => ({
    field: 'text',
    code: 'rule' as const,
    value: shown(problem.written),
    says:
      problem.line === 0
        ? problem.says
        : text(`第 ${problem.line} 行：${problem.says.zh}`, `Line ${problem.line}: ${problem.says.en}`),
    mend: text('请对照通知原文更正', 'Correct it against the notice itself.'),
  }))
}

/**
 * Reads a year's notice and says what it changes; writes it, all days or none, unless it is a dry run. A notice with
 * any line unread is never written: half a calendar counts wrong days and nobody would notice.
 */
export async function takeNotice(
  tx: Transaction,
  kernel: Kernel,
  given: { order: NoticeOrder; parts: NoticeParts },
): Promise<NoticeReply> {
  const { order, parts } = given
  if (!keepsCalendar(tx, parts.root)) throw kernelError('forbidden')
  const parsed = parseCalendarText(order.text, order.year)
  const problems = parsed.problems.map(({ line, written, message }) => ({ line, written, says: message }))
  const days = await storedDays(tx)
  const difference = calendarDifference(days.map(bare), parsed.rows, order.year)
  const reply = { dry_run: order.dry_run, year: order.year, ...difference, problems, moved: null }
  if (order.dry_run) return reply
  if (problems.length > 0) throw refuse('notice_unreadable', { problems: noticeProblems(problems) })
  const stored = new Map(days.map((day) => [day.date, day]))
  await changeTogether(tx, () => writeDays(tx, kernel, { stored, difference, root: parts.root }))
  const calendar = await loadCalendar(tx)
  return { ...reply, moved: (await parts.recompute?.(tx, { year: order.year, calendar })) ?? null }
}
