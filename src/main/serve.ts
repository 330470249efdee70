import { withoutOptimising } from './light-start'
import { beginOpening, configured } from './open-source'

// What is printed may find no room; that must not end the server.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

const config = configured()
// The database opens in a thread of its own while the rest of the program is read.
const opening = beginOpening(config)
// A new database is filled, which is work enough to be optimised.
const optimise = opening.isNew ? () => {} : withoutOptimising()
const { serve } = await import('./serving')
await serve(config, opening)
optimise()
