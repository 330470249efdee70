// The embedded database lives in a worker thread: a long query must not stop the event loop of the server.
// Plain JavaScript, because a worker starts without the compiler in tests as well.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

const instant = (printed) => `${printed.replace(' ', 'T').replace(/\+00(:?00)?$/, '')}Z`
const same = (printed) => printed

const options = {
  parsers: { 20: Number, 1082: same, 1184: instant, 1700: same },
  ...(workerData.image ? { loadDataDir: new Blob([workerData.image]) } : {}),
}
const database = workerData.folder ? new PGlite(workerData.folder, options) : new PGlite(options)

const failure = (error) => ({
  message: String(error?.message ?? error),
  code: error?.code,
  constraint: error?.constraint,
  table: error?.table,
  column: error?.column,
  detail: error?.detail,
})

const commands = {
  async query({ sql, parameters }) {
    const result = await database.query(sql, parameters)
    return { rows: result.rows, affected: result.affectedRows ?? 0 }
  },
  async run({ sql }) {
    await database.exec(sql)
  },
  async listen({ channel }) {
    await database.listen(channel, (payload) => parentPort.postMessage({ heard: { channel, payload } }))
  },
  async image() {
    return Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer())
  },
  async close() {
    await database.close()
  },
}

parentPort.on('message', async ({ id, command, ...given }) => {
  try {
    parentPort.postMessage({ id, value: await commands[command](given) })
  } catch (error) {
    parentPort.postMessage({ id, error: failure(error) })
  }
})

database.waitReady.then(
  () => parentPort.postMessage({ ready: true }),
  (error) => parentPort.postMessage({ failed: failure(error) }),
)
