import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { text } from '#engine/result/result'

/** A data-quality rule an analyst can read, add and switch off; decided while typing and again at submission. */
export const validationRule = defineRecord({
  name: 'validation_rule',
  module: 'indicators',
  label: text('校验规则', 'Validation rule'),
  about: text('填报数据的校验规则，按数据维护', 'A data-quality rule for reported figures, kept as data'),
  scope: 'shared',
  title: 'name_zh',
  fields: {
    name_zh: field.text({ label: text('名称', 'Chinese name'), required: true, max: 80, search: true }),
    name_en: field.text({ label: text('英文名称', 'English name'), max: 160 }),
    kind: field.choice({
      label: text('类型', 'Kind'),
      required: true,
      options: {
        required: text('必填', 'Required'),
        range: text('取值范围', 'Range'),
        jump_prev: text('较上期变动', 'Jump against last period'),
        jump_yoy: text('较上年同期变动', 'Jump against last year'),
        balance: text('平衡关系', 'Balance'),
        outlier: text('异常值', 'Outlier'),
      },
    }),
    indicator: field.reference({ label: text('指标', 'Indicator'), to: 'indicator' }),
    minimum: field.decimal({ label: text('下限', 'Minimum'), decimals: 8 }),
    maximum: field.decimal({ label: text('上限', 'Maximum'), decimals: 8 }),
    percent: field.decimal({ label: text('变动幅度（%）', 'Change (%)'), decimals: 4, min: '0' }),
    left_side: field.text({ label: text('左式', 'Left side'), max: 500 }),
    operator: field.choice({
      label: text('关系', 'Operator'),
      options: {
        '=': text('等于', 'equals'),
        '<=': text('不大于', 'at most'),
        '>=': text('不小于', 'at least'),
      },
    }),
    right_side: field.text({ label: text('右式', 'Right side'), max: 500 }),
    tolerance: field.decimal({ label: text('容差', 'Tolerance'), decimals: 8, min: '0' }),
    severity: field.choice({
      label: text('级别', 'Severity'),
      required: true,
      options: { error: text('错误', 'Error'), warning: text('提示', 'Warning') },
    }),
    explanation: field.boolean({ label: text('须填说明', 'Explanation required') }),
    off: field.boolean({ label: text('停用', 'Off') }),
  },
  rights: { read: ['everyone'], create: ['economist'], update: ['economist'], remove: ['economist'] },
  list: { columns: ['name_zh', 'kind', 'indicator', 'severity', 'explanation', 'off'], sort: 'name_zh' },
  form: [
    {
      label: text('规则', 'Rule'),
      fields: ['name_zh', 'name_en', 'kind', 'indicator', 'severity', 'explanation', 'off'],
    },
    { label: text('范围与变动', 'Range and jump'), fields: ['minimum', 'maximum', 'percent'] },
    { label: text('平衡', 'Balance'), fields: ['left_side', 'operator', 'right_side', 'tolerance'] },
  ],
})
