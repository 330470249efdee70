import type { MappedField } from '#engine/mapping/fit-head'
import { field } from '#engine/records/field'
import { text } from '#engine/result/result'

/** A record type as small as it can be with every kind of field that sheets are about. */
export const testFields: readonly MappedField[] = [
  {
    name: 'unit_id',
    field: field.reference({ label: text('所属单位', 'Unit'), to: 'unit', required: true }),
  },
  { name: 'name_zh', field: field.text({ label: text('项目名称', 'Project'), required: true, max: 120 }) },
  { name: 'owner', field: field.text({ label: text('建设单位', 'Owner'), max: 120 }) },
  {
    name: 'category',
    field: field.choice({
      label: text('类别', 'Category'),
      options: {
        medicine: text('生物医药', 'Medicine'),
        'medical-platform': text('医疗健康平台', 'Medical platform'),
        road: text('道路', 'Road'),
        municipal: text('市政', 'Municipal works'),
      },
    }),
  },
  {
    name: 'investment',
    field: field.decimal({ label: text('总投资', 'Total investment'), decimals: 4, unit: '亿元', min: '0' }),
  },
  {
    name: 'land',
    field: field.decimal({ label: text('用地面积', 'Land'), decimals: 2, unit: '亩', min: '0' }),
  },
  { name: 'planned_start', field: field.date({ label: text('计划开工', 'Planned start') }) },
  { name: 'completed_on', field: field.date({ label: text('实际竣工', 'Completed on') }) },
  { name: 'started_in', field: field.period({ label: text('开工月份', 'Started in') }) },
]

export const fieldMap = new Map(testFields.map(({ name, field: one }) => [name, one]))
