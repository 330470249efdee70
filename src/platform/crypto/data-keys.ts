import { queries, type Transaction } from '#platform/database/database'
import { newId } from '#platform/records/new-id'
import type { CryptoProvider } from './crypto-provider'
import { openBytes, sealBytes } from './envelope'
import type { MasterKey } from './master-keys'

/** `active` seals new data; `retiring` is being replaced by a rotation; `retired` opens what older copies still hold. */
export type KeyState = 'active' | 'retiring' | 'retired'

/** A data key as stored: wrapped by a master key, never in the clear. */
export interface DataKey {
  readonly zone_id: string
  readonly id: string
  readonly master_id: string
  readonly wrapped: string
  readonly state: KeyState
  readonly created_at: string
}

const keyLength = 32

const contextOf = (key: { zone_id: string; id: string }) => `data key|${key.zone_id}|${key.id}`

/** The wrapped form of a data key under a master key. */
export function wrapDataKey(
  crypto: CryptoProvider,
  master: MasterKey,
  key: { zone_id: string; id: string; clear: Uint8Array },
): string {
  const sealed = sealBytes(crypto, { key: master.key, context: contextOf(key), bytes: key.clear })
  return Buffer.from(sealed).toString('base64')
}

/** The data key in the clear; undefined when its master key is not among these. Throws `SealBroken` when it was altered. */
export function unwrapDataKey(
  crypto: CryptoProvider,
  masters: readonly MasterKey[],
  key: DataKey,
): Uint8Array | undefined {
  const master = masters.find(({ id }) => id === key.master_id)
  if (!master) return undefined
  const bytes = Buffer.from(key.wrapped, 'base64')
  return openBytes(crypto, { key: master.key, context: contextOf(key), bytes })
}

/** Keys of a zone, or of all, oldest first: of two active ones, made by two servers at once, the later is used. */
export async function listDataKeys(tx: Transaction, zone?: string): Promise<DataKey[]> {
  const query = queries().selectFrom('data_key').selectAll().orderBy('zone_id').orderBy('id')
  return (await tx.all(zone === undefined ? query : query.where('zone_id', '=', zone))) as DataKey[]
}

/** Makes and stores a new active key. Run as the kernel. */
export async function createDataKey(
  tx: Transaction,
  given: { crypto: CryptoProvider; master: MasterKey; zone: string },
): Promise<DataKey & { clear: Uint8Array }> {
  const { crypto, master, zone } = given
  const [id, clear] = [newId(), crypto.random(keyLength)]
  const key: DataKey = {
    zone_id: zone,
    id,
    master_id: master.id,
    wrapped: wrapDataKey(crypto, master, { zone_id: zone, id, clear }),
    state: 'active',
    created_at: new Date().toISOString(),
  }
  await tx.run(queries().insertInto('data_key').values(key))
  return { ...key, clear }
}
