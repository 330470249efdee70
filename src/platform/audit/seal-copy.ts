import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Finding } from '#engine/ledger/finding'
import type { Seal } from '#engine/ledger/seal'
import { type Database, kernelActor } from '#platform/database/database'
import { ledgerZones, sealsAfter } from './ledger-rows'

const page = 500

/** Every seal, zone by zone in order: what a copy kept elsewhere holds, one JSON line each. */
export async function* exportSeals(database: Database): AsyncGenerator<Seal> {
  const zones = await database.transaction(kernelActor, 'read', ledgerZones)
  for (const zone of zones)
    for (let after = 0; ;) {
      const seals = await database.transaction(kernelActor, 'read', (tx) =>
        sealsAfter(tx, zone, { after, limit: page }),
      )
      yield* seals
      after = seals.at(-1)?.number ?? after
      if (seals.length < page) break
    }
}

function readSeal(line: string, at: number): Seal {
  try {
    const seal = JSON.parse(line) as Seal
    if (typeof seal.zone_id === 'string' && typeof seal.number === 'number' && typeof seal.hash === 'string')
      return seal
  } catch {
    // Told below, with the line.
  }
  throw new Error(`Line ${at} of the copy is not a seal; the copy is damaged`)
}

async function* batchesOf(file: string): AsyncGenerator<Seal[]> {
  let [batch, at]: [Seal[], number] = [[], 0]
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    at += 1
    if (line.trim() === '') continue
    const seal = readSeal(line, at)
    const [first] = batch
    if (first && (first.zone_id !== seal.zone_id || batch.length === page)) {
      yield batch
      batch = []
    }
    batch.push(seal)
  }
  if (batch.length > 0) yield batch
}

/** Compares the ledger with a copy of its seals that was kept elsewhere; returns how many the copy holds. */
export async function compareSeals(
  database: Database,
  file: string,
  found: (finding: Finding) => void,
): Promise<number> {
  let count = 0
  for await (const batch of batchesOf(file)) {
    const [first] = batch
    if (!first) continue
    const zone = first.zone_id
    const own = await database.transaction(kernelActor, 'read', (tx) =>
      sealsAfter(tx, zone, { after: first.number - 1, limit: batch.length }),
    )
    const hashes = new Map(own.map(({ number, hash }) => [number, hash]))
    for (const { number, hash } of batch) {
      const mine = hashes.get(number)
      if (mine === undefined) found({ zone, seal: number, kind: 'tail_removed' })
      else if (mine !== hash) found({ zone, seal: number, kind: 'copy_differs' })
    }
    count += batch.length
  }
  return count
}
