import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { schemaDrift } from './schema-drift'

/** `npm run db:migration -- name`: drafts the next migration from declarations against migrations. */
const folder = 'db/migrations'
const name = process.argv[2] ?? ''

if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error('Give a name in snake_case: npm run db:migration -- add_project_leader')
  process.exit(2)
}

const kernel = await readFile(join(folder, '0001_kernel.sql'), 'utf8')
const missing = await schemaDrift(folder, kernel)
if (missing.length === 0) {
  console.log('Declarations and migrations agree: nothing to write.')
} else {
  const next = String((await readdir(folder)).filter((file) => file.endsWith('.sql')).length + 1).padStart(
    4,
    '0',
  )
  const file = join(folder, `${next}_${name}.sql`)
  const warning = missing.some((line) => line.includes('DROP COLUMN'))
    ? '-- Attention: this drops a column and what it holds. If it was renamed, write RENAME COLUMN instead.\n'
    : ''
  await writeFile(file, `${warning}${missing.join('\n\n')}\n`)
  console.log(`Wrote ${file}: read it before you commit it.`)
}
