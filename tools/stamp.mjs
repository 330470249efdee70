import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What has been looked at for one stamp is known for the next: both are of much the same sources. */
const looked = new Map()

/**
 * Every file below the given paths with its size and time: enough to see that something has changed. In one go: a
 * thousand files are looked at within a few milliseconds, asked for one by one they would be a tenth of a second of every start.
 */
function marks(path) {
  const known = looked.get(path) ?? look(path)
  looked.set(path, known)
  return known
}

function look(path) {
  const info = statSync(path, { throwIfNoEntry: false })
  if (!info) return []
  if (!info.isDirectory()) return [`${path} ${info.size} ${info.mtimeMs}`]
  return readdirSync(path)
    .toSorted()
    .flatMap((name) => marks(join(path, name)))
}

/** Runs `work` unless the sources are as they were when it last ended well. Says so before anything that takes long. */
export async function unlessFresh({ name, sources, product }, work) {
  const lines = sources.flatMap(marks)
  const digest = createHash('sha256').update(lines.join('\n')).digest('hex')
  const file = join('dist', 'stamps', name)
  const before = await readFile(file, 'utf8').catch(() => '')
  if (before === digest && existsSync(product)) return false
  await work()
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, digest)
  return true
}
