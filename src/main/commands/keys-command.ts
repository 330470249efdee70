import { writeFileSync } from 'node:fs'
import { cryptoProvider } from '#platform/crypto/provider'
import { listDataKeys } from '#platform/crypto/data-keys'
import { rewrapKeys, type Rotation, rotateKeys } from '#platform/crypto/rotate-keys'
import { kernelActor } from '#platform/database/database'
import { keyUses, resealZone, sealableZones } from '#platform/records/reseal'
import { masterKeys } from '../open-vault'
import { allSealedColumns } from '../sealed-columns'
import { type Command, type CommandContext, Misused } from './command'

export const keysUsage = `yipanqi keys status
    which keys there are, and how many values and files lie under each
yipanqi keys new-master FILE · yipanqi keys new-seal FILE
    writes a new master key (SM4), or a new key that signs seals (SM2), to a new file that only its owner reads
yipanqi keys rotate
    a new data key for every zone; everything is sealed anew under it, in batches, while the server runs
yipanqi keys rewrap
    wraps the data keys by the current master key, so that an older one can be taken away`

function rotation({ running, config, say }: CommandContext): Rotation {
  const masters = masterKeys(config)
  if (masters.length === 0) throw new Misused('No master key is configured: set YIPANQI_MASTER_KEY')
  const { database } = running
  return {
    database,
    crypto: cryptoProvider,
    masters,
    zones: (tx) => sealableZones(tx, allSealedColumns),
    reseal: (zone, key) => resealZone(database, allSealedColumns, { zone, key }),
    say,
  }
}

async function status({ running, config, say }: CommandContext): Promise<number> {
  const { keys, uses } = await running.database.transaction(kernelActor, 'read', async (tx) => ({
    keys: await listDataKeys(tx),
    uses: await keyUses(tx, allSealedColumns),
  }))
  const masters = masterKeys(config).map(({ id }) => id)
  say(`主密钥 master keys: ${masters.join(', ') || '—'}`)
  for (const key of keys) {
    const use = uses.find(({ key_id }) => key_id === key.id)
    say(
      [
        key.zone_id,
        key.id,
        key.state,
        `master ${key.master_id}`,
        `${use?.values ?? 0} values`,
        `${use?.files ?? 0} files`,
      ].join('\t'),
    )
  }
  for (const use of uses.filter(({ key_id }) => key_id === null))
    say([use.zone_id, '未加密 in the clear', '', '', `${use.values} values`, `${use.files} files`].join('\t'))
  return 0
}

/** Whether the command makes a key, for which no database is needed: keys come before the first start. */
export const isNewKey = ([what]: readonly string[]): boolean => what === 'new-master' || what === 'new-seal'

/** The key goes to a file that did not exist: overwriting one would lose what it had encrypted. */
export function newKeyCommand([what = '', name]: readonly string[], say: (line: string) => void): number {
  if (!name) throw new Misused('Give the file to write the key to')
  const key = what === 'new-seal' ? cryptoProvider.sm2.keyPair().privateKey : hex(cryptoProvider.random(16))
  writeFileSync(name, `${key}\n`, { mode: 0o600, flag: 'wx' })
  say(`${name}：请另存副本，遗失即无法恢复 · keep a copy elsewhere: what is lost with it cannot be recovered`)
  return 0
}

async function rotate(context: CommandContext): Promise<number> {
  const { zones, moved, rewrapped } = await rotateKeys(rotation(context))
  context.say(
    `${zones} 个高新区的新密钥，重新加密 ${moved} 项，重新包装 ${rewrapped} 个密钥 · new keys of ${zones} zones, ${moved} values and files sealed anew, ${rewrapped} keys rewrapped`,
  )
  return 0
}

async function rewrap(context: CommandContext): Promise<number> {
  const count = await rewrapKeys(rotation(context))
  context.say(`重新包装 ${count} 个密钥 · ${count} keys rewrapped`)
  return 0
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** `keys status | rotate | rewrap`. */
export const keysCommand: Command = (context, [name = '']) => {
  switch (name) {
    case 'status':
      return status(context)
    case 'rotate':
      return rotate(context)
    case 'rewrap':
      return rewrap(context)
    default:
      return Promise.reject(new Misused(`keys ${name} is not a command`))
  }
}
