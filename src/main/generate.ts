import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { terms } from '#glossary/glossary'
import { openApiDocument } from '#platform/http/openapi'
import { apiRoutes, contractFiles } from './api-routes'
import { contractSchemas } from './contract-schemas'
import { migrationsFolder, root } from './folders'
import { configurationPage, dictionaryPage, errorsPage, glossaryPage } from './reference-pages'
import { allRecords } from './records'
import { schemaDrift, schemaSql } from './schema-drift'

/**
 * `npm run generate`: writes what follows from the code (reference pages, OpenAPI, schema). With `--check` it writes
 * nothing and fails where a file differs, or where declarations and migrations have drifted apart.
 */
const check = process.argv.includes('--check')

const contracts = contractSchemas(contractFiles)

const files: Readonly<Record<string, string>> = {
  'src/main/contract-schemas.json': `${JSON.stringify(contracts, null, 1)}\n`,
  'docs/reference/data-dictionary.md': dictionaryPage(allRecords),
  'docs/reference/errors.md': errorsPage(),
  'docs/reference/configuration.md': configurationPage(),
  'docs/reference/glossary.md': glossaryPage(terms),
  'docs/reference/openapi.json': `${JSON.stringify(openApiDocument(allRecords, { routes: apiRoutes, contracts }), null, 1)}\n`,
  'db/schema.sql': await schemaSql(migrationsFolder),
}

let different = 0
for (const [name, content] of Object.entries(files)) {
  const file = join(root, name)
  const before = await readFile(file, 'utf8').catch(() => '')
  if (before === content) continue
  different += 1
  if (check) console.error(`${name} is not what the code says: run npm run generate and commit it`)
  else {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, content)
    console.log(`wrote ${name}`)
  }
}

const drift = await schemaDrift(
  migrationsFolder,
  await readFile(join(migrationsFolder, '0001_kernel.sql'), 'utf8'),
)
if (drift.length > 0)
  console.error(`Declarations and migrations differ: run npm run db:migration -- NAME\n${drift.join('\n')}`)
process.exit((check && different > 0) || drift.length > 0 ? 1 : 0)
