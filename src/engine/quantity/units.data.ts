/** Bases of measure; counting words (个 家 项 …) share `item`, so that 31 家 and 2 个 may be added. */
export type Base =
  | 'cny'
  | 'usd'
  | 'item'
  | 'person'
  | 'household'
  | 'place'
  | 'score'
  | 'year'
  | 'month'
  | 'day'
  | 'working_day'
  | 'metre'
  | 'tonne'
  | 'tce'
  | 'kwh'

export interface UnitRow {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** Exponents of the bases; none for a pure number. */
  readonly dimension: Readonly<Partial<Record<Base, number>>>
  /** One unit is numerator ÷ denominator of the bases: 1 亩 is 2000 ÷ 3 square metres, exactly. */
  readonly factor: readonly [numerator: string, denominator: string]
}

type Row = readonly [code: string, zh: string, en: string, dimension: UnitRow['dimension'], factor: string]

// A factor is written 'a' or 'a/b'. English follows the statistical yearbooks: "100 million yuan".
const ROWS: readonly Row[] = [
  ['yuan', '元', 'yuan', { cny: 1 }, '1'],
  ['wan_yuan', '万元', '10,000 yuan', { cny: 1 }, '10000'],
  ['million_yuan', '百万元', 'million yuan', { cny: 1 }, '1000000'],
  ['yi_yuan', '亿元', '100 million yuan', { cny: 1 }, '100000000'],
  ['usd', '美元', 'US dollars', { usd: 1 }, '1'],
  ['wan_usd', '万美元', '10,000 US dollars', { usd: 1 }, '10000'],
  ['yi_usd', '亿美元', '100 million US dollars', { usd: 1 }, '100000000'],
  ['ratio', '比值', '', {}, '1'],
  ['fold', '倍', 'times', {}, '1'],
  ['percent', '%', '%', {}, '1/100'],
  ['pp', '个百分点', 'pp', {}, '1/100'],
  ['permille', '‰', '‰', {}, '1/1000'],
  ['ge', '个', '', { item: 1 }, '1'],
  ['jia', '家', '', { item: 1 }, '1'],
  ['xiang', '项', '', { item: 1 }, '1'],
  ['jian', '件', '', { item: 1 }, '1'],
  ['wan_jian', '万件', '10,000 items', { item: 1 }, '10000'],
  ['tao', '套', 'sets', { item: 1 }, '1'],
  ['suo', '所', '', { item: 1 }, '1'],
  ['tai', '台', '', { item: 1 }, '1'],
  ['tiao', '条', '', { item: 1 }, '1'],
  ['pici', '批次', 'delegations', { item: 1 }, '1'],
  ['changci', '场次', 'events', { item: 1 }, '1'],
  ['ci', '次', 'times', { item: 1 }, '1'],
  ['ren', '人', 'people', { person: 1 }, '1'],
  ['wan_ren', '万人', '10,000 people', { person: 1 }, '10000'],
  ['renci', '人次', 'visits', { person: 1 }, '1'],
  ['hu', '户', 'households', { household: 1 }, '1'],
  ['wan_hu', '万户', '10,000 households', { household: 1 }, '10000'],
  ['wei', '位', '', { place: 1 }, '1'],
  ['ming', '名', '', { place: 1 }, '1'],
  ['fen', '分', 'points', { score: 1 }, '1'],
  ['year', '年', 'years', { year: 1 }, '1'],
  ['month', '个月', 'months', { month: 1 }, '1'],
  ['day', '天', 'days', { day: 1 }, '1'],
  ['hour', '小时', 'hours', { day: 1 }, '1/24'],
  ['working_day', '工作日', 'working days', { working_day: 1 }, '1'],
  ['m', '米', 'm', { metre: 1 }, '1'],
  ['km', '公里', 'km', { metre: 1 }, '1000'],
  ['m2', '平方米', 'm²', { metre: 2 }, '1'],
  ['wan_m2', '万平方米', '10,000 m²', { metre: 2 }, '10000'],
  ['mu', '亩', 'mu', { metre: 2 }, '2000/3'],
  ['ha', '公顷', 'ha', { metre: 2 }, '10000'],
  ['km2', '平方公里', 'km²', { metre: 2 }, '1000000'],
  ['t', '吨', 't', { tonne: 1 }, '1'],
  ['wan_t', '万吨', '10,000 t', { tonne: 1 }, '10000'],
  ['tce', '吨标准煤', 'tce', { tce: 1 }, '1'],
  ['wan_tce', '万吨标准煤', '10,000 tce', { tce: 1 }, '10000'],
  ['kwh', '千瓦时', 'kWh', { kwh: 1 }, '1'],
  ['wan_kwh', '万千瓦时', '10,000 kWh', { kwh: 1 }, '10000'],
  ['yi_kwh', '亿千瓦时', '100 million kWh', { kwh: 1 }, '100000000'],
  ['jian_per_wan_ren', '件/万人', 'per 10,000 people', { item: 1, person: -1 }, '1/10000'],
  ['ge_per_wan_ren', '个/万人', 'per 10,000 people', { item: 1, person: -1 }, '1/10000'],
  ['jian_per_qianwan_yuan', '件/千万元', 'per 10 million yuan', { item: 1, cny: -1 }, '1/10000000'],
  ['jian_per_baiyi_yuan', '件/百亿元', 'per 10 billion yuan', { item: 1, cny: -1 }, '1/10000000000'],
  ['yuan_per_ren', '元/人', 'yuan per person', { cny: 1, person: -1 }, '1'],
  ['wan_yuan_per_ren', '万元/人', '10,000 yuan per person', { cny: 1, person: -1 }, '10000'],
  ['yuan_per_m2', '元/平方米', 'yuan per m²', { cny: 1, metre: -2 }, '1'],
  ['wan_yuan_per_mu', '万元/亩', '10,000 yuan per mu', { cny: 1, metre: -2 }, '30000/2000'],
  ['yi_yuan_per_km2', '亿元/平方公里', '100 million yuan per km²', { cny: 1, metre: -2 }, '100'],
  ['ren_per_km2', '人/平方公里', 'people per km²', { person: 1, metre: -2 }, '1/1000000'],
  ['tce_per_wan_yuan', '吨标准煤/万元', 'tce per 10,000 yuan', { tce: 1, cny: -1 }, '1/10000'],
  ['kwh_per_wan_yuan', '千瓦时/万元', 'kWh per 10,000 yuan', { kwh: 1, cny: -1 }, '1/10000'],
  ['yi_yuan_per_ge', '亿元/个', '100 million yuan each', { cny: 1, item: -1 }, '100000000'],
]

/** Every unit of measure the product knows, as data. A new one is a line here. */
export const UNIT_ROWS: readonly UnitRow[] = ROWS.map(([code, zh, en, dimension, factor]) => {
  const [numerator = '1', denominator = '1'] = factor.split('/')
  return { code, zh, en, dimension, factor: [numerator, denominator] }
})
