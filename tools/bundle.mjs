import { copyFile, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Pure packages of many small files: as files of their own they are a third of the time a start takes. */
const taken = ['kysely', 'pinyin-pro', 'hucre', 'decimal.js']

/** Bundles our own code and those; the other packages stay in node_modules, and the database worker beside it as it is. */
export async function bundle({ entries, folder }) {
  const { dependencies, devDependencies } = JSON.parse(await readFile('package.json', 'utf8'))
  const packages = Object.keys({ ...dependencies, ...devDependencies }).filter(
    (name) => !taken.includes(name),
  )
  await rm(folder, { recursive: true, force: true })
  await build({
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    external: packages.flatMap((name) => [name, `${name}/*`]),
    platform: 'node',
    target: 'node20',
    format: 'esm',
    // What a start does not need at once is a file of its own.
    splitting: true,
    sourcemap: true,
    logLevel: 'warning',
    tsconfig: 'tsconfig.json',
  })
  await mkdir(folder, { recursive: true })
  await copyFile('src/platform/database/embedded-worker.mjs', join(folder, 'embedded-worker.mjs'))
}
