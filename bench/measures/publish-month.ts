import { askJson, type Server } from '../servers'
import { zone } from '../world'

interface Found {
  readonly rows: readonly {
    readonly id: string
    readonly unit_id: string
    readonly version: number
    readonly period: string
  }[]
}

interface Figures {
  readonly figures: readonly { readonly indicator: string; readonly coverage: { readonly have: number } }[]
}

/** Parks' months published one after another; milliseconds of each, and the proof that the zone has them right after. */
export async function measurePublication(
  server: Server,
  headers: Readonly<Record<string, string>>,
  most: number,
): Promise<number[]> {
  const { rows } = await askJson<Found>(server, {
    method: 'GET',
    path: `/api/report?form=form-bench&state=verified&sort=unit_id&size=${most}&count=false`,
    headers,
  })
  const times: number[] = []
  for (const { id, version, period } of rows) {
    const since = performance.now()
    await askJson(server, {
      method: 'POST',
      path: `/api/report/${id}/actions/publish`,
      headers: { ...headers, 'if-match': `"${version}"` },
      body: '{}',
    })
    times.push(performance.now() - since)
    const { figures } = await askJson<Figures>(server, {
      method: 'GET',
      path: `/api/figures?unit=${zone}&from=${period}&to=${period}&natures=actual`,
      headers,
    })
    const have = Math.max(...figures.map(({ coverage }) => coverage.have))
    if (have < times.length) throw new Error(`publish: the zone has ${have} parks of ${times.length}`)
  }
  return times
}
