import { readFileSync } from 'node:fs'
import type { Config } from '#platform/config/config'
import { listDataKeys } from '#platform/crypto/data-keys'
import { openVault } from '#platform/crypto/key-vault'
import { type MasterKey, readMasterKeys } from '#platform/crypto/master-keys'
import { cryptoProvider } from '#platform/crypto/provider'
import type { Vault } from '#platform/crypto/vault'
import type { ConnectionSource } from '#platform/database/connection'
import { kernelActor, openDatabase } from '#platform/database/database'

/** The master keys of the settings; throws with the reason when the key file cannot be used. */
export function masterKeys(config: Config): readonly MasterKey[] {
  const keys = readMasterKeys(cryptoProvider, config.masterKey)
  if (keys.ok) return keys.value
  throw new Error(`YIPANQI_MASTER_KEY: ${keys.error}`)
}

/** The SM2 keys of seals, the current one first; older ones only vouch for older seals. Empty: seals are not signed. */
export function sealKeys(config: Config): readonly string[] {
  if (!config.sealKeyFile) return []
  const lines = readFileSync(config.sealKeyFile, 'utf8').split(/\r?\n/)
  const keys = lines.map((line) => line.trim().toLowerCase()).filter((line) => line && !line.startsWith('#'))
  if (keys.length > 0 && keys.every((key) => /^[0-9a-f]{64}$/.test(key))) return keys
  throw new Error(`YIPANQI_SEAL_KEY_FILE: ${config.sealKeyFile} must hold one key of 64 hex digits a line`)
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
