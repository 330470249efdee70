import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Bundles our own code; packages stay in node_modules. The database worker is copied beside it as it is. */
export async function bundle({ entries, folder }) {
  await build({
    entryPoints: entries,
    outdir: folder,
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
    tsconfig: 'tsconfig.json',
  })
  await mkdir(folder, { recursive: true })
  await copyFile('src/platform/database/embedded-worker.mjs', join(folder, 'embedded-worker.mjs'))
}
