import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import { dimensionOptions, measureOptions } from './lamp-options'

const makers = ['economist', 'leader'] as const

/**
 * The rule of one dimension in a zone or park (亮灯规则). A unit's rules hold for every project in it and below, until a
 * unit further down has rules of its own; where nobody has any, the shipped table does.
 */
export const lampRule = defineRecord({
  name: 'lamp_rule',
  module: 'projects',
  label: text('亮灯规则', 'Lamp rule'),
  about: text(
    '高新区或园区一个方面的亮灯分档，管本单位及以下的项目',
    'The bands of one dimension, for the projects of a unit and below',
  ),
  scope: 'unit',
  title: 'dimension',
  fields: {
    dimension: field.choice({
      label: text('方面', 'Dimension'),
      required: true,
      fixed: true,
      options: dimensionOptions,
    }),
    measure: field.choice({
      label: text('尺度', 'Measure'),
      help: text(
        '“已支付占应支付”的应支付额为计划到位资金按月数均摊',
        'Paid is compared with the funds planned of the year × months ÷ 12.',
      ),
      required: true,
      options: measureOptions,
    }),
    bands: field.text({
      label: text('分档', 'Bands'),
      help: text(
        '一行一档，由小到大，如：绿灯 ≤0；黄灯 ≥10 ≤30；红灯 >30 → 发督办函。→ 后写亮灯后怎么办，# 后可写说明',
        'One a line, from low to high: green ≤0, yellow ≥10 ≤30, red >30 → letter of supervision. What is done under the lamp follows an →, a note a #.',
      ),
      required: true,
      max: 1500,
      multiline: true,
    }),
    exemptible: field.boolean({
      label: text('可豁免', 'May be exempted'),
      help: text('有正当理由并经批准时不亮灯', 'A good reason, approved, takes the lamp away.'),
    }),
    source: field.text({ label: text('依据', 'Source'), max: 200 }),
  },
  unique: { dimension: ['unit_id', 'dimension'] },
  rights: { read: [...businessRoles], create: [...makers], update: [...makers], remove: [...makers] },
  list: {
    columns: ['dimension', 'unit_id', 'measure', 'exemptible', 'source'],
    sort: 'unit_id,dimension',
  },
  form: [
    {
      label: text('规则', 'Rule'),
      fields: ['dimension', 'measure', 'exemptible', 'source'],
    },
  ],
})
