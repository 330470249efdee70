// Fills one database with the measured world: its own process, so that the memory it takes is given back.
import { writeWorld } from '#main/fill-world'
import { migrationsFolder } from '#main/folders'
import { worldRows } from '#main/world/world-rows'
import { sealLedger } from '#platform/audit/seal-events'
import { withConnection } from '#platform/database/connection'
import { openDatabase } from '#platform/database/database'
import { openEmbedded } from '#platform/database/embedded'
import { migrate } from '#platform/database/migrate'
import { openPostgres } from '#platform/database/postgres'
import { sizeOf } from './size'
import { benchWorld } from './world'

const [place = '', kind = 'full'] = process.argv.slice(2)
const source = place.startsWith('postgres:')
  ? openPostgres({ url: place, connections: 2 })
  : await openEmbedded({ folder: place })
await migrate(source, migrationsFolder)
await writeWorld(openDatabase(source), worldRows(await benchWorld(sizeOf(kind === 'quick'))))
// A zone at work seals every few minutes: what a start would seal at once must not be in the way of what is measured.
await sealLedger(openDatabase(source))
await withConnection(source, async (connection) => {
  await connection.run('VACUUM ANALYZE')
  await connection.run('CHECKPOINT')
})
await source.close()
process.exit()
