import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'

/** A batch of projects started together (集中开工), with the totals that were published of it. */
export const jointStart = defineRecord({
  name: 'joint_start',
  module: 'projects',
  label: text('集中开工', 'Joint start'),
  about: text('一批项目同时开工，并公布总量', 'A batch of projects started on one day, with its totals'),
  scope: 'unit',
  title: 'name_zh',
  fields: {
    name_zh: field.text({ label: text('批次', 'Batch'), required: true, max: 120, search: true }),
    held_on: field.date({ label: text('开工日期', 'Held on') }),
    month: field.period({ label: text('月份', 'Month'), required: true }),
    projects: field.references({ label: text('项目', 'Projects'), to: 'project' }),
    published_count: field.integer({ label: text('公布项目数', 'Projects published'), min: 0, unit: '个' }),
    published_investment: field.decimal({
      label: text('公布总投资', 'Investment published'),
      decimals: 4,
      unit: '亿元',
      min: '0',
    }),
    published_plan: field.decimal({
      label: text('公布年度计划投资', 'Planned investment of the year, published'),
      decimals: 4,
      unit: '亿元',
      min: '0',
    }),
    counted_investment: field.decimal({
      label: text('项目台账总投资', 'Investment of its projects'),
      decimals: 4,
      unit: '亿元',
      computed: true,
    }),
    known: field.integer({
      label: text('总投资已知的项目数', 'Projects whose investment is known'),
      unit: '个',
      computed: true,
    }),
    source: field.text({ label: text('出处', 'Source'), max: 200 }),
  },
  unique: { name: ['unit_id', 'name_zh'] },
  rights: {
    read: [...businessRoles],
    create: ['project_officer', 'economist'],
    update: ['project_officer', 'economist'],
    remove: ['project_officer', 'economist'],
  },
  list: {
    columns: [
      'name_zh',
      'unit_id',
      'month',
      'published_count',
      'published_investment',
      'counted_investment',
      'known',
    ],
    sort: '-month,name_zh',
  },
  form: [
    { label: text('批次', 'Batch'), fields: ['name_zh', 'held_on', 'month', 'projects'] },
    {
      label: text('公布的总量', 'Totals as published'),
      fields: ['published_count', 'published_investment', 'published_plan', 'source'],
    },
  ],
})
