import { canonicalJson } from '#engine/ledger/canonical-json'
import { openBytes, sealBytes } from '#platform/crypto/envelope'
import type { MasterKey } from '#platform/crypto/master-keys'
import { cryptoProvider } from '#platform/crypto/provider'

export const backupFormat = 'yipanqi-backup-1'
export const manifestName = 'manifest.json'

export interface BackupPart {
  readonly table: string
  /** File name within the back-up. */
  readonly file: string
  readonly rows: number
  readonly bytes: number
  /** Of the file as it lies there. */
  readonly sm3: string
}

export interface BackupManifest {
  readonly format: string
  readonly id: string
  /** The moment of the snapshot: what was committed before is in it, what came after is not. */
  readonly recovery_point: string
  readonly database: 'embedded' | 'postgres'
  readonly migrations: readonly { readonly name: string; readonly digest: string }[]
  readonly parts: readonly BackupPart[]
  /** The last seal of every zone. */
  readonly ledger: readonly { readonly zone_id: string; readonly number: number; readonly hash: string }[]
  /** Ids of the master keys that the data keys in it are wrapped by. */
  readonly master_keys: readonly string[]
  /** The key of this back-up, wrapped; null: not encrypted. */
  readonly encryption: { readonly master_id: string; readonly wrapped: string } | null
  /** SM3 over all the rest; HMAC-SM3 by the key of the back-up where it is encrypted. */
  readonly check: string
}

/** A back-up that is not whole, with the part that is damaged. */
export class BackupDamaged extends Error {
  constructor(
    readonly part: string,
    readonly why: string,
  ) {
    super(`${part}: ${why}`)
    this.name = 'BackupDamaged'
  }
}

/** A back-up that is whole but cannot be used here, with the reason. */
export class BackupUnusable extends Error {
  constructor(why: string) {
    super(why)
    this.name = 'BackupUnusable'
  }
}

const contextOf = (id: string) => `backup|${id}`

/** A key for one back-up, and the form in which its manifest carries it; undefined without a master key. */
export function newBackupKey(id: string, master: MasterKey | undefined) {
  if (!master) return undefined
  const key = cryptoProvider.random(32)
  const wrapped = sealBytes(cryptoProvider, { key: master.key, context: contextOf(id), bytes: key })
  return { key, stored: { master_id: master.id, wrapped: Buffer.from(wrapped).toString('base64') } }
}

/** The key of a back-up; undefined when it is not encrypted. */
export function backupKey(manifest: BackupManifest, masters: readonly MasterKey[]): Uint8Array | undefined {
  if (!manifest.encryption) return undefined
  const { master_id, wrapped } = manifest.encryption
  const master = masters.find(({ id }) => id === master_id)
  if (!master)
    throw new BackupUnusable(
      `The back-up is encrypted under master key ${master_id}: set YIPANQI_MASTER_KEY to it`,
    )
  try {
    const bytes = Buffer.from(wrapped, 'base64')
    return openBytes(cryptoProvider, { key: master.key, context: contextOf(manifest.id), bytes })
  } catch {
    throw new BackupDamaged(manifestName, 'its key does not open: it was altered')
  }
}

/** What `check` has to be. */
export function manifestCheck(manifest: Omit<BackupManifest, 'check'>, key: Uint8Array | undefined): string {
  const { check: _check, ...rest } = manifest as BackupManifest
  const text = canonicalJson(rest)
  return key
    ? Buffer.from(cryptoProvider.hmac(key, [text])).toString('hex')
    : cryptoProvider.digest('sm3', text)
}
