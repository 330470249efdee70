import { readFileSync } from 'node:fs'
import type { Config } from '#platform/config/config'
import { listDataKeys } from '#platform/crypto/data-keys'
import { openVault } from '#platform/crypto/key-vault'
import { type MasterKey, readMasterKeys } from '#platform/crypto/master-keys'
import { runtimeProvider } from '#platform/crypto/runtime-provider'
import type { Vault } from '#platform/crypto/vault'
import type { ConnectionSource } from '#platform/database/connection'
import { kernelActor, openDatabase } from '#platform/database/database'

/** Every cryptographic operation goes through this; a certified card takes its place here. */
export const cryptoProvider = runtimeProvider

/** The master keys of the settings; throws with the reason when the key file cannot be used. */
export function masterKeys(config: Config): readonly MasterKey[] {
  const keys = readMasterKeys(cryptoProvider, config.masterKey)
  if (keys.ok) return keys.value
  throw new Error(`YIPANQI_MASTER_KEY: ${keys.error}`)
}

/** The SM2 key that signs seals; undefined when none is configured. */
export function sealSigner(config: Config): string | undefined {
  if (!config.sealKeyFile) return undefined
  const key = readFileSync(config.sealKeyFile, 'utf8').trim().toLowerCase()
  if (/^[0-9a-f]{64}$/.test(key)) return key
  throw new Error(`YIPANQI_SEAL_KEY_FILE: ${config.sealKeyFile} does not hold 64 hex digits`)
}

export const configuredVault = (config: Config): Vault => openVault(cryptoProvider, masterKeys(config))

/** Refuses to start over data that these settings cannot open: better now than at the first row. */
export async function assertKeysFit(source: ConnectionSource, config: Config): Promise<void> {
  const masters = new Set(masterKeys(config).map(({ id }) => id))
  const keys = await openDatabase(source).transaction(kernelActor, 'read', (tx) => listDataKeys(tx))
  const missing = [...new Set(keys.map((key) => key.master_id))].filter((id) => !masters.has(id))
  if (missing.length === 0) return
  throw new Error(
    `数据由主密钥 ${missing.join(', ')} 加密，而配置中没有它，请补上 YIPANQI_MASTER_KEY · ` +
      `Data is encrypted under master key ${missing.join(', ')}, which YIPANQI_MASTER_KEY does not hold; add it.`,
  )
}

/** One line at the start: whether what lies on the disk is encrypted. */
export function encryptionLine(config: Config): string {
  const [current] = masterKeys(config)
  return current
    ? `落盘加密：SM4，主密钥 ${current.id} · encrypted at rest: SM4, master key ${current.id}`
    : '落盘加密：未启用（未设 YIPANQI_MASTER_KEY） · encryption at rest: off (YIPANQI_MASTER_KEY is not set)'
}
