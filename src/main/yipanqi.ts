import { parseArgs } from 'node:util'
import { NATURES } from '#engine/figures/indicator'
import { isPeriodId } from '#engine/period/period'
import type { Actor } from '#engine/records/rights'
import type { ExplainNode } from '#modules/indicators/contract'
import { explainFigure } from '#modules/indicators/server/explain-figure'
import { listFigures } from '#modules/indicators/server/list-figures'
import { openDirectory } from '#modules/organisation/server/directory'
import { kernelActor, queries } from '#platform/database/database'
import { zonesOf } from '#platform/records/kernel'
import { AppError } from '#platform/errors/app-error'
import { appointFirst, bindSubject } from './command-accounts'
import { exportToFile, importFromFile } from './command-records'
import { openKernel, type Running } from './app'
import { isOperation, operate, operatorUsage } from './commands/operate'
import { openPrepared } from './open-database'
import { configured, stop } from './open-source'
import { demoAccounts } from './world/accounts'
import { sampleCounts } from './world/sample-counts'

const usage = `yipanqi figures --unit LZ [--below] [--json] [--as ACCOUNT]
    every figure the board knows of a unit
yipanqi explain --unit LZ --indicator gdp --period 2021 [--nature actual] [--as-of 2026-03-31] [--json]
    where a figure comes from, down to what was reported
yipanqi import RECORD FILE.xlsx|FILE.csv [--dry-run]
yipanqi export RECORD FILE.xlsx|FILE.csv [--unit LZ]
    rows of a record type (project, unit, post …)
yipanqi sample --size small|full
    counts of the sample zone a demo world of that size holds
yipanqi administrators --system 张三:zhangsan --security 李四:lisi --audit 王五:wangwu
    appoints the first three administrators of an empty database and prints their start passwords
yipanqi bind ACCOUNT SUBJECT
    binds an account to its subject at the single sign-on provider
${operatorUsage}

The database is that of the settings (YIPANQI_DATA, DATABASE_URL); rights are those of the account (--as, demo: zong).`

const options = {
  unit: { type: 'string' },
  indicator: { type: 'string' },
  period: { type: 'string' },
  nature: { type: 'string', default: 'actual' },
  'as-of': { type: 'string' },
  as: { type: 'string' },
  size: { type: 'string', default: 'full' },
  system: { type: 'string' },
  security: { type: 'string' },
  audit: { type: 'string' },
  below: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

type Given = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>

/** The actor of an account: the command line has no rights of its own. */
async function actorOf(running: Running, account: string): Promise<Actor> {
  const row = await running.database.transaction(kernelActor, 'read', (tx) =>
    tx.first(queries().selectFrom('account').select('person_id').where('id', '=', account)),
  )
  const actor = row && (await openDirectory(running.database, running.units).actorOf(String(row.person_id)))
  return actor ?? stop(`There is no account ${account}`)
}

const needed = (given: Given, name: 'unit' | 'indicator' | 'period'): string =>
  given.values[name] ?? stop(`--${name} is missing\n\n${usage}`)

/** The unit, or the end: a name that was mistyped would otherwise be a unit that has nothing. */
function known(running: Running, unit: string): string {
  const tree = running.units.tree()
  if (tree.find(unit)) return unit
  return stop(`There is no unit ${unit}; units: ${tree.inOrder.map(({ code }) => code).join(', ')}`)
}

async function figures(running: Running, actor: Actor, given: Given): Promise<void> {
  const unit = known(running, needed(given, 'unit'))
  const units = given.values.below ? running.units.tree().within(unit) : [unit]
  const reply = await running.database.transaction(actor, 'read', (tx) =>
    listFigures(tx, running.plans, { units, zones: zonesOf(running.units.tree(), units) }),
  )
  const rows = reply.figures.map((figure) => ({
    unit: figure.unit,
    indicator: figure.indicator,
    name: reply.indicators[figure.indicator]?.name.zh ?? figure.indicator,
    period: figure.period,
    value: figure.value === null ? null : Number(figure.value),
    qualifier: figure.qualifier,
    nature: figure.nature,
    origin: figure.sample ? 'sample' : figure.origin,
    measure: figure.measure,
    ...(figure.ambiguity && { ambiguity: figure.ambiguity.zh }),
  }))
  if (given.values.json) console.log(JSON.stringify(rows, null, 1))
  else if (rows.length === 0) console.error(`${unit} · 还没有数据 · no figures yet`)
  else
    for (const row of rows)
      console.log(
        [
          row.unit,
          row.period,
          row.name,
          row.value ?? '—',
          row.measure,
          row.qualifier,
          row.nature,
          row.origin,
        ].join('\t'),
      )
}

function printTree(node: ExplainNode, depth = 0): void {
  const { figure } = node
  console.log(
    `${'  '.repeat(depth)}${node.indicator.zh} · ${node.unit.zh} · ${node.period.zh}: ${figure.value ?? '—'} ${figure.measure} (${figure.qualifier}, ${node.how})`,
  )
  for (const says of [node.calculation, node.ambiguity, node.note])
    if (says) console.log(`${'  '.repeat(depth + 1)}${says.zh}`)
  for (const input of node.inputs) printTree(input, depth + 1)
}

async function explain(running: Running, actor: Actor, given: Given): Promise<void> {
  const period = needed(given, 'period')
  const nature = NATURES.find((one) => one === given.values.nature)
  if (!isPeriodId(period)) return stop(`--period ${period} is not a period; write 2021, 2021-Q1 or 2021-03`)
  if (!nature) return stop(`--nature must be one of ${NATURES.join(', ')}`)
  const key = { unit: needed(given, 'unit'), indicator: needed(given, 'indicator'), period, nature }
  const asOf = given.values['as-of']
  const reply = await running.database.transaction(actor, 'read', (tx) =>
    explainFigure(tx, running, {
      key,
      ...(asOf && { asOf: new Date(`${asOf}T23:59:59.999+08:00`).toISOString() }),
    }),
  )
  if (given.values.json) console.log(JSON.stringify(reply, null, 1))
  else printTree(reply.tree)
}

async function records(running: Running, actor: Actor, given: Given): Promise<void> {
  const [command, name = '', file = ''] = given.positionals
  const record = running.kernel.records.get(name)
  if (!record || !file)
    return stop(
      `Give a record type (${[...running.kernel.records.keys()].join(', ')}) and a file\n\n${usage}`,
    )
  if (command === 'export') {
    const { unit } = given.values
    const count = await exportToFile(running, actor, { record, file, unit: unit && known(running, unit) })
    console.log(`${count} rows written to ${file}`)
    return
  }
  const report = await importFromFile(running, actor, { record, file, dryRun: given.values['dry-run'] })
  console.log(JSON.stringify(report, null, 1))
  if (report.problem_count > 0) process.exitCode = 1
}

async function administrators(running: Running, given: Given): Promise<void> {
  const { system = '', security = '', audit = '' } = given.values
  const named = { system_admin: system, security_admin: security, audit_admin: audit }
  for (const { role, account, password } of await appointFirst(running, { named }))
    console.log(`${role}\t${account}\t${password}`)
  console.log(
    '口令只显示这一次，首次登录须修改 · Shown this once; each must be changed at the first sign-in.',
  )
}

async function bind(running: Running, given: Given): Promise<void> {
  const [, account = '', subject = ''] = given.positionals
  if (!account || !subject) return stop(usage)
  if (!(await bindSubject(running, account, subject))) stop(`There is no account ${account}`)
  console.log(`${account} · ${subject}`)
}

/** Commands that whoever holds the database runs: nobody needs to be able to sign in yet. */
const keepers = { administrators, bind } as const

const commands = { figures, explain, import: records, export: records } as const

async function sample(given: Given): Promise<void> {
  const { size } = given.values
  if (size !== 'small' && size !== 'full') return stop(`--size must be small or full, not ${size}`)
  const { readWorld } = await import('./fill-world')
  console.log(JSON.stringify(sampleCounts(await readWorld(size)), null, 1))
}

type Work = (running: Running, given: Given) => Promise<void>

/** What a command does: as its keeper of the database, or in the name of an account. */
function workOf(name: string): Work | undefined {
  if (Object.hasOwn(keepers, name)) return keepers[name as keyof typeof keepers]
  if (!Object.hasOwn(commands, name)) return undefined
  const command = commands[name as keyof typeof commands]
  return async (running, given) =>
    command(running, await actorOf(running, given.values.as ?? demoAccounts[0]?.account ?? ''), given)
}

async function run(): Promise<void> {
  const given = parseArgs({ options, allowPositionals: true })
  const [name = ''] = given.positionals
  if (name === 'sample') return sample(given)
  const work = workOf(name)
  if (!work || given.values.help) {
    console.log(usage)
    process.exitCode = work ? 0 : 2
    return
  }
  const open = await openPrepared(configured())
  try {
    await work(await openKernel(open.source, open.vault), given)
  } finally {
    await open.close()
  }
}

// Who reads only the beginning (… | head) has what they wanted: no fault. Every line written at once listens for one.
process.stdout.setMaxListeners(0)
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

try {
  const [name = '', ...rest] = process.argv.slice(2)
  if (isOperation(name)) process.exitCode = await operate(name, rest)
  else await run()
} catch (error) {
  const says =
    error instanceof AppError
      ? `${error.message} · ${(error.data.detail ?? error.entry.says).zh}\n${error.entry.mend.en}`
      : (error as Error).message
  console.error(says)
  for (const problem of error instanceof AppError ? (error.data.problems ?? []) : [])
    console.error(`  ${problem.field} “${problem.value}” ${problem.says.en}. ${problem.mend.en}`)
  process.exitCode = 1
}
process.exit()
