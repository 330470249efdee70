import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { text } from '#engine/result/result'
import { frequencies } from './indicator'

export const natures = {
  actual: text('实际', 'Actual'),
  target: text('目标', 'Target'),
  plan: text('计划', 'Plan'),
  fact: text('事实', 'Fact'),
}

/** Which indicators the units of a zone report together, how often, and by which working day. */
export const reportingForm = defineRecord({
  name: 'reporting_form',
  module: 'indicators',
  label: text('填报表', 'Reporting form'),
  about: text('一组一起填报的指标及其频度和截止日', 'Indicators reported together, how often and until when'),
  scope: 'shared',
  title: 'name_zh',
  fields: {
    name_zh: field.text({ label: text('名称', 'Chinese name'), required: true, max: 80, search: true }),
    name_en: field.text({ label: text('英文名称', 'English name'), max: 160 }),
    frequency: field.choice({ label: text('频度', 'Frequency'), required: true, options: frequencies }),
    nature: field.choice({ label: text('性质', 'Nature'), required: true, options: natures }),
    indicators: field.references({ label: text('指标', 'Indicators'), to: 'indicator', required: true }),
    due_workday: field.integer({
      label: text('截止工作日', 'Due working day'),
      help: text('期末后第几个工作日', 'Working days after the period has ended'),
      required: true,
      min: 1,
      max: 60,
    }),
    closed: field.boolean({ label: text('停用', 'Closed') }),
  },
  unique: { name: ['unit_id', 'name_zh'] },
  rights: { read: ['everyone'], create: ['economist'], update: ['economist'], remove: [] },
  list: { columns: ['name_zh', 'unit_id', 'frequency', 'nature', 'due_workday', 'closed'], sort: 'name_zh' },
  form: [
    {
      label: text('填报表', 'Form'),
      fields: ['name_zh', 'name_en', 'frequency', 'nature', 'indicators', 'due_workday', 'closed'],
    },
  ],
})
