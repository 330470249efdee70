import type { DispatchReport } from '#modules/projects/dispatch-contract'
import { askJson, type Server, signIn } from '../servers'
import { firstPark } from '../world'

interface Measured {
  readonly seconds: readonly number[]
  readonly projects: number
}

/** The dispatch report of a park's month, whole: what is listed, ten months of each project, lamps and all. */
export async function measureDispatch(server: Server, rounds: number): Promise<Measured> {
  const headers = await signIn(server, 'jing')
  const month = `${new Date().getFullYear()}-10`
  const seconds: number[] = []
  let projects = 0
  for (let round = 0; round < rounds; round++) {
    const since = performance.now()
    const report = await askJson<DispatchReport>(server, {
      method: 'GET',
      path: `/api/dispatch-report?unit=${firstPark}&month=${month}`,
      headers,
    })
    seconds.push((performance.now() - since) / 1000)
    projects = Number(report.figures.projects.value)
    if (Number(report.figures.reported.value) < projects / 2)
      throw new Error('dispatch: the projects have not reported')
  }
  return { seconds, projects }
}
