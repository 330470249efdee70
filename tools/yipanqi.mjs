// npm run yipanqi -- COMMAND …: the command line, built when needed.
import { build, install } from './prepare.mjs'

await install()
await build()
await import('../dist/server/yipanqi.js')
