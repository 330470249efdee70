import type { FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { ListQuery } from '#engine/records/list-query'
import { grouped } from '#engine/result/grouped'
import type { Transaction } from '#platform/database/database'
import { askedList } from '#platform/records/asked-list'
import type { Kernel } from '#platform/records/kernel'
import { listRows } from '#platform/records/list-rows'
import type { StoredRow } from '#platform/records/rows'
import type { ProjectCardReply, ProjectCardsReply } from '../../portfolio-contract'
import { project } from '../../records/project'
import { type Page, pageOf, portfolioOf } from './portfolio'

/** Cards that are turned over one by one: more of them are found by the filter. */
const most = 60

/** The projects that one leads oneself, then the others, in the order of the list. */
async function ownFirst(
  tx: Transaction,
  kernel: Kernel,
  list: ListQuery,
): Promise<{ rows: StoredRow[]; own: number }> {
  const { person } = tx.actor
  const part = (op: 'eq' | 'ne', size: number) => {
    const filters = [...list.filters, { field: 'leader', op, values: [person] }]
    return listRows(tx, project, { list: { ...list, filters, page: 1, size }, places: kernel.places() })
  }
  const own = await part('eq', most)
  const others = own.length < most ? await part('ne', most - own.length) : []
  return { rows: [...own, ...others], own: own.length }
}

type Month = NonNullable<ProjectCardReply['month']>
type By<R> = R & { readonly project: string }

const inPage = ({ zones, ids }: Page) =>
  sql`zone_id = ANY (${zones}::text[]) AND project = ANY (${ids}::text[])`

async function cardParts(tx: Transaction, page: Page, year: string) {
  const months = await tx.all<By<Month>>(
    sql`SELECT DISTINCT ON (project) project, id, month, state, invested, progress FROM project_month
      WHERE ${inPage(page)} ORDER BY project, month DESC`,
  )
  const money = await tx.all<By<{ invested: string | null; through: string | null }>>(
    sql`SELECT project, trim_scale(sum(invested)) AS invested, max(month) AS through FROM project_month
      WHERE ${inPage(page)} AND month LIKE ${`${year}-%`} AND state = 'accepted' GROUP BY project`,
  )
  const plans = await tx.all<By<{ planned: string | null }>>(
    sql`SELECT project, annual_plan AS planned FROM project_year
      WHERE ${inPage(page)} AND year = ${year} AND counted IS TRUE`,
  )
  const blockers = await tx.all<By<{ blockers: number; late_blockers: number }>>(
    sql`SELECT project, count(*)::int AS blockers,
        (count(*) FILTER (WHERE settlement_due_at < now()))::int AS late_blockers
      FROM blocker WHERE ${inPage(page)} AND state NOT IN ('closed', 'withdrawn') GROUP BY project`,
  )
  const lamps = await tx.all<By<ProjectCardReply['lamps'][number]>>(
    sql`WITH last AS (SELECT zone_id, project, max(month) AS month FROM project_lamp WHERE ${inPage(page)} GROUP BY 1, 2)
      SELECT project, dimension, colour, json_build_object('zh', says_zh, 'en', says_en) AS says
      FROM project_lamp JOIN last USING (zone_id, project, month)
      WHERE colour IN ('red', 'orange', 'yellow') ORDER BY project, dimension`,
  )
  return { months, money, plans, blockers, lamps }
}

const keyed = <R extends { readonly project: string }>(rows: readonly R[]) =>
  new Map(rows.map((row) => [row.project, row]))

function withoutProject<R>({ project: _of, ...rest }: By<R>) {
  return rest
}

/** What the cards tell besides the plans: five reads for all of them. */
async function cardsOf(
  tx: Transaction,
  rows: readonly StoredRow[],
  year: string,
): Promise<Record<string, ProjectCardReply>> {
  const parts = await cardParts(tx, pageOf(rows), year)
  const [months, money] = [keyed(parts.months), keyed(parts.money)]
  const [plans, blockers] = [keyed(parts.plans), keyed(parts.blockers)]
  const lamps = grouped(parts.lamps, ({ project: of }) => of)
  const none = { project: '', planned: null, invested: null, through: null, blockers: 0, late_blockers: 0 }
  return Object.fromEntries(
    rows.map(({ id }): [string, ProjectCardReply] => {
      const month = months.get(id)
      return [
        id,
        {
          ...withoutProject({ ...none, ...plans.get(id), ...money.get(id), ...blockers.get(id) }),
          month: month ? withoutProject(month) : null,
          lamps: (lamps.get(id) ?? []).map(withoutProject),
        },
      ]
    }),
  )
}

/** The projects that a list address asks for as cards, one's own first. */
export async function projectCards(
  tx: Transaction,
  kernel: Kernel,
  request: FastifyRequest,
): Promise<ProjectCardsReply> {
  const list = await askedList(tx, kernel, { record: project, request })
  const { rows, own } = await ownFirst(tx, kernel, list)
  const portfolio = await portfolioOf(tx, kernel, { list, rows })
  const year = portfolio.today.slice(0, 4)
  return { ...portfolio, year, own, cards: await cardsOf(tx, rows, year) }
}
