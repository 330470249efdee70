import type { SeedRow } from './world'

const rule = (id: string, zh: string, en: string, fields: Readonly<Record<string, unknown>>): SeedRow => ({
  id: `rule-${id}`,
  unit_id: 'CN-HTZ',
  sample: true,
  name_zh: zh,
  name_en: en,
  severity: 'warning',
  ...fields,
})

/** Validation rules of the demonstration: each kind at least once. */
export const sampleRules: readonly SeedRow[] = [
  rule('output-required', '规上工业总产值必填', 'Output is required', {
    kind: 'required',
    indicator: 'industrial_output',
    severity: 'error',
  }),
  rule('revenue-required', '营业收入必填', 'Revenue is required', {
    kind: 'required',
    indicator: 'revenue',
    severity: 'error',
  }),
  rule('output-range', '规上工业总产值不为负', 'Output is not negative', {
    kind: 'range',
    indicator: 'industrial_output',
    minimum: '0',
    severity: 'error',
  }),
  rule('tax-range', '上缴税费不为负', 'Taxes are not negative', {
    kind: 'range',
    indicator: 'tax',
    minimum: '0',
    severity: 'error',
  }),
  rule('satisfaction-range', '满意率在 0 到 100 之间', 'Satisfaction lies between 0 and 100', {
    kind: 'range',
    indicator: 'satisfaction',
    minimum: '0',
    maximum: '100',
    severity: 'error',
  }),
  rule('output-jump', '规上工业总产值环比变动超过 60%', 'Output moved by more than 60 % on last month', {
    kind: 'jump_prev',
    indicator: 'industrial_output',
    percent: '60',
    explanation: true,
  }),
  rule('revenue-jump', '营业收入环比变动超过 60%', 'Revenue moved by more than 60 % on last month', {
    kind: 'jump_prev',
    indicator: 'revenue',
    percent: '60',
    explanation: true,
  }),
  rule('tax-yoy', '上缴税费同比变动超过 50%', 'Taxes moved by more than 50 % on last year', {
    kind: 'jump_yoy',
    indicator: 'tax',
    percent: '50',
    explanation: true,
  }),
  rule('energy-yoy', '综合能耗同比变动超过 40%', 'Energy use moved by more than 40 % on last year', {
    kind: 'jump_yoy',
    indicator: 'energy',
    percent: '40',
    explanation: true,
  }),
  rule('hightech-part', '高技术产业营收不大于营业收入', 'High-tech revenue is part of revenue', {
    kind: 'balance',
    indicator: 'hightech_revenue',
    left_side: 'hightech_revenue',
    operator: '<=',
    right_side: 'revenue',
    severity: 'error',
  }),
  rule('manufacturing-part', '制造业总产值不大于规上工业总产值', 'Manufacturing is part of industry', {
    kind: 'balance',
    indicator: 'manufacturing_output',
    left_side: 'manufacturing_output',
    operator: '<=',
    right_side: 'industrial_output',
    severity: 'error',
  }),
  rule('investment-part', '工业投资不大于固定资产投资', 'Industrial investment is part of fixed investment', {
    kind: 'balance',
    indicator: 'industrial_investment',
    left_side: 'industrial_investment',
    operator: '<=',
    right_side: 'fixed_investment',
    severity: 'error',
  }),
  rule('funds-part', '省外到位资金不大于到位资金', 'Funds from other provinces are part of the funds', {
    kind: 'balance',
    indicator: 'funds_other_provinces',
    left_side: 'funds_other_provinces',
    operator: '<=',
    right_side: 'funds_received',
    severity: 'error',
  }),
  rule('green-part', '绿电消费量不大于用电量', 'Green electricity is part of electricity', {
    kind: 'balance',
    indicator: 'green_electricity',
    left_side: 'green_electricity',
    operator: '<=',
    right_side: 'electricity',
    severity: 'error',
  }),
  rule('rd-outlier', '研发经费偏离历史水平', 'R&D spending is unlike its history', {
    kind: 'outlier',
    indicator: 'rd_spending',
    maximum: '6',
    explanation: true,
  }),
]
