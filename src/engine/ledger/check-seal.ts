import type { Finding } from './finding'
import { differingFields, eventDigest, type Hash, type LedgerEvent } from './ledger-event'
import { merkleRoot } from './merkle'
import { firstPrevious, type Seal, sealHash } from './seal'

/** One kept digest of a seal, and the event it belongs to where that is still there. */
export interface Leaf {
  readonly event_id: string
  /** From 0, in order of event id. */
  readonly position: number
  readonly digest: string
  readonly marks: string
  readonly event: (LedgerEvent & { readonly digest: string | null }) | undefined
}

/** What is wrong with a seal in itself and with its place in the chain; `before`: undefined for the first. */
export function checkSeal(hash: Hash, seal: Seal, before: Seal | undefined): Finding[] {
  const place = { zone: seal.zone_id, seal: seal.number }
  const expected = (before?.number ?? 0) + 1
  const missing = Array.from({ length: Math.max(0, seal.number - expected) }, (_, index) => ({
    zone: seal.zone_id,
    seal: expected + index,
    kind: 'seal_removed' as const,
  }))
  const changed = sealHash(hash, seal) !== seal.hash
  // After a gap the link cannot fit: the gap is the finding.
  const unlinked = missing.length === 0 && seal.previous !== (before?.hash ?? firstPrevious)
  return [
    ...missing,
    ...(changed ? [{ ...place, kind: 'seal_changed' as const }] : []),
    ...(unlinked ? [{ ...place, kind: 'seal_unlinked' as const }] : []),
  ]
}

function checkLeaf(hash: Hash, seal: Seal, leaf: Leaf): Finding[] {
  const place = { zone: seal.zone_id, seal: seal.number, event: leaf.event_id }
  if (!leaf.event) return [{ ...place, kind: 'event_removed' }]
  const digest = eventDigest(hash, leaf.event)
  if (digest !== leaf.digest) {
    const differs = differingFields(hash, leaf.event, leaf.marks)
    // The event fits its own digest and every mark: it is the leaf that was written over.
    const isLeaf = leaf.event.digest === digest && differs.length === 0
    return isLeaf ? [{ ...place, kind: 'leaf_changed' }] : [{ ...place, kind: 'event_changed', differs }]
  }
  const marked = differingFields(hash, leaf.event, leaf.marks)
  if (marked.length > 0) return [{ ...place, kind: 'leaf_changed', differs: marked }]
  if (leaf.event.digest !== '' && leaf.event.digest !== digest)
    return [{ ...place, kind: 'event_changed', differs: ['digest'] }]
  return []
}

function checkOrder(seal: Seal, leaves: readonly Leaf[]): Finding[] {
  return leaves.flatMap((leaf, index) => {
    const before = leaves[index - 1]
    return before && before.event_id >= leaf.event_id
      ? [{ zone: seal.zone_id, seal: seal.number, event: leaf.event_id, kind: 'event_reordered' as const }]
      : []
  })
}

/** Leaves that the seal does not count, and leaves that it counts but that are gone. */
function checkCount(seal: Seal, leaves: readonly Leaf[]): Finding[] {
  const place = { zone: seal.zone_id, seal: seal.number }
  const positions = new Set<number>()
  const more = leaves.filter(({ position }) => {
    const extra = position < 0 || position >= seal.events || positions.has(position)
    positions.add(position)
    return extra
  })
  return [
    ...more.map(({ event_id }) => ({ ...place, event: event_id, kind: 'event_inserted' as const })),
    ...(leaves.length - more.length < seal.events ? [{ ...place, kind: 'leaf_removed' as const }] : []),
  ]
}

/**
 * What is wrong with the batch of one seal. `leaves` come in order of position. The root is the proof; the kept digests
 * and marks say which event it was. Rewritten together with its leaf, a change shows as `root_differs`.
 */
export function checkBatch(hash: Hash, seal: Seal, leaves: readonly Leaf[]): Finding[] {
  const findings = [
    ...checkCount(seal, leaves),
    ...checkOrder(seal, leaves),
    ...leaves.flatMap((leaf) => checkLeaf(hash, seal, leaf)),
  ]
  const fits =
    merkleRoot(
      hash,
      leaves.map(({ digest }) => digest),
    ) === seal.root
  const explained = findings.some(({ kind }) => kind !== 'event_changed' && kind !== 'event_removed')
  if (!fits && !explained) findings.push({ zone: seal.zone_id, seal: seal.number, kind: 'root_differs' })
  return findings
}
