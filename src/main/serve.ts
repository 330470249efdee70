import { configured, openSource } from './open-source'

const config = configured()
// The database opens in a thread of its own while the rest of the program is read.
const opening = openSource(config)
// A failure is told where it is waited for.
opening.catch(() => {})
const { serve } = await import('./serving')
await serve(config, opening)
