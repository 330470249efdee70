import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { consoleFolder } from '#main/folders'

const quoted = /["'`](\.?\/?[\w./-]+\.(?:js|css))["'`]/g

/** What a page loads before anything lazy: what index.html names, and what those scripts import at once. */
function eager(): Set<string> {
  const page = readFileSync(join(consoleFolder, 'index.html'), 'utf8')
  const found = new Set(
    [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map((match) => match[1] as string),
  )
  for (const file of found) {
    if (!file.endsWith('.js')) continue
    const script = readFileSync(join(consoleFolder, file), 'utf8')
    const imports = script.matchAll(
      /(?:^|[;}\n])\s*(?:import|export)\b[^;("'`]*?(?:from)?\s*(["'`]\.\/[^"'`]+["'`])/g,
    )
    for (const [, path = ''] of imports)
      for (const [, name = ''] of path.matchAll(quoted)) found.add(join('assets', name.replace('./', '')))
  }
  return found
}

/** Kilobytes (1000) of the first load, gzipped, with the page itself. */
export function measureConsole(): { kilobytes: number; files: number } {
  const files = ['index.html', ...eager()]
  const bytes = files.map((file) => gzipSync(readFileSync(join(consoleFolder, file))).length)
  return { kilobytes: bytes.reduce((sum, one) => sum + one, 0) / 1000, files: files.length }
}
