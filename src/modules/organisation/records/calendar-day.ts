import { text } from '#engine/result/result'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'

/** A day that differs from Monday-to-Friday: a public holiday, or a make-up working day (调休). */
export const calendarDay = defineRecord({
  name: 'calendar_day',
  module: 'organisation',
  label: text('工作日历', 'Calendar day'),
  about: text(
    '国务院放假通知中的节假日与调休上班日',
    'A holiday or make-up working day of the State Council’s notice',
  ),
  scope: 'shared',
  key: 'date',
  title: 'name_zh',
  fields: {
    date: field.date({ label: text('日期', 'Date'), required: true, fixed: true }),
    kind: field.choice({
      label: text('类别', 'Kind'),
      required: true,
      options: { holiday: text('放假', 'Holiday'), makeup_workday: text('调休上班', 'Make-up working day') },
    }),
    name_zh: field.text({ label: text('节日', 'Occasion'), required: true, max: 40 }),
  },
  rights: {
    read: ['everyone'],
    create: ['system_admin'],
    update: ['system_admin'],
    remove: ['system_admin'],
  },
  list: { columns: ['date', 'kind', 'name_zh'], sort: '-date' },
  form: [{ label: text('日期', 'Day'), fields: ['date', 'kind', 'name_zh'] }],
})
