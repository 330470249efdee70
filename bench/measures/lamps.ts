import { printBands } from '#engine/lamps/band-notation'
import { WUHAN } from '#engine/lamps/lamp-presets.data'
import type { LampTrialReply } from '#modules/projects/lamps-contract'
import { withConnection } from '#platform/database/connection'
import { openEmbedded } from '#platform/database/embedded'
import { openPostgres } from '#platform/database/postgres'
import { join } from 'node:path'
import { askJson, type Place, type Server, signIn } from '../servers'
import { zone } from '../world'

/** Months of the year that each project has reported and had accepted. */
const months = 10

const columns = 'zone_id, id, unit_id, created_by, updated_by, sample'
const values = (key: string) => `p.zone_id, p.id || '-${key}', p.unit_id, 'system', 'system', true`

/** The year's list and ten accepted months for every project that has none yet: what its lamps are read from. */
const statements = [
  `INSERT INTO project_year (${columns}, project, year, project_class, annual_plan, funds_plan, planned_start, counted)
   SELECT ${values('lamp-year')}, p.id, y.year, 'carried_on', round(p.investment / 2, 4), round(p.investment / 3, 4), y.year || '-06', true
   FROM project p, (SELECT to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY') AS year) y
   WHERE p.zone_id = '${zone}' AND p.investment IS NOT NULL
     AND NOT EXISTS (SELECT FROM project_year o WHERE o.zone_id = p.zone_id AND o.project = p.id AND o.year = y.year)`,
  `INSERT INTO project_month (${columns}, project, month, invested, funds, progress, state)
   SELECT p.zone_id, p.id || '-lamp-' || n, p.unit_id, 'system', 'system', true, p.id,
     y.year || '-' || lpad(n::text, 2, '0'), round(p.investment / 24 * (60 + abs(hashtext(p.id || n)) % 60) / 100, 4),
     round(p.investment / 36 * (80 + abs(hashtext(n || p.id)) % 40) / 100, 4), '按计划', 'accepted'
   FROM project p, generate_series(1, ${months}) n,
     (SELECT to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY') AS year) y
   WHERE p.zone_id = '${zone}' AND p.investment IS NOT NULL
     AND NOT EXISTS (SELECT FROM project_month o WHERE o.zone_id = p.zone_id AND o.project = p.id)`,
  'VACUUM ANALYZE project_year',
  'VACUUM ANALYZE project_month',
]

/** Gives the measured projects the rows that lamps are read from. */
export async function followProjects(place: Place): Promise<void> {
  const source =
    'url' in place
      ? openPostgres({ url: place.url, connections: 1 })
      : await openEmbedded({ folder: join(place.folder, 'database') })
  await withConnection(source, async (connection) => {
    for (const statement of statements) await connection.run(statement)
  })
  await source.close()
}

interface Measured {
  readonly seconds: readonly number[]
  readonly projects: number
  readonly turned: number
}

/** Another table tried over the whole zone: every project judged by both, what turns told with its sentences. */
export async function measureLamps(server: Server, rounds: number): Promise<Measured> {
  const headers = await signIn(server, 'jing')
  const rule = WUHAN.rules.progress
  const body = JSON.stringify({
    unit: zone,
    rules: rule
      ? [{ dimension: 'progress', measure: rule.measure, bands: printBands(rule.bands), exemptible: false }]
      : [],
  })
  const seconds: number[] = []
  let last: LampTrialReply | undefined
  for (let round = 0; round < rounds; round++) {
    const since = performance.now()
    last = await askJson<LampTrialReply>(server, {
      method: 'POST',
      path: '/api/lamps/rules/try',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    })
    seconds.push((performance.now() - since) / 1000)
  }
  const known = last ? last.after.green + last.after.yellow + last.after.red : 0
  if (!last || known < last.projects / 2) throw new Error('lamps: the projects have nothing to be judged by')
  return { seconds, projects: last.projects, turned: last.turned.length + last.left_off }
}
