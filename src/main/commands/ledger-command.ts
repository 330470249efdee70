import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { type Finding, findingWords, isNote } from '#engine/ledger/finding'
import { purgeLedger } from '#platform/audit/purge-events'
import { compareSeals, exportSeals } from '#platform/audit/seal-copy'
import { sealLedger } from '#platform/audit/seal-events'
import { verifyLedger } from '#platform/audit/verify-ledger'
import { cryptoProvider } from '#platform/crypto/provider'
import { sealKeys } from '../open-vault'
import { type Command, type CommandContext, fileOf, Misused } from './command'

export const ledgerUsage = `yipanqi ledger seal
    seals every event that is not sealed yet
yipanqi ledger verify [--json] [--against COPY]
    finds what was changed, removed, inserted or reordered; exit code 1 when there is anything
yipanqi ledger export COPY
    writes all seals to a file, to be kept elsewhere and verified against
yipanqi ledger purge
    removes events older than YIPANQI_RETENTION_DAYS (never less than 180 days); the seals stay`

const options = {
  json: { type: 'boolean', default: false },
  against: { type: 'string' },
} as const

type Given = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>

async function seal({ running, config, say }: CommandContext): Promise<number> {
  const done = await sealLedger(running.database, { signKey: sealKeys(config)[0], whole: true })
  say(`${done.events} 个事件，${done.seals} 个封签 · ${done.events} events in ${done.seals} seals`)
  return 0
}

/** Findings are told as they come: a broken ledger of millions must not fill the memory of the one who asks. */
function teller(context: CommandContext, json: boolean) {
  const count = { wrong: 0, notes: 0 }
  const found = (finding: Finding) => {
    const note = isNote(finding)
    if (note) count.notes += 1
    else count.wrong += 1
    const says = findingWords(finding)
    if (json) context.say(JSON.stringify({ ...finding, note, says }))
    else context.say(`${note ? '  注意 note' : '✗'} ${says.zh} · ${says.en}`)
  }
  return { count, found }
}

async function verify(context: CommandContext, { values }: Given): Promise<number> {
  const { database } = context.running
  const { count, found } = teller(context, values.json)
  const signers = sealKeys(context.config).map((key) => cryptoProvider.sm2.publicKeyOf(key))
  const state = await verifyLedger({ database, signers, found })
  const compared =
    values.against === undefined
      ? undefined
      : await compareSeals(database, fileOf(context, values.against), found)
  if (values.json) context.say(JSON.stringify({ ...state, compared, wrong: count.wrong, notes: count.notes }))
  else {
    const { zones, seals, events, open } = state
    const with_ = compared === undefined ? '' : ` · 副本封签 ${compared} · ${compared} seals of the copy`
    context.say(`${zones} 个高新区 · ${seals} 个封签 · ${events} 个已封事件 · ${open} 个待封${with_}`)
    context.say(`${zones} zones, ${seals} seals, ${events} events sealed, ${open} waiting for their seal`)
    context.say(
      count.wrong === 0
        ? '✓ 账本完好 · the ledger is whole'
        : `✗ ${count.wrong} 处不符 · ${count.wrong} findings`,
    )
  }
  return count.wrong === 0 ? 0 : 1
}

async function copy(context: CommandContext, { positionals }: Given): Promise<number> {
  const [, name] = positionals
  if (!name) throw new Misused('Give the file to write the seals to')
  let count = 0
  async function* lines() {
    for await (const one of exportSeals(context.running.database)) {
      count += 1
      yield `${JSON.stringify(one)}\n`
    }
  }
  await pipeline(lines, createWriteStream(fileOf(context, name)))
  context.say(`${count} 个封签 → ${name} · ${count} seals written to ${name}`)
  return 0
}

async function purge({ running, config, say }: CommandContext): Promise<number> {
  const purges = await purgeLedger({
    database: running.database,
    retentionDays: config.retentionDays,
    sealing: { signKey: sealKeys(config)[0] },
    person: 'system',
  })
  for (const { zone, through, events } of purges)
    say(`${zone}：清除 ${events} 个事件，至封签 ${through} · ${events} events purged, up to seal ${through}`)
  if (purges.length === 0)
    say(`没有超过 ${config.retentionDays} 天的事件 · no event is older than ${config.retentionDays} days`)
  return 0
}

const verbs: Readonly<Record<string, (context: CommandContext, given: Given) => Promise<number>>> = {
  seal,
  verify,
  export: copy,
  purge,
}

/** `ledger seal | verify | export | purge`. */
export const ledgerCommand: Command = async (context, args) => {
  const given = parseArgs({ args: [...args], options, allowPositionals: true })
  const [name = ''] = given.positionals
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) throw new Misused(`ledger ${name} is not a command`)
  return verb(context, given)
}
