// The walls between rings, checked by dependency-cruiser — and that it saw every file: a checker that looks at nothing passes.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

const run = spawnSync(
  process.execPath,
  [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'src',
    '--config',
    '.dependency-cruiser.js',
    '--output-type',
    'json',
  ],
  { encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 },
)
if (!run.stdout.startsWith('{')) {
  console.error(run.stderr || run.stdout)
  process.exit(1)
}
const { modules, summary } = JSON.parse(run.stdout)
const seen = new Set(modules.map((one) => one.source))
const files = readdirSync('src', { recursive: true })
  .map((name) => `src/${name}`)
  .filter((name) => /\.tsx?$/.test(name))
const unseen = files.filter((file) => !seen.has(file))
for (const { rule, from, to } of summary.violations) console.error(`${rule.name}: ${from} → ${to}`)
if (unseen.length > 0)
  console.error(`not looked at: ${unseen.slice(0, 10).join(', ')}${unseen.length > 10 ? ' …' : ''}`)
console.log(`     ${files.length} files, ${summary.violations.length} forbidden imports`)
process.exit(summary.violations.length > 0 || unseen.length > 0 ? 1 : 0)
