import { sql } from 'kysely'
import { appendEvents } from '#platform/audit/events'
import { type Database, kernelActor, queries, type Transaction } from '#platform/database/database'
import type { CryptoProvider } from './crypto-provider'
import { createDataKey, type DataKey, listDataKeys, unwrapDataKey, wrapDataKey } from './data-keys'
import type { MasterKey } from './master-keys'
import { KeyMissing } from './vault'

/** What a rotation works with; `reseal` moves everything of a zone that is not under its active key, in batches. */
export interface Rotation {
  readonly database: Database
  readonly crypto: CryptoProvider
  /** The current one first. */
  readonly masters: readonly MasterKey[]
  /** Zones that hold anything to be sealed. */
  zones(tx: Transaction): Promise<readonly string[]>
  /** Returns how many values and files were moved; called again until it says 0. */
  reseal(zone: string, key: string): Promise<number>
  readonly say: (line: string) => void
}

export interface Rotated {
  readonly zones: number
  /** Values and files sealed anew. */
  readonly moved: number
  /** Data keys wrapped by the current master key instead of an older one. */
  readonly rewrapped: number
}

const write = <T>(rotation: Rotation, work: (tx: Transaction) => Promise<T>) =>
  rotation.database.transaction(kernelActor, 'write', work)

const currentOf = ({ masters }: Rotation): MasterKey => {
  const [first] = masters
  if (!first) throw new Error('No master key is configured: set YIPANQI_MASTER_KEY')
  return first
}

const note = (tx: Transaction, deed: string, key: DataKey) =>
  appendEvents(tx, [{ zone: key.zone_id, unit: key.zone_id, record: 'data_key', id: key.id, deed }])

/** Wraps every data key by the current master key, so that an older one can be taken away. */
export async function rewrapKeys(rotation: Rotation): Promise<number> {
  const master = currentOf(rotation)
  return write(rotation, async (tx) => {
    const keys = (await listDataKeys(tx)).filter((key) => key.master_id !== master.id)
    for (const key of keys) {
      const clear = unwrapDataKey(rotation.crypto, rotation.masters, key)
      if (!clear) throw new KeyMissing(key.id)
      const wrapped = wrapDataKey(rotation.crypto, master, { ...key, clear })
      await setKey(tx, key, { wrapped, master_id: master.id })
      await note(tx, 'rewrap', key)
    }
    return keys.length
  })
}

const setKey = (tx: Transaction, key: DataKey, values: Partial<DataKey>) =>
  tx.run(
    queries().updateTable('data_key').set(values).where('zone_id', '=', key.zone_id).where('id', '=', key.id),
  )

/**
 * A new active key for every zone, all in one transaction; where a rotation did not come to its end, its keys are the new
 * ones. Returns the key of each zone.
 */
async function beginRotation(rotation: Rotation, zones: readonly string[]): Promise<Map<string, string>> {
  return write(rotation, async (tx) => {
    const keys = await listDataKeys(tx)
    const isUnderWay = keys.some(({ state }) => state === 'retiring')
    const targets = new Map<string, string>()
    for (const zone of zones) {
      const active = keys.filter((key) => key.zone_id === zone && key.state === 'active')
      const last = active.at(-1)
      if (isUnderWay && last) targets.set(zone, last.id)
      else {
        for (const key of active) await setKey(tx, key, { state: 'retiring' })
        const made = await createDataKey(tx, { crypto: rotation.crypto, master: currentOf(rotation), zone })
        await note(tx, 'rotate', made)
        targets.set(zone, made.id)
      }
    }
    return targets
  })
}

/** Old keys stay readable until nothing lies under them any more, and retired ones for what older back-ups hold. */
async function retireKeys(rotation: Rotation, zone: string): Promise<void> {
  await write(rotation, (tx) =>
    tx.run(sql`UPDATE data_key SET state = 'retired' WHERE zone_id = ${zone} AND state = 'retiring'`),
  )
}

/**
 * Gives every zone a new data key and seals everything anew under it, while the server runs. Stopped at any point, the
 * next call goes on where it was: data under the old key opens until its turn has come.
 */
export async function rotateKeys(rotation: Rotation): Promise<Rotated> {
  const rewrapped = await rewrapKeys(rotation)
  const zones = await rotation.database.transaction(kernelActor, 'read', (tx) => rotation.zones(tx))
  const targets = await beginRotation(rotation, zones)
  rotation.database.vault.forget()
  let moved = 0
  for (const [zone, key] of targets) {
    for (let part = await rotation.reseal(zone, key); part > 0; part = await rotation.reseal(zone, key)) {
      moved += part
      rotation.say(`${zone}: ${moved}`)
    }
    await retireKeys(rotation, zone)
  }
  rotation.database.vault.forget()
  return { zones: zones.length, moved, rewrapped }
}
