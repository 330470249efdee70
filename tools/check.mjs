// npm run check: format, types within each wall, lint, imports, dead code, generated files. Stops at the first that fails.
import { spawnSync } from 'node:child_process'
import { build, install } from './prepare.mjs'

await install()
const node = process.execPath
const bin = (path) => [node, `node_modules/${path}`]
const steps = [
  ['format', [...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['types: pure', [...bin('typescript/bin/tsc'), '-p', 'tsconfig.pure.json']],
  ['types: server', [...bin('typescript/bin/tsc'), '-p', 'tsconfig.server.json']],
  ['types: console', [...bin('typescript/bin/tsc'), '-p', 'tsconfig.console.json']],
  ['types: tests', [...bin('typescript/bin/tsc'), '-p', 'tsconfig.json']],
  ['lint', [...bin('eslint/bin/eslint.js'), 'src', 'test', 'tools', 'bench']],
  ['imports', [node, 'tools/check-imports.mjs']],
  ['dead code', [...bin('knip/bin/knip.js'), '--no-progress']],
  ['generated files', [node, 'tools/run.mjs', 'src/main/generate.ts', '--check']],
]
const only = process.argv[2]
for (const [name, [command, ...args]] of steps) {
  if (only && !name.startsWith(only)) continue
  const start = performance.now()
  const done = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${done.status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  if (done.status !== 0) process.exit(1)
}
if (!only) await build()
