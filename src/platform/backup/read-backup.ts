import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MasterKey } from '#platform/crypto/master-keys'
import {
  backupFormat,
  backupKey,
  BackupDamaged,
  type BackupManifest,
  BackupUnusable,
  manifestCheck,
  manifestName,
} from './manifest'
import { fileDigest, readPart } from './part-file'
import { unpackTar } from './tar'

/** A back-up whose every part has been read and is as it was written. */
export interface CheckedBackup {
  readonly manifest: BackupManifest
  /** Lines of a table, a batch at a time. */
  rows(table: string): AsyncGenerator<string[]>
  close(): Promise<void>
}

async function unpacked(from: string): Promise<{ folder: string; close: () => Promise<void> }> {
  const found = await stat(from).catch(() => undefined)
  if (!found) throw new BackupUnusable(`There is no back-up at ${from}`)
  if (found.isDirectory()) return { folder: from, close: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'yipanqi-restore-'))
  const close = () => rm(folder, { recursive: true, force: true })
  try {
    await unpackTar(from, folder)
  } catch (error) {
    await close()
    throw error
  }
  return { folder, close }
}

async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => {
    throw new BackupDamaged(manifestName, 'it is missing')
  })
  try {
    const manifest = JSON.parse(text) as BackupManifest
    if (manifest.format === backupFormat) return manifest
  } catch {
    throw new BackupDamaged(manifestName, 'it cannot be read: it was torn off or altered')
  }
  throw new BackupUnusable('This is not a back-up of Yipanqi, or one of a newer version')
}

async function checkParts(folder: string, manifest: BackupManifest): Promise<void> {
  for (const { file, bytes, sm3 } of manifest.parts) {
    const found = await fileDigest(join(folder, file)).catch(() => {
      throw new BackupDamaged(file, 'it is missing')
    })
    if (found.bytes < bytes)
      throw new BackupDamaged(file, `it was torn off: ${found.bytes} of ${bytes} bytes`)
    if (found.sm3 !== sm3) throw new BackupDamaged(file, 'its checksum differs: it was altered')
  }
}

/** Opens a back-up (folder or .tar) and checks all of it; throws `BackupDamaged` with the damaged part, or why it cannot be used. */
export async function readBackup(from: string, masters: readonly MasterKey[]): Promise<CheckedBackup> {
  const { folder, close } = await unpacked(from)
  try {
    const manifest = await readManifest(folder)
    const key = backupKey(manifest, masters)
    if (manifestCheck(manifest, key) !== manifest.check)
      throw new BackupDamaged(manifestName, 'its check does not fit: it was altered')
    await checkParts(folder, manifest)
    return {
      manifest,
      rows(table) {
        const part = manifest.parts.find((one) => one.table === table)
        if (!part) throw new BackupDamaged(manifestName, `it has no part for ${table}`)
        return readPart({ path: join(folder, part.file), file: part.file, key })
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}
