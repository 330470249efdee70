import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

const faces = /@font-face\s*\{[^{}]*\}/g

/**
 * The `@font-face` rules of the Chinese font that is shipped with the console, as its built style sheets hold them; ''
 * where the console has not been built. A browser fetches a piece of the font only for characters that stand on the page
 * and that no font of its machine has.
 */
export async function shippedFont(consoleFolder: string): Promise<string> {
  const assets = join(consoleFolder, 'assets')
  const sheets = (await readdir(assets).catch(() => [])).filter((name) => name.endsWith('.css'))
  const texts = await Promise.all(sheets.map((name) => readFile(join(assets, name), 'utf8')))
  return texts.flatMap((text) => text.match(faces) ?? []).join('')
}
