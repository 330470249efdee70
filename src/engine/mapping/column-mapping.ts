import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import { rememberedFrom } from './remembered'

/** How sheets with the same heads were read the last time: offered to everyone of the unit when such a sheet comes again. */
export const columnMapping = defineRecord({
  name: 'column_mapping',
  module: 'organisation',
  label: text('列对应', 'Column mapping'),
  about: text(
    '自有表格的列与字段如何对应；表头相同的表格再来时自动带出',
    'How the columns of a sheet fill fields; offered when a sheet with the same heads comes again',
  ),
  scope: 'unit',
  title: 'name',
  fields: {
    name: field.text({ label: text('名称', 'Name'), required: true, max: 80, search: true }),
    record: field.text({ label: text('记录类型', 'Record type'), required: true, fixed: true, max: 60 }),
    fingerprint: field.text({
      label: text('表头指纹', 'Fingerprint of the heads'),
      required: true,
      fixed: true,
      max: 40,
      pattern: { source: '^[0-9a-f]{16}$', says: text('由表头算出', 'Worked out from the heads.') },
    }),
    heads: field.text({ label: text('表头', 'Heads'), max: 4000, multiline: true }),
    choices: field.text({
      label: text('对应关系', 'What fills what'),
      help: text(
        '一行一条，如：列 总投资(万元) → investment · 万元',
        'One a line, such as: 列 总投资(万元) → investment · 万元',
      ),
      required: true,
      max: 12_000,
      multiline: true,
    }),
  },
  unique: { heads: ['unit_id', 'record', 'fingerprint'] },
  rules: [
    {
      name: 'readable',
      fields: ['choices'],
      says: text('有一行读不懂', 'has a line that cannot be read'),
      mend: text(
        '请照原样书写，或在导入时重新记住',
        'Write it as the others are, or keep it anew while importing.',
      ),
      holds: ({ choices }) => typeof choices !== 'string' || rememberedFrom(choices) !== undefined,
    },
  ],
  rights: {
    read: [...businessRoles],
    create: [...businessRoles],
    update: [...businessRoles],
    remove: [...businessRoles],
  },
  list: { columns: ['name', 'unit_id', 'heads'], sort: 'record,name' },
  form: [
    {
      label: text('列对应', 'Column mapping'),
      fields: ['name', 'record', 'fingerprint', 'heads', 'choices'],
    },
  ],
})
