import { configured, openSource } from './open-source'

// What is printed may find no room; that must not end the server.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

const config = configured()
// The database opens in a thread of its own while the rest of the program is read.
const opening = openSource(config)
// A failure is told where it is waited for.
opening.catch(() => {})
const { serve } = await import('./serving')
await serve(config, opening)
