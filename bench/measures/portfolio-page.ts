import type { PortfolioReply } from '#modules/projects/portfolio-contract'
import { median } from '../compare'
import { askJson } from '../servers'
import { zone } from '../world'

type Product = Parameters<typeof askJson>[0]

/** A page of a hundred of the zone's projects with their plans, those with a promise, in milliseconds; how many have a plan. */
export async function measurePortfolio(
  product: Product,
  headers: Readonly<Record<string, string>>,
  rounds: number,
): Promise<{ times: number[]; milliseconds: number; planned: number }> {
  const path = `/api/portfolio?unit=${zone}&promised_on.empty=false&sort=name_zh&size=100`
  const times: number[] = []
  let planned = 0
  for (let round = 0; round < rounds; round += 1) {
    const since = performance.now()
    const reply = await askJson<PortfolioReply>(product, { method: 'GET', path, headers })
    times.push(performance.now() - since)
    planned = Object.values(reply.plans).filter(({ nodes }) => nodes > 0).length
  }
  if (planned === 0) throw new Error('no project of the page has a plan')
  return { times, milliseconds: median(times), planned }
}
