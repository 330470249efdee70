import type { Hash } from './ledger-event'

/** Leaves and nodes are hashed over different first words: a node can never pass for a leaf (RFC 6962, 2.1). */
const node = (hash: Hash, left: string, right: string) => hash(`yipanqi node\n${left}${right}`)

/**
 * The root over digests in their order. A level of odd length carries its last digest up as it is: doubling it would
 * give two lists one root. No digests: the hash of nothing.
 */
export function merkleRoot(hash: Hash, digests: readonly string[]): string {
  let level = digests
  if (level.length === 0) return hash('yipanqi empty\n')
  while (level.length > 1) {
    const next: string[] = []
    for (let index = 0; index < level.length; index += 2) {
      const [left = '', right] = level.slice(index, index + 2)
      next.push(right === undefined ? left : node(hash, left, right))
    }
    level = next
  }
  // The count goes in: a tree must not pass for its own left half.
  return hash(`yipanqi root ${digests.length}\n${level[0] ?? ''}`)
}
