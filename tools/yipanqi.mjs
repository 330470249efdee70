// npm run yipanqi -- COMMAND …: the command line, built when needed.
import { buildServer, install } from './prepare.mjs'

await install()
await buildServer()
await import('../dist/server/yipanqi.js')
