import type { Transaction } from '#platform/database/database'
import type { CryptoProvider } from './crypto-provider'
import { createDataKey, type DataKey, listDataKeys, unwrapDataKey } from './data-keys'
import { openBytes, sealBytes } from './envelope'
import type { MasterKey } from './master-keys'
import { closedVault, KeyMissing, type Place, type SealedBytes, type Vault } from './vault'

type OpenKey = DataKey & { readonly clear: Uint8Array }

class KeyVault implements Vault {
  readonly isConfigured = true
  readonly #keys = new Map<string, OpenKey>()
  readonly #active = new Map<string, OpenKey>()
  /** Zones with a key that these master keys do not open: a second active key beside it would divide the zone. */
  readonly #foreign = new Map<string, string>()
  constructor(
    private readonly crypto: CryptoProvider,
    private readonly masters: readonly MasterKey[],
  ) {}

  async seal(tx: Transaction, { zone, context }: Place, bytes: Uint8Array): Promise<SealedBytes> {
    if (!this.#active.has(zone)) await this.#load(tx, zone)
    const key = this.#active.get(zone) ?? (await this.#make(tx, zone))
    const sealed = sealBytes(this.crypto, { key: key.clear, context: `${zone}|${context}`, bytes })
    return { key: key.id, bytes: sealed }
  }

  async open(tx: Transaction, { zone, context }: Place, { key, bytes }: SealedBytes): Promise<Uint8Array> {
    if (!this.#keys.has(key)) await this.#load(tx, zone)
    const found = this.#keys.get(key)
    if (!found) throw new KeyMissing(key)
    return openBytes(this.crypto, { key: found.clear, context: `${zone}|${context}`, bytes })
  }

  forget(): void {
    this.#active.clear()
    this.#keys.clear()
    this.#foreign.clear()
  }

  async #load(tx: Transaction, zone: string): Promise<void> {
    const rows = await listDataKeys(tx.asKernel, zone)
    this.#foreign.delete(zone)
    for (const row of rows) {
      const clear = unwrapDataKey(this.crypto, this.masters, row)
      if (!clear) {
        this.#foreign.set(zone, row.id)
        continue
      }
      const key = { ...row, clear }
      this.#keys.set(row.id, key)
      if (row.state === 'active') this.#active.set(zone, key)
    }
  }

  /** Kept in memory only once it is committed: a key of a transaction that failed opens nothing. */
  async #make(tx: Transaction, zone: string): Promise<OpenKey> {
    const foreign = this.#foreign.get(zone)
    if (foreign !== undefined) throw new KeyMissing(foreign)
    const key = await createDataKey(tx.asKernel, { crypto: this.crypto, master: this.#current(), zone })
    tx.afterCommit(() => {
      this.#keys.set(key.id, key)
      this.#active.set(zone, key)
    })
    return key
  }

  #current(): MasterKey {
    const [first] = this.masters
    if (!first) throw new Error('A vault needs a master key')
    return first
  }
}

/** The vault of these master keys, the first of which wraps new data keys. */
export const openVault = (crypto: CryptoProvider, masters: readonly MasterKey[]): Vault =>
  masters.length > 0 ? new KeyVault(crypto, masters) : closedVault
