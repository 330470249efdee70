import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { CellKey } from '#engine/figures/cell'
import { NATURES } from '#engine/figures/indicator'
import { isPeriodId, type PeriodId } from '#engine/period/period'
import { type Problem, shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import { objectBody, seenVersion, signedIn } from '#platform/http/request'
import { type Kernel, zonesOf } from '#platform/records/kernel'
import { invalidInput } from '#platform/records/refusals'
import { beijingToday } from '#platform/records/beijing-now'
import { likelyZone, lockRow } from '#platform/records/lock-row'
import { getRow } from '#platform/records/rows'
import { updateRow } from '#platform/records/write-row'
import type { LineInput } from '../contract'
import { report } from '../records/report'
import { reportingCoverage } from './coverage'
import { explainFigure } from './explain-figure'
import type { PlanSource } from './figures-plan'
import { type FigureQuery, listFigures } from './list-figures'
import type { ReportRow } from './report-effects'
import { reportGrid, saveLines } from './report-grid'

type Query = Readonly<Record<string, string | undefined>>

const problem = (field: string, value: unknown, mend: [string, string]): Problem => ({
  field,
  code: 'query',
  value: shown(value ?? ''),
  says: text('参数无效', 'is not valid'),
  mend: text(...mend),
})

const words = (raw: string | undefined): string[] | undefined => raw?.split(',').filter(Boolean)

/** A moment or a day (its end, in China's time) for "as published on". */
function asOfIn(query: Query): { asOf?: string } {
  const raw = query.as_of
  if (!raw) return {}
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(raw) ? `${raw}T23:59:59.999+08:00` : raw
  if (Number.isNaN(Date.parse(moment)))
    throw invalidInput([problem('as_of', raw, ['请写成 2026-03-31', 'Write it like 2026-03-31.'])])
  return { asOf: new Date(moment).toISOString() }
}

function periodIn(query: Query, name: string): PeriodId | undefined {
  const raw = query[name]
  if (!raw) return undefined
  if (isPeriodId(raw)) return raw
  throw invalidInput([
    problem(name, raw, ['请写成 2026、2026-Q1 或 2026-03', 'Write it like 2026, 2026-Q1 or 2026-03.']),
  ])
}

function unitIn({ unit }: Query): string {
  if (unit) return unit
  throw invalidInput([problem('unit', unit, ['请给出单位编码，如 LZ', 'Give a unit code such as LZ.'])])
}

/** The unit and all below it, itself first; a unit that is not there alone. */
const withBelow = (unit: string, kernel: Kernel): readonly string[] => [
  unit,
  ...kernel
    .places()
    .within(unit)
    .filter((code) => code !== unit),
]

function figureQuery(query: Query, kernel: Kernel): FigureQuery {
  const unit = unitIn(query)
  const units = query.below === 'true' ? withBelow(unit, kernel) : [unit]
  const [from, to, indicators, natures] = [
    periodIn(query, 'from'),
    periodIn(query, 'to'),
    words(query.indicators),
    words(query.natures),
  ]
  return {
    units,
    zones: zonesOf(kernel.places(), units),
    ...(from && { from }),
    ...(to && { to }),
    ...(indicators && { indicators }),
    ...(natures && { natures }),
    ...asOfIn(query),
  }
}

function keyIn(query: Query): CellKey {
  const period = periodIn(query, 'period')
  const nature = NATURES.find((one) => one === query.nature)
  if (period && nature && query.unit && query.indicator)
    return { unit: query.unit, indicator: query.indicator, period, nature }
  throw invalidInput([
    problem('nature', JSON.stringify(query), [
      '需要 unit、indicator、period、nature',
      'Give unit, indicator, period and nature.',
    ]),
  ])
}

function linesIn(body: Record<string, unknown>): LineInput[] {
  const { lines } = body
  const isLine = (one: unknown): one is LineInput =>
    typeof one === 'object' &&
    one !== null &&
    typeof (one as LineInput).indicator === 'string' &&
    ['string', 'object'].includes(typeof (one as LineInput).value)
  if (Array.isArray(lines) && lines.length <= 1000 && lines.every(isLine)) return lines
  throw invalidInput([
    problem('lines', lines, [
      '应为 [{indicator, value, explanation}]',
      'Send [{indicator, value, explanation}].',
    ]),
  ])
}

const idOf = (request: FastifyRequest): string => (request.params as { id: string }).id

function registerReportRoutes(app: FastifyInstance, kernel: Kernel, plans: PlanSource): void {
  app.get('/api/report/:id/grid', (request) =>
    kernel.database.transaction(signedIn(request), 'read', async (tx) => {
      const row = (await getRow(tx, report, { id: idOf(request) })) as unknown as ReportRow
      return reportGrid(tx, plans, row)
    }),
  )
  app.put('/api/report/:id/lines', (request) =>
    kernel.database.transaction(signedIn(request), 'write', async (tx) => {
      const row = (await lockRow(tx, report, {
        id: idOf(request),
        zone: likelyZone(kernel.places(), tx.actor),
      })) as unknown as ReportRow
      const lines = linesIn(objectBody(request))
      const beside = await saveLines(tx, plans, { row, lines })
      // Two people in one grid: the report's version is the grid's, so the second is told.
      const saved = await updateRow(tx, kernel, {
        record: report,
        id: row.id,
        zone: row.zone_id,
        version: seenVersion(request),
        input: {},
        beside,
      })
      return reportGrid(tx, plans, saved as unknown as ReportRow)
    }),
  )
}

/** Figures, their explanation, the month's grid, and how units keep their dates. */
export function registerIndicatorRoutes(app: FastifyInstance, kernel: Kernel, plans: PlanSource): void {
  app.get('/api/figures', (request) => {
    const query = figureQuery(request.query as Query, kernel)
    return kernel.database.transaction(signedIn(request), 'read', (tx) => listFigures(tx, plans, query))
  })
  app.get('/api/figures/explain', (request) => {
    const query = request.query as Query
    const given = { key: keyIn(query), ...asOfIn(query) }
    return kernel.database.transaction(signedIn(request), 'read', (tx) =>
      explainFigure(tx, { kernel, plans }, given),
    )
  })
  app.get('/api/coverage', (request) => {
    const query = request.query as Query
    const given = {
      units: withBelow(unitIn(query), kernel),
      from: periodIn(query, 'from') ?? '0000',
      to: periodIn(query, 'to') ?? '9999',
      today: beijingToday(),
    }
    return kernel.database.transaction(signedIn(request), 'read', (tx) => reportingCoverage(tx, given))
  })
  registerReportRoutes(app, kernel, plans)
}
