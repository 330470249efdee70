import { rm } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { median } from '../compare'
import { memoryOf, type Place, startProduct } from '../servers'

export interface Starts {
  readonly first: number
  readonly existing: number
  readonly memory: number
}

/** A new and empty place for each first start. */
export interface Fresh {
  readonly make: (round: number) => Promise<Place>
  readonly rounds: number
}

/** Idle: nobody has asked for this long, and what the start used has been given back. */
const idleMilliseconds = 5000

/** First starts with the demonstration, starts on what they left, and the memory held once idle. */
export async function measureStarts({ make, rounds }: Fresh): Promise<Starts> {
  const first: number[] = []
  const existing: number[] = []
  const memory: number[] = []
  for (let round = 0; round < rounds; round++) {
    const place = await make(round)
    const new_ = await startProduct(place)
    first.push(new_.seconds)
    await new_.stop()
    const again = await startProduct(place)
    existing.push(again.seconds)
    await setTimeout(idleMilliseconds)
    memory.push(memoryOf(again))
    await again.stop()
    if ('folder' in place) await rm(place.folder, { recursive: true, force: true })
  }
  return { first: median(first), existing: median(existing), memory: median(memory) }
}
