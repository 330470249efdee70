import { beginOpening, configured } from './open-source'

// What is printed may find no room; that must not end the server.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

const config = configured()
// The database opens in a thread of its own while the rest of the program is read.
const opening = beginOpening(config)
const { serve } = await import('./serving')
await serve(config, opening)
