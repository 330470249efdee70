import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import { dimensionOptions, lampOptions, lampTones } from './lamp-options'

/** A lamp as it stood in a month, with its sentence: kept by the server so that months in a row can be counted. */
export const projectLamp = defineRecord({
  name: 'project_lamp',
  module: 'projects',
  label: text('月度亮灯', 'Monthly lamp'),
  about: text(
    '项目一个方面在某月的灯，由系统按规则留存',
    'The lamp of one dimension of a project in a month, kept by the server',
  ),
  scope: 'unit',
  within: 'project',
  title: 'month',
  fields: {
    project: field.reference({ label: text('项目', 'Project'), to: 'project', required: true, fixed: true }),
    month: field.period({ label: text('月份', 'Month'), required: true, fixed: true }),
    dimension: field.choice({
      label: text('方面', 'Dimension'),
      required: true,
      fixed: true,
      options: dimensionOptions,
    }),
    colour: field.choice({
      label: text('灯', 'Lamp'),
      required: true,
      options: lampOptions,
      tones: lampTones,
    }),
    measured: field.text({
      label: text('实测值', 'Measured'),
      help: text('以规则的尺度计，未取整', 'In the unit of the rule’s measure, not rounded.'),
      max: 80,
    }),
    says_zh: field.text({ label: text('判定说明', 'Why'), required: true, max: 600 }),
    says_en: field.text({ label: text('判定说明（英文）', 'Why (English)'), required: true, max: 900 }),
    months: field.integer({
      label: text('连续亮灯', 'Months running'),
      help: text('黄、橙、红灯连续的月数', 'Months in a row that were yellow, orange or red.'),
      required: true,
      min: 0,
      max: 1200,
      unit: '个月',
    }),
    exempted_by: field.reference({ label: text('豁免', 'Exempted by'), to: 'lamp_exemption' }),
  },
  unique: { month: ['project', 'month', 'dimension'] },
  rights: { read: [...businessRoles], create: [], update: [], remove: [] },
  list: {
    columns: ['month', 'project', 'unit_id', 'dimension', 'colour', 'months', 'says_zh', 'exempted_by'],
    sort: '-month,project,dimension',
  },
  form: [
    {
      label: text('灯', 'Lamp'),
      fields: [
        'project',
        'month',
        'dimension',
        'colour',
        'measured',
        'says_zh',
        'says_en',
        'months',
        'exempted_by',
      ],
    },
  ],
})
