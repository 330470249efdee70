import { sql } from 'kysely'
import { isPeriodId, type PeriodId } from '#engine/period/period'
import { comparePeriods, lastDay, timeProgressPercent } from '#engine/period/period-extent'
import { addDays, type PlainDate } from '#engine/period/plain-date'
import { rounded } from '#engine/quantity/decimal'
import type { RecordType } from '#engine/records/record'
import type { SessionUnit } from '#engine/records/session'
import type { Text } from '#engine/result/result'
import { compared } from '#modules/indicators/server/comparison-reply'
import { reportingCoverage } from '#modules/indicators/server/coverage'
import { type HeldCells, withFigures } from '#modules/indicators/server/figure-loader'
import { indicatorReply, rowReply } from '#modules/indicators/server/figure-reply'
import { type CellRow, keyOf } from '#modules/indicators/server/figure-rows'
import type { FiguresPlan } from '#modules/indicators/server/figures-plan'
import type { UnitTree } from '#modules/organisation/server/unit-tree'
import type { Transaction } from '#platform/database/database'
import { zonesOf } from '#platform/records/kernel'
import { type BoardReply, type BoardUnit, mostFiguresCounted } from '../contract'
import { recentChanges } from './changes'
import { dueItems } from './due-items'
import { type KeyCells, keyCells, keyFigures, latestCells } from './key-figures'
import { type KnownPeriod, latestWhole } from './latest-whole'
import { rankable, ranking } from './ranking'

export interface BoardQuery {
  readonly unit: SessionUnit
  readonly period: PeriodId | undefined
  readonly ranking: string | undefined
  readonly today: PlainDate
  /** The moment asked about, ISO 8601. */
  readonly now: string
}

/** Days ahead that "this month" looks, and most late or coming rows of one kind. */
const horizon = { days: 31, most: 200 }

interface Ground {
  readonly plan: FiguresPlan
  readonly tree: UnitTree
  readonly query: BoardQuery
}

/** Periods with figures of these units, from a year on, latest first, not after today. */
async function pastPeriods(
  tx: Transaction,
  { tree, query: { today } }: Ground,
  { units, from }: { readonly units: readonly string[]; readonly from: string },
): Promise<KnownPeriod[]> {
  const rows = await tx.all<{ period: string; figures: number; whole: number }>(
    sql`SELECT period, count(*)::int AS figures, count(*) FILTER (WHERE coverage_have * 10 >= coverage_of * 9)::int AS whole FROM cell
      WHERE zone_id = ANY (${zonesOf(tree, units)}::text[]) AND unit_id = ANY (${units}::text[]) AND nature IN ('actual', 'fact')
        AND period >= ${from} GROUP BY period`,
  )
  return rows
    .flatMap(({ period, figures, whole }) =>
      isPeriodId(period) && lastDay(period) <= today ? [{ period, figures, whole }] : [],
    )
    .sort((a, b) => comparePeriods(b.period, a.period))
}

/** The period a board opens on: the latest whole one. Where the unit has none of its own, the latest of the units below. */
async function latestPeriod(tx: Transaction, ground: Ground): Promise<PeriodId> {
  const { tree, query } = ground
  const units = [query.unit.code]
  // Who reports has whole months of last year; only where there are none are all the years looked through.
  const recent = await pastPeriods(tx, ground, { units, from: String(Number(query.today.slice(0, 4)) - 1) })
  const recentWhole = latestWhole(recent)
  if (recentWhole) return recentWhole
  const own = await pastPeriods(tx, ground, { units, from: '' })
  const found = latestWhole(own) ?? own[0]?.period
  if (found) return found
  // The sample zone's months must not push the published years of the real zones out of sight.
  const below = tree
    .within(query.unit.code)
    .filter((code) => query.unit.sample || tree.find(code)?.sample === false)
  const [latest] = await pastPeriods(tx, ground, { units: below, from: '' })
  return latest?.period ?? (query.today.slice(0, 7) as PeriodId)
}

const worst = ['late', 'watch', 'on_track', 'unknown'] as const

async function standings(
  tx: Transaction,
  { plan }: Ground,
  given: { held: HeldCells; latest: ReadonlyMap<string, readonly CellRow[]> },
): Promise<Map<string, BoardUnit['standing']>> {
  return withFigures(tx, { zoneOf: plan.zoneOf, held: given.held }, (read) => {
    const found = [...given.latest].map(([unit, rows]) => {
      const seen = rows.map((row) => compared(plan, keyOf(row), read)?.completion?.standing ?? 'unknown')
      return [unit, worst.find((standing) => seen.includes(standing)) ?? 'unknown'] as const
    })
    return new Map(found)
  })
}

async function figureCounts(
  tx: Transaction,
  { tree }: Ground,
  units: readonly string[],
): Promise<Map<string, number>> {
  const rows = await tx.all<{ unit_id: string; figures: number }>(
    sql`SELECT unit_id, (SELECT count(*) FROM (SELECT FROM cell
        WHERE zone_id = ANY (${zonesOf(tree, units)}::text[]) AND cell.unit_id = asked.unit_id LIMIT ${mostFiguresCounted}::int) AS found) AS figures
      FROM unnest(${units}::text[]) AS asked(unit_id)`,
  )
  return new Map(rows.map((row) => [row.unit_id, row.figures]))
}

interface Below {
  readonly units: readonly SessionUnit[]
  readonly cells: KeyCells
  readonly until: PeriodId
  readonly rankingBy: string | undefined
}

async function boardUnits(tx: Transaction, ground: Ground, below: Below): Promise<BoardUnit[]> {
  const latest = new Map(
    below.units.map(
      ({ code }) =>
        [
          code,
          [
            ...latestCells(
              below.cells.rows.filter((row) => row.unit_id === code),
              below.until,
            ).values(),
          ],
        ] as const,
    ),
  )
  const [standing, counts] = await Promise.all([
    standings(tx, ground, { held: below.cells.held, latest }),
    figureCounts(
      tx,
      ground,
      below.units.flatMap(({ code }) => ground.tree.within(code)),
    ),
  ])
  return below.units.map(({ code, name, kind, sample }) => {
    const figure = latest.get(code)?.find((row) => row.indicator === below.rankingBy)
    return {
      code,
      name,
      kind,
      sample,
      standing: standing.get(code) ?? 'unknown',
      figure: figure ? rowReply(ground.plan, figure) : null,
      parks: ground.tree.childrenOf(code).map((park) => ({ code: park.code, name: park.name })),
      figures: ground.tree.within(code).reduce((sum, one) => sum + (counts.get(one) ?? 0), 0),
    }
  })
}

function namesIn(tree: UnitTree, unit: string): Record<string, Text> {
  return Object.fromEntries(
    tree
      .within(unit)
      .flatMap((code) => (tree.find(code) ? [[code, tree.find(code)?.name ?? { zh: code, en: code }]] : [])),
  )
}

/** What is late, what has changed and how reports come in: of the unit and everything below it. */
async function happenings(tx: Transaction, given: Given, until: PeriodId) {
  const { tree, query } = given
  const units = tree.within(query.unit.code)
  const year = until.slice(0, 4)
  const [due, changes, coverage] = await Promise.all([
    dueItems(tx, given.records, {
      units,
      today: query.today,
      now: query.now,
      until: addDays(query.today, horizon.days),
      most: horizon.most,
    }),
    recentChanges(tx, units),
    reportingCoverage(tx, { units, from: year, to: year, today: query.today }),
  ])
  return { ...due, changes, coverage }
}

interface Given {
  readonly tree: UnitTree
  readonly query: BoardQuery
  readonly records: Iterable<RecordType>
}

/** Everything the board shows of a unit, read from kept cells as the actor. */
export async function readBoard(tx: Transaction, plan: FiguresPlan, given: Given): Promise<BoardReply> {
  const { tree, query } = given
  const ground: Ground = { plan, tree, query }
  const { unit } = query
  const until = query.period ?? (await latestPeriod(tx, ground))
  const children = tree.childrenOf(unit.code)
  const codes = children.map(({ code }) => code)
  const [own, cells] = await Promise.all([
    keyCells(tx, plan, { units: [unit.code], until }),
    keyCells(tx, plan, { units: codes, until }),
  ])
  const rankings = rankable(plan, cells.rows)
  const by = rankings.find((row) => row.code === query.ranking) ?? rankings[0]
  const [key_figures, units, ranked, happened] = await Promise.all([
    keyFigures(tx, plan, { ...own, until }),
    boardUnits(tx, ground, { units: children, cells, until, rankingBy: by?.code }),
    by ? ranking(tx, plan, { units: codes, cells, until, indicator: by }) : null,
    happenings(tx, given, until),
  ])
  return {
    unit: { code: unit.code, name: unit.name, kind: unit.kind, sample: unit.sample },
    period: until,
    time_progress: rounded(timeProgressPercent(until), 2),
    key_figures,
    units,
    ranking: ranked,
    rankings: rankings.map(indicatorReply),
    ...happened,
    names: namesIn(tree, unit.code),
  }
}
