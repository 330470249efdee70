import type { FastifyInstance } from 'fastify'
import type { DemoAccount } from '#engine/records/session'
import { registerBoardRoutes } from '#modules/board/server/board.routes'
import { moveDueDays } from '#modules/indicators/server/due-on'
import { moveFigures } from '#modules/indicators/server/move-figures'
import { openPlan, type PlanSource } from '#modules/indicators/server/figures-plan'
import { indicatorEffects } from '#modules/indicators/server/indicator-effects'
import { registerIndicatorRoutes } from '#modules/indicators/server/indicators.routes'
import { measureEffects } from '#modules/indicators/server/measure-effects'
import { reportEffects } from '#modules/indicators/server/report-effects'
import { calendarDayEffects, type Recompute } from '#modules/organisation/server/calendar-changes'
import { registerDispatchRoutes } from '#modules/projects/server/dispatch/dispatch.routes'
import { registerLampRoutes } from '#modules/projects/server/lamps/lamps.routes'
import { NewProjects } from '#modules/projects/server/lamps/new-projects'
import { projectOwnRules } from '#modules/projects/server/own-rules'
import { registerPortfolioRoutes } from '#modules/projects/server/portfolio/portfolio.routes'
import { registerProjectRoutes } from '#modules/projects/server/projects.routes'
import { registerAccessDeskRoutes } from '#modules/organisation/server/access-desk.routes'
import { accessRequestEffects } from '#modules/organisation/server/access-request-effects'
import { openDirectory } from '#modules/organisation/server/directory'
import { openWorkCalendar } from '#modules/organisation/server/work-calendar'
import { extraFieldEffects, openExtraFields } from '#modules/organisation/server/extra-fields'
import { unitEffects } from '#modules/organisation/server/unit-effects'
import { registerOrganisationRoutes } from '#modules/organisation/server/organisation.routes'
import { postEffects } from '#modules/organisation/server/three-administrators'
import { openUnits, type Units } from '#modules/organisation/server/unit-tree'
import { registerOwnAccountRoutes } from '#platform/access/own-account-routes'
import { registerSessionRoutes } from '#platform/access/session-routes'
import { openSessions } from '#platform/access/sessions'
import { registerAuditRoutes } from '#platform/audit/audit-routes'
import { registerSingleSignOnRoutes } from '#platform/access/single-sign-on-routes'
import { type Bus, openBus } from '#platform/audit/bus'
import { continueEvents } from '#platform/audit/events'
import { noteRefusedRequests } from '#platform/audit/refused-requests'
import type { Config } from '#platform/config/config'
import { closedVault, type Vault } from '#platform/crypto/vault'
import type { ConnectionSource } from '#platform/database/connection'
import { type Database, kernelActor, openDatabase } from '#platform/database/database'
import { registerDocsRoutes } from '#platform/http/docs-route'
import { registerHealthRoutes } from '#platform/http/health'
import { openLimits } from '#platform/http/limits'
import { registerLiveRoute } from '#platform/http/live-route'
import { registerMetrics } from '#platform/http/metrics'
import { openServer } from '#platform/http/server'
import { openApiDocument } from '#platform/http/openapi'
import { registerStaticFiles } from '#platform/http/static-files'
import { type Effect, together } from '#platform/records/effects'
import type { Kernel } from '#platform/records/kernel'
import { reckonClocks } from '#platform/records/reckon-clocks'
import { registerPreferenceRoutes } from '#platform/preferences/preference-routes'
import { registerRecordRoutes } from '#platform/records/routes'
import { apiRoutes } from './api-routes'
import contracts from './contract-schemas.json'
import { consoleFolder, version } from './folders'
import { allRecords } from './records'
import { storedFigures } from './stored-figures'

/** Everything that runs, put together: the server, the command line and the tests all start here. */
export interface Running {
  readonly database: Database
  readonly bus: Bus
  readonly kernel: Kernel
  readonly units: Units
  readonly plans: PlanSource
  /** Moves due days and running limits after the calendar has changed. */
  readonly recompute: Recompute
  /** Projects whose lamps have not been judged yet. */
  readonly newProjects: NewProjects
}

/** Put together, and not begun: what it answers before `begin` is of an empty tree. */
export interface Assembled extends Running {
  /** Reads what is kept in memory and hears of changes from here on: the database is migrated and filled by then. */
  begin(): Promise<void>
}

/** The engines' server side, without HTTP, over a database that may still be opening. */
export function assembleKernel(source: ConnectionSource, vault: Vault = closedVault): Assembled {
  const database = openDatabase(source, vault)
  const bus = openBus(database)
  bus.whenChanged(['data_key'], () => vault.forget())
  const units = openUnits(database, bus)
  const places = () => units.tree()
  const plans = openPlan({ units, bus })
  const newProjects = new NewProjects()
  const measured = allRecords.filter((record) => record.measures)
  const effects = new Map<string, Effect>([
    ['report', reportEffects({ plans, places })],
    ['indicator', indicatorEffects({ units, plans, places, records: measured })],
    ['unit', unitEffects(units, (tx, move) => moveFigures(tx, { plans, places }, move))],
    ['post', postEffects()],
    ['extra_field', extraFieldEffects(() => kernel)],
    ['calendar_day', calendarDayEffects((tx, given) => recompute(tx, given))],
    ['access_request', accessRequestEffects(() => kernel)],
    ...projectOwnRules(() => kernel, newProjects),
  ])
  // Figures are counted from rows as a type's own rule has left them.
  for (const record of measured) {
    const rule = effects.get(record.name)
    const measures = measureEffects(record, { plans, places })
    effects.set(record.name, rule ? together(rule, measures) : measures)
  }
  const kernel: Kernel = {
    database,
    bus,
    records: new Map(allRecords.map((record) => [record.name, record])),
    effects,
    places,
    extraFields: openExtraFields(bus, places),
    calendar: openWorkCalendar(bus),
  }
  const recompute: Recompute = async (tx, given) =>
    (await moveDueDays(tx, given)) + (await reckonClocks(tx, kernel, given.calendar))
  const begin = async () => {
    await bus.listen()
    await units.reload()
    await database.transaction(kernelActor, 'read', (tx) => continueEvents(tx, places().zones()))
  }
  return { database, bus, kernel, units, plans, recompute, newProjects, begin }
}

/** The engines' server side over a migrated and filled database, without HTTP. */
export async function openKernel(source: ConnectionSource, vault: Vault = closedVault): Promise<Running> {
  const running = assembleKernel(source, vault)
  await running.begin()
  return running
}

/** The HTTP server with all its routes, not yet listening. */
export async function openApp(
  running: Running,
  config: Config,
  demo: readonly DemoAccount[] = [],
): Promise<FastifyInstance> {
  const { database, bus, kernel, units, plans } = running
  const app = await openServer(config)
  const directory = openDirectory(database, units)
  const sessions = openSessions({ database, directory, bus, config })
  registerMetrics(app, { config, source: database.source, version, stored: storedFigures(running, config) })
  noteRefusedRequests(app, { kernel, root: () => units.tree().inOrder[0]?.code ?? '' })
  registerHealthRoutes(app, database)
  const limits = openLimits(config)
  registerSessionRoutes(app, { database, sessions, directory, config, demo, limits })
  registerSingleSignOnRoutes(app, { database, sessions, config })
  registerOwnAccountRoutes(app, { database, directory, config })
  registerPreferenceRoutes(app, database)
  registerLiveRoute(app, { bus, records: kernel.records })
  registerIndicatorRoutes(app, kernel, plans)
  registerOrganisationRoutes(app, kernel, { units, recompute: running.recompute })
  registerAccessDeskRoutes(app, kernel)
  registerProjectRoutes(app, kernel)
  registerLampRoutes(app, kernel)
  registerPortfolioRoutes(app, kernel)
  registerDispatchRoutes(app, kernel)
  registerBoardRoutes(app, kernel, { plans, units })
  registerRecordRoutes(app, kernel, config.unmaskPerHour)
  registerAuditRoutes(app, kernel)
  registerDocsRoutes(app, openApiDocument(allRecords, { routes: apiRoutes, contracts }), consoleFolder)
  await registerStaticFiles(app, consoleFolder)
  return app
}
