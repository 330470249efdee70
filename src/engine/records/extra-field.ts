import { text } from '#engine/result/result'
import { field } from './field'
import { defineRecord } from './record'

/** A field that a zone adds to a record type without code: listed, filtered, imported and exported like the others. */
export const extraField = defineRecord({
  name: 'extra_field',
  module: 'organisation',
  label: text('扩展字段', 'Extra field'),
  about: text('高新区自行为记录类型增加的字段', 'A field a zone has added to a record type without code'),
  scope: 'shared',
  title: 'label_zh',
  fields: {
    record: field.text({ label: text('记录类型', 'Record type'), required: true, fixed: true, max: 60 }),
    name: field.text({
      label: text('标识', 'Identifier'),
      required: true,
      fixed: true,
      max: 40,
      pattern: {
        source: '^[a-z][a-z0-9_]*$',
        says: text('小写字母、数字和下划线', 'Small letters, digits and underscores.'),
      },
    }),
    label_zh: field.text({ label: text('名称', 'Chinese name'), required: true, max: 40 }),
    label_en: field.text({ label: text('英文名称', 'English name'), max: 80 }),
    kind: field.choice({
      label: text('类型', 'Kind'),
      required: true,
      fixed: true,
      options: {
        text: text('文字', 'Text'),
        integer: text('整数', 'Whole number'),
        decimal: text('小数', 'Decimal'),
        boolean: text('是否', 'Yes or no'),
        date: text('日期', 'Date'),
        choice: text('选项', 'Choice'),
      },
    }),
    options: field.text({
      label: text('选项', 'Options'),
      help: text('用顿号分隔', 'Separated by commas'),
      max: 1000,
    }),
    required: field.boolean({ label: text('必填', 'Required') }),
  },
  unique: { name: ['record', 'name'] },
  rights: {
    read: ['everyone'],
    create: ['system_admin'],
    update: ['system_admin'],
    remove: ['system_admin'],
  },
  list: { columns: ['record', 'name', 'label_zh', 'kind', 'required'], sort: 'record,name' },
  form: [
    {
      label: text('字段', 'Field'),
      fields: ['record', 'name', 'label_zh', 'label_en', 'kind', 'options', 'required'],
    },
  ],
})
