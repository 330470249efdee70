import { describe, expect, it } from 'vitest'
import { Turns } from './postgres-turns'

const turns = (places: number) => new Turns(places, 60_000, () => new Error('late'))

describe('turns for a connection', () => {
  it('are had at once while there are some, then in the order of asking', async () => {
    const two = turns(2)
    await Promise.all([two.take(), two.take()])
    const order: string[] = []
    const waits = ['first', 'second'].map((name) => two.take().then(() => order.push(name)))
    expect(two.waiting).toBe(2)
    two.give()
    await waits[0]
    expect([order, two.waiting]).toEqual([['first'], 1])
    two.give()
    await waits[1]
    expect(order).toEqual(['first', 'second'])
  })

  it('given back while nobody waits are there for the next', async () => {
    const one = turns(1)
    for (let round = 0; round < 3; round++) {
      await one.take()
      one.give()
    }
    expect(one.waiting).toBe(0)
  })

  it('that cannot come for anybody are refused to all who wait, and to nobody after them', async () => {
    const one = turns(1)
    await one.take()
    const waits = [one.take(), one.take()]
    one.refuseAll(new Error('no way to the database'))
    for (const wait of waits) await expect(wait).rejects.toThrow('no way')
    one.give()
    await one.take()
  })

  it('are not waited for without end', async () => {
    const one = new Turns(1, 1, () => new Error('late'))
    await one.take()
    await expect(one.take()).rejects.toThrow('late')
    expect(one.waiting).toBe(0)
  })
})
