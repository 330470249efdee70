import { text } from '#engine/result/result'
import { field } from '#engine/records/field'
import { businessRoles } from '#engine/records/role.data'
import { defineRecord } from '#engine/records/record'

const qualifiers = {
  exact: text('准确', 'Exact'),
  about: text('约', 'About'),
  over: text('超过', 'Over'),
  at_least: text('以上', 'At least'),
  within: text('以内', 'Within'),
}

/** A major project as published or reported. Schedules, lamps and dispatch come on top of this record. */
export const project = defineRecord({
  name: 'project',
  module: 'projects',
  label: text('项目', 'Project'),
  about: text('高新区的重大项目，一项一行', 'A major project of a zone or park, one row each'),
  scope: 'unit',
  title: 'name_zh',
  fields: {
    name_zh: field.text({ label: text('项目名称', 'Project'), required: true, max: 120, search: true }),
    owner: field.text({ label: text('建设单位', 'Owner'), max: 120, search: true }),
    category: field.choice({
      label: text('类别', 'Category'),
      options: {
        manufacturing: text('制造业', 'Manufacturing'),
        medicine: text('生物医药', 'Medicine'),
        'medical-platform': text('医疗健康平台', 'Medical platform'),
        'industrial-premises': text('工业厂房', 'Industrial premises'),
        education: text('教育', 'Education'),
        road: text('道路', 'Road'),
        municipal: text('市政', 'Municipal works'),
      },
    }),
    investment: field.decimal({
      label: text('总投资', 'Total investment'),
      decimals: 4,
      unit: '亿元',
      min: '0',
    }),
    investment_qualifier: field.choice({
      label: text('投资额口径', 'Investment qualifier'),
      options: qualifiers,
    }),
    excludes_working_capital: field.boolean({ label: text('不含流动资金', 'Excludes working capital') }),
    floor_area: field.decimal({
      label: text('建筑面积', 'Floor area'),
      decimals: 2,
      unit: '平方米',
      min: '0',
    }),
    floor_area_qualifier: field.choice({ label: text('面积口径', 'Area qualifier'), options: qualifiers }),
    land: field.decimal({ label: text('用地面积', 'Land'), decimals: 2, unit: '亩', min: '0' }),
    length: field.decimal({ label: text('长度', 'Length'), decimals: 2, unit: '米', min: '0' }),
    capacity: field.text({ label: text('产能规模', 'Capacity'), max: 200 }),
    stage: field.text({ label: text('进展', 'Progress'), max: 200 }),
    started_in: field.period({ label: text('开工月份', 'Started in') }),
    location: field.text({ label: text('地点', 'Location'), max: 200, search: true }),
    source: field.text({ label: text('出处', 'Source'), max: 200 }),
  },
  unique: { name: ['unit_id', 'name_zh'] },
  measures: {
    started: { label: text('开工项目数', 'Projects started'), unit: '个', of: 'count', by: 'started_in' },
    started_investment: {
      label: text('开工项目总投资', 'Investment of projects started'),
      unit: '亿元',
      of: { sum: 'investment' },
      by: 'started_in',
    },
  },
  rights: {
    read: [...businessRoles],
    create: ['project_officer', 'economist'],
    update: ['project_officer', 'economist'],
    remove: ['project_officer'],
  },
  list: {
    columns: ['name_zh', 'unit_id', 'owner', 'category', 'investment', 'stage', 'location'],
    sort: '-investment,name_zh',
  },
  form: [
    {
      label: text('项目', 'Project'),
      fields: ['name_zh', 'owner', 'category', 'stage', 'started_in', 'location'],
    },
    {
      label: text('投资与规模', 'Investment and size'),
      fields: [
        'investment',
        'investment_qualifier',
        'excludes_working_capital',
        'floor_area',
        'floor_area_qualifier',
        'land',
        'length',
        'capacity',
      ],
    },
    { label: text('出处', 'Source'), fields: ['source'] },
  ],
})
