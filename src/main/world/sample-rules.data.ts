/** A validation rule of the sample zone as it is written here; sides name indicators by code. */
export interface SampleRule {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly indicator: string
  readonly kind: 'required' | 'range' | 'jump_prev' | 'jump_yoy' | 'balance' | 'outlier'
  /** Bounds, percent, severity and the like, as the record type has them. */
  readonly fields?: Readonly<Record<string, string | boolean>>
  /** Of a balance: the first is at most the second (其中项不大于总项). */
  readonly partOf?: string
}

type Head = readonly [id: string, zh: string, en: string]

const rule = (
  [id, zh, en]: Head,
  [kind, indicator]: readonly [SampleRule['kind'], string],
  fields: Readonly<Record<string, string | boolean>> = {},
): SampleRule => ({ id: `rule-${id}`, zh, en, kind, indicator, fields })

const part = ([id, zh, en]: Head, indicator: string, partOf: string): SampleRule => ({
  ...rule([id, zh, en], ['balance', indicator], { severity: 'error' }),
  partOf,
})

const error = { severity: 'error' }
const explained = { severity: 'warning', explanation: true }

/** Every kind at least once; what must hold is an error, what is merely strange asks for a word of explanation. */
export const sampleRules: readonly SampleRule[] = [
  rule(
    ['output-required', '规上工业总产值必填', 'Output is required'],
    ['required', 'industrial_output'],
    error,
  ),
  rule(['revenue-required', '营业收入必填', 'Revenue is required'], ['required', 'revenue'], error),
  rule(['output-range', '规上工业总产值不为负', 'Output is not negative'], ['range', 'industrial_output'], {
    ...error,
    minimum: '0',
  }),
  rule(['tax-range', '上缴税费不为负', 'Taxes are not negative'], ['range', 'tax'], {
    ...error,
    minimum: '0',
  }),
  rule(
    ['satisfaction-range', '满意率在 0 到 100 之间', 'Satisfaction lies between 0 and 100'],
    ['range', 'satisfaction'],
    { ...error, minimum: '0', maximum: '100' },
  ),
  rule(
    ['output-jump', '规上工业总产值环比变动超过 60%', 'Output moved by more than 60 % on last month'],
    ['jump_prev', 'industrial_output'],
    { ...explained, percent: '60' },
  ),
  rule(
    ['revenue-jump', '营业收入环比变动超过 60%', 'Revenue moved by more than 60 % on last month'],
    ['jump_prev', 'revenue'],
    { ...explained, percent: '60' },
  ),
  rule(
    ['tax-yoy', '上缴税费同比变动超过 50%', 'Taxes moved by more than 50 % on last year'],
    ['jump_yoy', 'tax'],
    { ...explained, percent: '50' },
  ),
  rule(
    ['investment-yoy', '固定资产投资同比变动超过 80%', 'Investment moved by more than 80 % on last year'],
    ['jump_yoy', 'fixed_investment'],
    { ...explained, percent: '80' },
  ),
  rule(
    ['energy-yoy', '综合能耗同比变动超过 40%', 'Energy use moved by more than 40 % on last year'],
    ['jump_yoy', 'energy'],
    { ...explained, percent: '40' },
  ),
  part(
    ['hightech-part', '高技术产业营收不大于营业收入', 'High-tech revenue is part of revenue'],
    'hightech_revenue',
    'revenue',
  ),
  part(
    ['manufacturing-part', '制造业总产值不大于规上工业总产值', 'Manufacturing is part of industry'],
    'manufacturing_output',
    'industrial_output',
  ),
  part(
    ['investment-part', '工业投资不大于固定资产投资', 'Industrial investment is part of fixed investment'],
    'industrial_investment',
    'fixed_investment',
  ),
  part(
    ['funds-part', '省外到位资金不大于到位资金', 'Funds from other provinces are part of the funds'],
    'funds_other_provinces',
    'funds_received',
  ),
  part(
    ['green-part', '绿电消费量不大于用电量', 'Green electricity is part of electricity'],
    'green_electricity',
    'electricity',
  ),
  rule(
    ['rd-outlier', '研发经费偏离历史水平', 'R&D spending is unlike its history'],
    ['outlier', 'rd_spending'],
    { ...explained, maximum: '6' },
  ),
]
