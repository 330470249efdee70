import { type Bench, type Compared, compare, type Pair } from '../compare'
import { sampleIndicators } from '#main/world/sample-indicators.data'
import type { Asked } from '../http-client'
import { askJson } from '../servers'
import { counted, figureYear, firstPark, projectYear, zone } from '../world'

/** Who asks: headers of the park's officer, and of the zone's officer where the question is about all parks. */
export interface People {
  readonly park: Readonly<Record<string, string>>
  readonly zone: Readonly<Record<string, string>>
}

/** A measure in requests a second, with the proof that both servers answer the same. */
export interface RequestMeasure {
  readonly name: string
  readonly pair: (people: People) => Pair
  readonly agree: (bench: Bench, pair: Pair) => Promise<void>
}

const categories = [
  'manufacturing',
  'medicine',
  'medical-platform',
  'industrial-premises',
  'education',
  'road',
]

const get = (path: string, headers?: Readonly<Record<string, string>>): Asked => ({
  method: 'GET',
  path,
  ...(headers && { headers }),
})

function assertSame(what: string, product: unknown, bare: unknown): void {
  const [one, other] = [JSON.stringify(product), JSON.stringify(bare)]
  if (one !== other)
    throw new Error(`${what}: the servers disagree\n${one.slice(0, 500)}\n${other.slice(0, 500)}`)
}

interface Rows {
  readonly rows: readonly Readonly<Record<string, string>>[]
  readonly total: number
}

const first = (asked: readonly Asked[]): Asked => asked[0] as Asked

const listProjects: RequestMeasure = {
  name: 'list_projects',
  pair: ({ park }) => ({
    product: categories.map((category) =>
      get(`/api/project?unit=${firstPark}&category=${category}&sort=-investment,name_zh`, park),
    ),
    bare: categories.map((category) => get(`/list?unit=${firstPark}&category=${category}`)),
  }),
  async agree({ product, bare }, pair) {
    const one = await askJson<Rows>(product, first(pair.product))
    const other = await askJson<Rows>(bare, first(pair.bare))
    const seen = ({ rows, total }: Rows) => [total, rows.map(({ id, investment }) => [id, investment])]
    assertSame('list', seen(one), seen(other))
  },
}

interface Figures {
  readonly figures: readonly {
    readonly unit: string
    readonly indicator: string
    readonly period: string
    readonly value: string
  }[]
}

const sumByPark: RequestMeasure = {
  name: 'sum_by_park',
  pair: ({ zone: officer }) => ({
    product: [
      get(
        `/api/figures?unit=${zone}&below=true&indicators=${counted.projects},${counted.investment}&from=${projectYear}&to=${projectYear}`,
        officer,
      ),
    ],
    bare: [get(`/sums?zone=${zone}&from=${projectYear}-01&to=${projectYear}-12`)],
  }),
  async agree({ product, bare }, pair) {
    const { figures } = await askJson<Figures>(product, first(pair.product))
    const { rows } = await askJson<Rows>(bare, first(pair.bare))
    const kept = figures.filter((one) => one.indicator === counted.investment && one.unit !== zone)
    const sorted = (pairs: [string, number][]) => pairs.toSorted((a, b) => a[0].localeCompare(b[0]))
    assertSame(
      'sums',
      sorted(kept.map(({ unit, value }) => [unit, Number(value)])),
      sorted(rows.map((row) => [row.unit_id ?? '', Number(row.investment)])),
    )
  },
}

/** As many indicators as a page of a zone shows. */
const shownIndicators = 20

/** A year of a zone by month, for these indicators or for all of them. */
const yearOf = (name: string, indicators: readonly string[] | undefined): RequestMeasure => ({
  name,
  pair({ zone: officer }) {
    const span = `from=${figureYear}-01&to=${figureYear}-12`
    const only = indicators ? `&indicators=${indicators.join(',')}` : ''
    return {
      product: [get(`/api/figures?unit=${zone}&${span}&natures=actual${only}`, officer)],
      bare: [get(`/${indicators ? 'shown' : 'year'}?zone=${zone}&${span}${only}`)],
    }
  },
  async agree({ product, bare }, pair) {
    const { figures } = await askJson<Figures>(product, first(pair.product))
    const { rows } = await askJson<Rows>(bare, first(pair.bare))
    const kept = new Map(figures.map((one) => [`${one.indicator} ${one.period}`, Number(one.value)]))
    const sums = rows.map((row) => [`${row.indicator} ${row.period}`, Number(row.value)] as const)
    const same = sums.filter(([key, value]) => Math.abs((kept.get(key) ?? NaN) - value) < 0.01)
    // Rates are weighted means in the zone, which a raw sum does not know: most indicators are sums.
    if (figures.length < sums.length * 0.9 || same.length < sums.length * 0.6)
      throw new Error(`year: ${figures.length} figures, ${sums.length} sums, ${same.length} the same`)
  },
})

const shown = sampleIndicators
  .filter(({ formula }) => formula === undefined)
  .slice(0, shownIndicators)
  .map(({ code }) => code)

/** A project that has not started, as new ones have not; or one that has, and is counted among the park's figures. */
const createOf = (name: string, started: { started_in?: string }): RequestMeasure => ({
  name,
  pair({ park }) {
    const row = {
      unit_id: firstPark,
      name_zh: '新建测试项目 {{n}}',
      owner: '示范核心发展有限公司',
      category: 'manufacturing',
      investment: '3.25',
      location: '核心园示范路 1 号',
      ...started,
    }
    const body = JSON.stringify(row)
    return {
      product: [{ method: 'POST', path: '/api/project', headers: park, body }],
      bare: [{ method: 'POST', path: '/create', body }],
      status: { product: 201, bare: 200 },
    }
  },
  agree: async () => {},
})

export const requestMeasures: readonly RequestMeasure[] = [
  listProjects,
  sumByPark,
  yearOf('zone_year', shown),
  yearOf('zone_year_all', undefined),
  createOf('create_project', {}),
  createOf('create_started_project', { started_in: `${projectYear}-05` }),
]

export async function measureRequests(
  bench: Bench,
  measure: RequestMeasure,
  people: People,
): Promise<Compared> {
  const pair = measure.pair(people)
  await measure.agree(bench, pair)
  return compare(bench, pair)
}
