import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Every file below the given paths with its size and time: enough to see that something has changed. */
async function marks(path) {
  const info = await stat(path).catch(() => undefined)
  if (!info) return []
  if (!info.isDirectory()) return [`${path} ${info.size} ${info.mtimeMs}`]
  const names = (await readdir(path)).toSorted()
  return (await Promise.all(names.map((name) => marks(join(path, name))))).flat()
}

/** Runs `work` unless the sources are as they were when it last ended well. Says so before anything that takes long. */
export async function unlessFresh({ name, sources, product }, work) {
  const lines = (await Promise.all(sources.map(marks))).flat()
  const digest = createHash('sha256').update(lines.join('\n')).digest('hex')
  const file = join('dist', 'stamps', name)
  const before = await readFile(file, 'utf8').catch(() => '')
  if (before === digest && (await stat(product).catch(() => undefined))) return false
  await work()
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, digest)
  return true
}
