import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'

/** By which day of a month an area takes the papers of statistics entries: the 8th here, the 20th there. */
export const statisticsDeadline = defineRecord({
  name: 'statistics_deadline',
  module: 'projects',
  label: text('入库申报截止日', 'Deadline of statistics entry'),
  about: text(
    '本单位及下级每月几日前交入库材料；未设的按上级，都未设的按 10 日',
    'By which day of the month papers are taken here and below; the nearest above holds, else the 10th',
  ),
  scope: 'unit',
  title: 'day',
  fields: {
    day: field.integer({
      label: text('每月几日', 'Day of the month'),
      required: true,
      min: 1,
      max: 28,
      unit: '天',
    }),
    source: field.text({ label: text('依据', 'By what'), max: 200 }),
  },
  unique: { unit: ['unit_id'] },
  rights: {
    read: [...businessRoles],
    create: ['economist', 'statistician'],
    update: ['economist', 'statistician'],
    remove: ['economist'],
  },
  list: { columns: ['unit_id', 'day', 'source'], sort: 'unit_id' },
  form: [{ label: text('截止日', 'Deadline'), fields: ['day', 'source'] }],
})
