import type { Transaction } from '#platform/database/database'

/** A file of a zone, as its row holds it. */
interface StoredContent {
  readonly zone: string
  readonly id: string
  readonly content: Uint8Array
  readonly key_id: string | null
}

const placeOf = ({ zone, id }: { zone: string; id: string }) => ({ zone, context: `attachment|${id}` })

/** The columns of a file's content: encrypted and with the id of its key where one is configured. */
export async function sealedContent(
  tx: Transaction,
  given: { zone: string; id: string; bytes: Uint8Array },
): Promise<{ content: Uint8Array; key_id: string | null }> {
  if (!tx.vault.isConfigured) return { content: given.bytes, key_id: null }
  const { key, bytes } = await tx.vault.seal(tx, placeOf(given), given.bytes)
  return { content: bytes, key_id: key }
}

/** The file as it was sent. */
export function openedContent(tx: Transaction, given: StoredContent): Promise<Uint8Array> {
  if (given.key_id === null) return Promise.resolve(given.content)
  return tx.vault.open(tx, placeOf(given), { key: given.key_id, bytes: given.content })
}
