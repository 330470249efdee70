// The embedded database lives in a worker thread: a long query must not stop the event loop of the server.
// Plain JavaScript, because a worker starts without the compiler in tests as well. It speaks PostgreSQL's protocol as
// bytes: what they mean is written and read in the thread of the server, so that this one does nothing but SQL.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

/** A new database is unpacked and not initialised: that takes a third of the time. Read only where one is made. */
async function content({ folder, image, isNew }) {
  if (image) return new Blob([image])
  if (folder !== undefined && !isNew) return undefined
  const { dataDir } = await import('@electric-sql/pglite-prepopulatedfs')
  return dataDir()
}

const loadDataDir = await content(workerData)
const options = loadDataDir ? { loadDataDir } : {}
const database = workerData.folder ? new PGlite(workerData.folder, options) : new PGlite(options)

const failure = (error) => ({ message: String(error?.message ?? error), code: error?.code })

const commands = {
  async image() {
    return Buffer.from(await (await database.dumpDataDir('none')).arrayBuffer())
  },
  async close() {
    await database.close()
  },
}

function joined(parts) {
  if (parts.length === 1) return parts[0]
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/**
 * What the database answers to a message, taken as it comes. Asked for as a whole, PGlite would read every row of it for
 * itself as well, which takes a third of the time, and keep what it has read for ever.
 */
async function answer(message) {
  const parts = []
  // A part is a view of the database's own memory. Node's folder needs no call to write it to disk.
  await database.execProtocolRawStream(message, {
    syncToFs: false,
    onRawData: (part) => parts.push(part.slice()),
  })
  return joined(parts)
}

parentPort.on('message', async ({ id, command, messages }) => {
  try {
    if (messages) {
      const replies = []
      for (const message of messages) replies.push(await answer(message))
      parentPort.postMessage(
        { id, value: replies },
        replies.map((reply) => reply.buffer),
      )
    } else parentPort.postMessage({ id, value: await commands[command]() })
  } catch (error) {
    parentPort.postMessage({ id, error: failure(error) })
  }
})

database.waitReady.then(
  () => parentPort.postMessage({ ready: true }),
  (error) => parentPort.postMessage({ failed: failure(error) }),
)
