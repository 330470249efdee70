import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The product's own folder: the nearest one above this file that holds package.json, bundled or not. */
function productFolder(): string {
  let folder = import.meta.dirname
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder)
  return folder
}

export const root = productFolder()
/** Of the product, as its package says. */
export const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
export const migrationsFolder = join(root, 'db', 'migrations')
export const factsFolder = join(root, 'db', 'seed', 'facts')
/** The built pages; absent until they have been built. */
export const consoleFolder = join(root, 'dist', 'console')
