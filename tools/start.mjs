// npm start: install, build, serve. What has not changed is not done again.
import { build, install } from './prepare.mjs'

await install()
await build()
process.env.NODE_ENV ??= 'production'
await import('../dist/server/serve.js')
