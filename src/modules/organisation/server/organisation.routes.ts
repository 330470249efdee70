import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Problem, shown } from '#engine/records/problem'
import { text, type Text } from '#engine/result/result'
import type { Mode, Transaction } from '#platform/database/database'
import { kernelError } from '#platform/errors/app-error'
import { objectBody, signedIn } from '#platform/http/request'
import { beijingToday } from '#platform/records/beijing-now'
import type { Kernel } from '#platform/records/kernel'
import { invalidInput } from '#platform/records/refusals'
import type { NoticeOrder, OrderReply, Placed } from '../contract'
import type { Recompute } from './calendar-changes'
import { calendarOf, takeNotice } from './calendar-notice'
import { orderOrgans, orderUnits } from './order-children'
import { organisationTree } from './organisation-tree'
import type { Units } from './unit-tree'

interface Parts {
  readonly units: Units
  /** Moves due dates after the calendar of a year has changed; main knows which modules have any. */
  readonly recompute?: Recompute
}

/** Longest notice: the State Council's have a thousand characters, a year of CSV lines three thousand. */
const longestNotice = 50_000

const problem = (field: string, value: unknown, [says, mend]: readonly [Text, Text]): Problem => ({
  field,
  code: 'rule',
  value: shown(value ?? ''),
  says,
  mend,
})

const unitWords = [text('应为编码', 'must be a code'), text('请给出编码', 'Give the code.')] as const
const childrenWords = [
  text('应为编号与版本的列表，各不相同', 'must be a list of ids and versions, each once'),
  text('请发送 [{id, version}]，至多 1000 个', 'Send [{id, version}], at most 1000.'),
] as const
const yearWords = [
  text('应为 2000 至 2100 之间的年份', 'must be a year from 2000 to 2100'),
  text('请写成 2027', 'Write it like 2027.'),
] as const
const noticeWords = [
  text('应为不超过五万字的文本', 'must be text of at most 50,000 characters'),
  text('请粘贴通知全文或 CSV', 'Paste the whole notice, or CSV.'),
] as const

function given(...problems: readonly (Problem | false)[]): void {
  const found = problems.filter((one) => one !== false)
  if (found.length > 0) throw invalidInput(found)
}

const isCode = (value: unknown): value is string => typeof value === 'string' && value.length > 0

function isPlacedList(value: unknown): value is Placed[] {
  const isPlaced = (one: { id?: unknown; version?: unknown } | null) =>
    isCode(one?.id) && Number.isInteger(one?.version)
  if (!Array.isArray(value) || value.length > 1000 || !value.every(isPlaced)) return false
  return new Set((value as Placed[]).map((one) => one.id)).size === value.length
}

function orderIn(body: Record<string, unknown>) {
  const { unit, children, parent = null } = body
  given(
    !isCode(unit) && problem('unit', unit, unitWords),
    parent !== null && !isCode(parent) && problem('parent', parent, unitWords),
    !isPlacedList(children) && problem('children', children, childrenWords),
  )
  return { unit, children, parent } as { unit: string; children: Placed[]; parent: string | null }
}

const isYear = (year: unknown): boolean =>
  Number.isInteger(year) && Number(year) >= 2000 && Number(year) <= 2100

function noticeIn(body: Record<string, unknown>): NoticeOrder {
  const { year, text: notice, dry_run } = body
  const readable = typeof notice === 'string' && notice.trim() !== '' && notice.length <= longestNotice
  given(!isYear(year) && problem('year', year, yearWords), !readable && problem('text', notice, noticeWords))
  // Whoever does not say that it is to be written gets the dry run.
  return { year: Number(year), text: String(notice), dry_run: dry_run !== false }
}

const rootOf = (units: Units): string => {
  const root = units.tree().inOrder[0]
  if (!root) throw kernelError('not_found')
  return root.code
}

function registerOrderRoutes(app: FastifyInstance, kernel: Kernel): void {
  const arranged = async (request: FastifyRequest, work: (tx: Transaction) => Promise<number>) => {
    const changed = await kernel.database.transaction(signedIn(request), 'write', work)
    return { changed } satisfies OrderReply
  }
  app.post('/api/organisation/order', (request) => {
    const order = orderIn(objectBody(request))
    return arranged(request, (tx) => orderUnits(tx, kernel, order))
  })
  app.post('/api/organisation/organ-order', (request) => {
    const order = orderIn(objectBody(request))
    return arranged(request, (tx) => orderOrgans(tx, kernel, order))
  })
}

function registerCalendarRoutes(app: FastifyInstance, kernel: Kernel, { units, recompute }: Parts): void {
  const run = <T>(request: FastifyRequest, mode: Mode, work: (tx: Transaction) => Promise<T>) =>
    kernel.database.transaction(signedIn(request), mode, work)
  app.get('/api/calendar', (request) => {
    const asked = (request.query as { year?: string }).year ?? beijingToday().slice(0, 4)
    const year = /^\d{4}$/.test(asked) ? Number(asked) : undefined
    given(!isYear(year) && problem('year', asked, yearWords))
    return run(request, 'read', (tx) => calendarOf(tx, { year: Number(year), root: rootOf(units) }))
  })
  app.post('/api/calendar/notice', (request) => {
    const order = noticeIn(objectBody(request))
    const parts = { root: rootOf(units), recompute }
    return run(request, order.dry_run ? 'read' : 'write', (tx) => takeNotice(tx, kernel, { order, parts }))
  })
}

/** The tree as it is arranged, posts handed over, the working calendar. */
export function registerOrganisationRoutes(app: FastifyInstance, kernel: Kernel, parts: Parts): void {
  app.get('/api/organisation', (request) =>
    kernel.database.transaction(signedIn(request), 'read', (tx) => organisationTree(tx, beijingToday())),
  )
  registerOrderRoutes(app, kernel)
  registerCalendarRoutes(app, kernel, parts)
}
