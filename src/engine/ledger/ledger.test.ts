import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json'
import { checkBatch, checkSeal, type Leaf } from './check-seal'
import { findingWords } from './finding'
import { eventDigest, eventFields, eventMarks, type LedgerEvent } from './ledger-event'
import { merkleRoot } from './merkle'
import { firstPrevious, type Seal, sealHash } from './seal'

const hash = (text: string) => createHash('sm3').update(text, 'utf8').digest('hex')

const event = fc.record({
  at: fc
    .date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2030-01-01') })
    .map((at) => at.toISOString()),
  person_id: fc.string(),
  record: fc.constantFrom('project', 'report'),
  row_id: fc.string(),
  unit_id: fc.string(),
  deed: fc.constantFrom('create', 'update'),
  reason: fc.option(fc.string()),
  changes: fc.dictionary(fc.string(), fc.tuple(fc.jsonValue(), fc.jsonValue())),
  request_id: fc.uuid(),
})

const batch = fc
  .array(event, { minLength: 1, maxLength: 20 })
  .map((events): LedgerEvent[] =>
    events.map((one, index) => ({ ...one, zone_id: 'LZ', id: `e${String(index).padStart(3, '0')}` })),
  )

const leafOf = (one: LedgerEvent, position: number): Leaf => ({
  event_id: one.id,
  position,
  digest: eventDigest(hash, one),
  marks: eventMarks(hash, one),
  event: { ...one, digest: eventDigest(hash, one) },
})

function sealed(events: readonly LedgerEvent[]): { seal: Seal; leaves: Leaf[] } {
  const leaves = events.map(leafOf)
  const header = {
    zone_id: 'LZ',
    number: 1,
    at: '2026-03-01T00:00:00Z',
    events: events.length,
    first_id: events[0]?.id ?? '',
    last_id: events.at(-1)?.id ?? '',
    root: merkleRoot(
      hash,
      leaves.map(({ digest }) => digest),
    ),
    previous: firstPrevious,
  }
  return { seal: { ...header, hash: sealHash(hash, header), signer: null, signature: null }, leaves }
}

describe('one text for one value', () => {
  it('whatever the order of keys, and through JSON and back', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
        expect(canonicalJson(JSON.parse(JSON.stringify(value)))).toBe(
          canonicalJson(JSON.parse(canonicalJson(value))),
        )
      }),
    )
  })
})

describe('the Merkle root', () => {
  const digests = fc.array(fc.uuid().map(hash), { minLength: 1, maxLength: 40 })

  it('is another for any list that is not the same: changed, shorter, longer, reordered', () => {
    fc.assert(
      fc.property(digests, digests, (a, b) => {
        fc.pre(canonicalJson(a) !== canonicalJson(b))
        expect(merkleRoot(hash, a)).not.toBe(merkleRoot(hash, b))
      }),
    )
    fc.assert(
      fc.property(digests, fc.nat(), (list, at) => {
        const index = at % list.length
        const [one = ''] = list.slice(index)
        expect(merkleRoot(hash, list.toSpliced(index, 1))).not.toBe(merkleRoot(hash, list))
        expect(merkleRoot(hash, list.toSpliced(index, 0, one))).not.toBe(merkleRoot(hash, list))
        expect(merkleRoot(hash, list.with(index, hash(one)))).not.toBe(merkleRoot(hash, list))
      }),
    )
  })

  it('of nothing is not that of one', () => {
    expect(merkleRoot(hash, [])).not.toBe(merkleRoot(hash, [hash('')]))
  })
})

describe('a sealed batch', () => {
  it('that nobody touched is without a finding', () => {
    fc.assert(
      fc.property(batch, (events) => {
        const { seal, leaves } = sealed(events)
        expect(checkBatch(hash, seal, leaves)).toEqual([])
        expect(checkSeal(hash, seal, undefined)).toEqual([])
      }),
    )
  })

  it('names the event and the field that was changed', () => {
    fc.assert(
      fc.property(batch, fc.nat(), fc.constantFrom(...eventFields.slice(2)), (events, at, field) => {
        const { seal, leaves } = sealed(events)
        const index = at % leaves.length
        const leaf = leaves[index] as Leaf
        const altered = {
          ...leaf,
          event: { ...leaf.event, [field]: `${canonicalJson(leaf.event?.[field])}x` } as never,
        }
        expect(checkBatch(hash, seal, leaves.with(index, altered))).toEqual([
          { zone: 'LZ', seal: 1, event: leaf.event_id, kind: 'event_changed', differs: [field] },
        ])
      }),
    )
  })

  it('names the event that was removed, and the one put in', () => {
    fc.assert(
      fc.property(batch, fc.nat(), (events, at) => {
        const { seal, leaves } = sealed(events)
        const index = at % leaves.length
        const leaf = leaves[index] as Leaf
        expect(checkBatch(hash, seal, leaves.with(index, { ...leaf, event: undefined }))).toEqual([
          { zone: 'LZ', seal: 1, event: leaf.event_id, kind: 'event_removed' },
        ])
        expect(checkBatch(hash, seal, leaves.toSpliced(index, 1))).toContainEqual({
          zone: 'LZ',
          seal: 1,
          kind: 'leaf_removed',
        })
        const more = leafOf({ ...(events[0] as LedgerEvent), id: 'forged' }, leaves.length)
        expect(checkBatch(hash, seal, [...leaves, more])).toContainEqual({
          zone: 'LZ',
          seal: 1,
          event: 'forged',
          kind: 'event_inserted',
        })
      }),
    )
  })

  it('names events whose order was changed', () => {
    const events = ['a', 'b', 'c'].map((id) => ({
      ...(fc.sample(event, 1)[0] as LedgerEvent),
      zone_id: 'LZ',
      id,
    }))
    const { seal, leaves } = sealed(events)
    const [a, b, c] = leaves as [Leaf, Leaf, Leaf]
    const swapped = [{ ...b, position: 0 }, { ...a, position: 1 }, c]
    expect(checkBatch(hash, seal, swapped)).toEqual([
      { zone: 'LZ', seal: 1, event: 'a', kind: 'event_reordered' },
    ])
  })

  it('does not fit when event, digest and leaf were rewritten together', () => {
    fc.assert(
      fc.property(batch, (events) => {
        const { seal } = sealed(events)
        const forged = events.map((one, index) =>
          index === 0 ? { ...one, reason: `${one.reason ?? ''}!` } : one,
        )
        expect(checkBatch(hash, seal, forged.map(leafOf))).toEqual([
          { zone: 'LZ', seal: 1, kind: 'root_differs' },
        ])
      }),
    )
  })
})

describe('the chain of seals', () => {
  const first = sealed([{ ...(fc.sample(event, 1)[0] as LedgerEvent), zone_id: 'LZ', id: 'a' }]).seal
  const next = (given: Partial<Seal>): Seal => {
    const header = { ...first, number: 2, previous: first.hash, ...given }
    return { ...header, hash: given.hash ?? sealHash(hash, header) }
  }

  it('tells a seal that was changed, removed, or does not follow', () => {
    expect(checkSeal(hash, next({}), first)).toEqual([])
    expect(checkSeal(hash, { ...next({}), events: 2 }, first)).toEqual([
      { zone: 'LZ', seal: 2, kind: 'seal_changed' },
    ])
    expect(checkSeal(hash, next({ previous: hash('x') }), first)).toEqual([
      { zone: 'LZ', seal: 2, kind: 'seal_unlinked' },
    ])
    expect(checkSeal(hash, next({ number: 4 }), first).map(({ seal, kind }) => [seal, kind])).toEqual([
      [2, 'seal_removed'],
      [3, 'seal_removed'],
    ])
  })

  it('is told in both languages', () => {
    expect(
      findingWords({ zone: 'LZ', seal: 2, event: 'a', kind: 'event_changed', differs: ['reason'] }),
    ).toEqual({
      zh: 'LZ 封签 2 事件 a：事件被改动（reason）',
      en: 'LZ seal 2 event a: the event was changed (reason)',
    })
  })
})
