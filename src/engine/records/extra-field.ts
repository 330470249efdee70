import { text } from '#engine/result/result'
import { optionNames } from './extra-field-of'
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
    record: field.text({
      label: text('记录类型', 'Record type'),
      help: text('如 项目、企业、企业诉求', 'Such as Project, Enterprise.'),
      required: true,
      fixed: true,
      max: 60,
    }),
    name: field.text({
      label: text('标识', 'Identifier'),
      help: text('接口中的名称，如 land_use', 'Its name in the API, such as land_use.'),
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
      help: text('每行一个，或用顿号分隔', 'One a line, or separated by commas.'),
      multiline: true,
      max: 1000,
    }),
    required: field.boolean({ label: text('必填', 'Required') }),
  },
  unique: { name: ['record', 'name'] },
  rules: [
    {
      name: 'choice_has_options',
      fields: ['options'],
      says: text('没有可选的内容', 'has nothing to choose from'),
      mend: text('请写出选项，每行一个', 'Write the options, one a line.'),
      holds: ({ kind, options }) => kind !== 'choice' || optionNames(options).length > 0,
    },
  ],
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
