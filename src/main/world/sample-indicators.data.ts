/**
 * The sample zone's sixty indicators. `level` is an ordinary park's month (or stock) at the beginning of 2023, `growth` a
 * year's growth, `season` how far the year swings, `noise` how far a month strays: figures that look like figures and add up.
 * Formulas are written with the Chinese names, as an official would.
 */
export interface SampleIndicator {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly theme: string
  readonly unit: string
  readonly decimals: number
  readonly direction: 'up' | 'down' | 'none'
  readonly accumulation: 'period' | 'ytd' | 'stock'
  readonly rollup: 'sum' | 'none' | { readonly over: readonly [string, string] } | { readonly by: string }
  readonly level: number
  readonly growth: number
  readonly season: number
  readonly noise: number
  readonly formula?: string
  readonly key?: boolean
  readonly target?: boolean
}

type Head = readonly [theme: string, code: string, zh: string, en: string]
type Direction = SampleIndicator['direction']
type Series = readonly [
  unit: string,
  decimals: number,
  direction: Direction,
  level: number,
  growth: number,
  season: number,
  noise: number,
]
type More = Partial<Pick<SampleIndicator, 'key' | 'target' | 'rollup'>>

/** An amount of the month, added up over parks and months. */
const flow = (
  [theme, code, zh, en]: Head,
  [unit, decimals, direction, level, growth, season, noise]: Series,
  more: More = {},
): SampleIndicator => ({
  code,
  zh,
  en,
  theme,
  unit,
  decimals,
  direction,
  accumulation: 'period',
  rollup: 'sum',
  level,
  growth,
  season,
  noise,
  ...more,
})

/** A level at the month's end. */
const stock: typeof flow = (...given) => ({ ...flow(...given), accumulation: 'stock' })

/** Reported as the sum since January, as statistics offices ask; `level` is still one month's. */
const cumulative: typeof flow = (...given) => ({ ...flow(...given), accumulation: 'ytd' })

const formula = (
  head: Head,
  [unit, decimals, direction, written]: readonly [string, number, Direction, string],
  more: More = {},
): SampleIndicator => ({
  ...flow(head, [unit, decimals, direction, 0, 0, 0, 0]),
  accumulation: 'stock',
  rollup: 'none',
  formula: written,
  ...more,
})

const economy = '产业经济'
const projects = '项目投资'
const attraction = '招商引资'
const innovation = '科技创新'
const enterprises = '企业'
const talent = '人才'
const green = '绿色安全'
const services = '营商环境'

export const sampleIndicators: readonly SampleIndicator[] = [
  flow(
    [economy, 'industrial_output', '规上工业总产值', 'Output of above-scale industry'],
    ['亿元', 2, 'up', 18, 0.09, 0.12, 0.05],
    { key: true, target: true },
  ),
  flow([economy, 'revenue', '营业收入', 'Revenue'], ['亿元', 2, 'up', 26, 0.1, 0.1, 0.05], {
    key: true,
    target: true,
  }),
  flow([economy, 'value_added', '增加值', 'Value added'], ['亿元', 2, 'up', 7.2, 0.08, 0.1, 0.04], {
    target: true,
  }),
  flow([economy, 'profit', '利润总额', 'Profit'], ['亿元', 2, 'up', 2.1, 0.11, 0.2, 0.1], { target: true }),
  flow([economy, 'tax', '上缴税费', 'Taxes paid'], ['亿元', 2, 'up', 1.3, 0.07, 0.25, 0.06], {
    key: true,
    target: true,
  }),
  flow([economy, 'exports', '出口总额', 'Exports'], ['亿元', 2, 'up', 3.4, 0.06, 0.15, 0.09], {
    target: true,
  }),
  flow(
    [economy, 'service_exports', '技术服务出口', 'Exports of technical services'],
    ['亿元', 2, 'up', 0.35, 0.12, 0.15, 0.12],
  ),
  flow(
    [economy, 'hightech_revenue', '高技术产业营业收入', 'Revenue of high-tech industry'],
    ['亿元', 2, 'up', 11, 0.13, 0.1, 0.05],
  ),
  flow(
    [economy, 'hightech_service_revenue', '高技术服务业营业收入', 'Revenue of high-tech services'],
    ['亿元', 2, 'up', 4.1, 0.14, 0.1, 0.06],
  ),
  flow(
    [economy, 'digital_revenue', '数字产业营业收入', 'Revenue of digital industry'],
    ['亿元', 2, 'up', 6.3, 0.15, 0.08, 0.05],
  ),
  flow(
    [economy, 'manufacturing_output', '制造业总产值', 'Manufacturing output'],
    ['亿元', 2, 'up', 15.2, 0.085, 0.12, 0.05],
  ),
  flow([economy, 'wages', '工资性收入', 'Wages'], ['亿元', 2, 'up', 3.1, 0.08, 0.2, 0.03]),
  formula([economy, 'profit_rate', '企业利润率', 'Profit rate'], ['%', 2, 'up', '[利润总额] / [营业收入]']),
  formula(
    [economy, 'hightech_share', '高技术产业营收占比', 'High-tech share of revenue'],
    ['%', 2, 'up', '[高技术产业营业收入] / [营业收入]'],
    { rollup: { over: ['hightech_revenue', 'revenue'] } },
  ),
  formula(
    [economy, 'service_share', '高技术服务业营收占比', 'High-tech services’ share of revenue'],
    ['%', 2, 'up', '[高技术服务业营业收入] / [营业收入]'],
  ),
  formula(
    [economy, 'output_growth', '规上工业总产值同比', 'Growth of above-scale output'],
    ['%', 2, 'up', 'yoy(规上工业总产值)'],
  ),
  formula(
    [economy, 'output_share', '规上工业总产值占全区比重', 'Share of the zone’s output'],
    ['%', 2, 'up', 'share(规上工业总产值)'],
  ),
  formula(
    [economy, 'value_added_rate', '增加值率', 'Rate of value added'],
    ['%', 2, 'up', '[增加值] / [规上工业总产值]'],
  ),
  flow(
    [projects, 'fixed_investment', '固定资产投资', 'Fixed-asset investment'],
    ['亿元', 2, 'up', 5.6, 0.08, 0.3, 0.12],
    { key: true, target: true },
  ),
  flow(
    [projects, 'industrial_investment', '工业投资', 'Industrial investment'],
    ['亿元', 2, 'up', 3.1, 0.1, 0.3, 0.12],
    { target: true },
  ),
  cumulative(
    [projects, 'technical_renovation', '技术改造投资', 'Investment in renovation'],
    ['亿元', 2, 'up', 0.9, 0.09, 0.25, 0.15],
  ),
  flow([projects, 'new_starts', '新开工项目', 'Projects started'], ['个', 0, 'up', 2.2, 0.03, 0.4, 0.4], {
    target: true,
  }),
  cumulative(
    [projects, 'completed_projects', '竣工项目', 'Projects completed'],
    ['个', 0, 'up', 1.4, 0.03, 0.3, 0.5],
  ),
  flow(
    [projects, 'entered_projects', '新入库项目', 'Projects entered in the statistics'],
    ['个', 0, 'up', 1.9, 0.02, 0.3, 0.4],
  ),
  stock(
    [projects, 'projects_under_way', '在建项目', 'Projects under way'],
    ['个', 0, 'up', 24, 0.04, 0.05, 0.03],
  ),
  formula(
    [projects, 'industrial_investment_share', '工业投资占比', 'Industrial share of investment'],
    ['%', 2, 'up', '[工业投资] / [固定资产投资]'],
  ),
  flow(
    [attraction, 'funds_received', '招商到位资金', 'Attracted funds in place, monthly'],
    ['亿元', 2, 'up', 2.8, 0.07, 0.2, 0.15],
    { key: true, target: true },
  ),
  flow(
    [attraction, 'funds_other_provinces', '省外到位资金（月）', 'Funds from other provinces, monthly'],
    ['亿元', 2, 'up', 1.9, 0.08, 0.2, 0.15],
  ),
  cumulative(
    [attraction, 'foreign_capital', '实际使用外资', 'Foreign capital used'],
    ['万美元', 0, 'up', 320, 0.03, 0.3, 0.3],
    { target: true },
  ),
  flow(
    [attraction, 'signed_projects', '新签约项目', 'Projects signed'],
    ['个', 0, 'up', 2.6, 0.05, 0.2, 0.35],
  ),
  flow([attraction, 'delegations', '招商批次', 'Delegations'], ['批次', 0, 'up', 4, 0.05, 0.2, 0.3]),
  flow(
    [innovation, 'rd_spending', '研发经费内部支出', 'Internal R&D spending'],
    ['亿元', 2, 'up', 1.25, 0.12, 0.1, 0.05],
    { target: true },
  ),
  formula(
    [innovation, 'rd_intensity', '研发强度', 'R&D intensity'],
    ['%', 2, 'up', '[研发经费内部支出] / [营业收入]'],
    { key: true, rollup: { over: ['rd_spending', 'revenue'] } },
  ),
  flow(
    [innovation, 'patent_applications', '发明专利申请', 'Invention applications'],
    ['件', 0, 'up', 62, 0.1, 0.15, 0.15],
  ),
  flow(
    [innovation, 'patents_granted', '发明专利授权', 'Inventions granted'],
    ['件', 0, 'up', 31, 0.12, 0.15, 0.15],
    { target: true },
  ),
  stock([innovation, 'patents_valid', '有效发明专利', 'Valid inventions'], ['件', 0, 'up', 1900, 0.14, 0, 0]),
  flow(
    [innovation, 'technology_contracts', '技术合同成交额', 'Value of technology contracts'],
    ['亿元', 2, 'up', 1.6, 0.16, 0.3, 0.12],
    { key: true, target: true },
  ),
  stock(
    [innovation, 'provincial_platforms', '省级以上创新平台', 'Platforms of provincial rank or above'],
    ['家', 0, 'up', 11, 0.08, 0, 0],
  ),
  stock(
    [innovation, 'incubators', '孵化器和众创空间', 'Incubators and maker spaces'],
    ['家', 0, 'up', 6, 0.06, 0, 0],
  ),
  stock(
    [innovation, 'incubatees', '在孵企业', 'Enterprises in incubation'],
    ['家', 0, 'up', 145, 0.07, 0, 0],
  ),
  formula(
    [innovation, 'contracts_per_employee', '人均技术合同成交额', 'Technology contracts per employee'],
    ['元/人', 0, 'up', '[技术合同成交额] / [从业人员]'],
  ),
  stock([enterprises, 'hnte', '高新技术企业', 'High-tech enterprises'], ['家', 0, 'up', 118, 0.11, 0, 0], {
    key: true,
    target: true,
  }),
  stock([enterprises, 'tech_sme', '科技型中小企业', 'Technology SMEs'], ['家', 0, 'up', 210, 0.12, 0.03, 0]),
  stock(
    [enterprises, 'specialised', '专精特新企业', 'Specialised and sophisticated enterprises'],
    ['家', 0, 'up', 27, 0.15, 0, 0],
  ),
  stock([enterprises, 'gazelles', '瞪羚企业', 'Gazelles'], ['家', 0, 'up', 7, 0.1, 0, 0]),
  stock(
    [enterprises, 'above_scale', '规上工业企业', 'Above-scale industrial enterprises'],
    ['家', 0, 'up', 83, 0.05, 0, 0],
  ),
  flow(
    [enterprises, 'new_enterprises', '新注册企业', 'Enterprises registered'],
    ['家', 0, 'up', 64, 0.05, 0.2, 0.15],
  ),
  stock([enterprises, 'listed', '上市企业', 'Listed enterprises'], ['家', 0, 'up', 2, 0.08, 0, 0]),
  stock([talent, 'employees', '从业人员', 'Employees'], ['万人', 2, 'up', 2.4, 0.04, 0.01, 0.01]),
  stock(
    [talent, 'graduates', '本科及以上从业人员', 'Employees with a degree'],
    ['万人', 2, 'up', 1.05, 0.06, 0.01, 0.01],
  ),
  stock(
    [talent, 'rd_staff', '研发人员全时当量', 'R&D staff, full-time equivalents'],
    ['人', 0, 'up', 2600, 0.07, 0.01, 0.01],
  ),
  stock([talent, 'high_level_talent', '高层次人才', 'High-level talents'], ['人', 0, 'up', 46, 0.09, 0, 0]),
  formula(
    [talent, 'graduate_share', '本科及以上人员占比', 'Share of employees with a degree'],
    ['%', 2, 'up', '[本科及以上从业人员] / [从业人员]'],
  ),
  formula(
    [talent, 'productivity', '人均增加值', 'Value added per employee'],
    ['万元/人', 2, 'up', '[增加值] / [从业人员]'],
  ),
  flow([green, 'energy', '综合能耗', 'Energy use'], ['吨标准煤', 0, 'down', 9400, 0.01, 0.1, 0.04]),
  flow([green, 'electricity', '用电量', 'Electricity used'], ['万千瓦时', 0, 'none', 4200, 0.05, 0.15, 0.04]),
  flow(
    [green, 'green_electricity', '绿电消费量', 'Green electricity used'],
    ['万千瓦时', 0, 'up', 900, 0.2, 0.2, 0.06],
  ),
  formula(
    [green, 'green_share', '绿电比例', 'Green power share'],
    ['%', 2, 'up', '[绿电消费量] / [用电量]'],
    { rollup: { over: ['green_electricity', 'electricity'] } },
  ),
  flow([services, 'cases_finished', '政务办件量', 'Cases finished'], ['件', 0, 'up', 880, 0.06, 0.1, 0.08]),
  stock(
    [services, 'satisfaction', '办件满意率', 'Satisfaction with cases'],
    ['%', 2, 'up', 97.5, 0.002, 0, 0.006],
    { rollup: { by: 'cases_finished' } },
  ),
]
