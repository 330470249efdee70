import { text } from '#engine/result/result'
import { field } from '#engine/records/field'
import { businessRoles } from '#engine/records/role.data'
import { defineRecord } from '#engine/records/record'

/** Someone who works for a unit. Holds no right: posts do. */
export const person = defineRecord({
  name: 'person',
  module: 'organisation',
  label: text('人员', 'Person'),
  about: text(
    '在单位任职的人；权限来自岗位，不来自人',
    'Someone who works for a unit; rights come from posts, not from people',
  ),
  scope: 'unit',
  title: 'name_zh',
  owner: 'id',
  fields: {
    name_zh: field.text({ label: text('姓名', 'Name'), required: true, max: 40, search: true }),
    name_en: field.text({ label: text('英文姓名', 'English name'), max: 80, search: true }),
    mobile: field.text({
      sealed: true,
      label: text('手机', 'Mobile'),
      see: ['leader', 'office_clerk', 'system_admin'],
      personal: { kind: 'phone', clear: ['office_clerk'] },
      pattern: {
        source: '^\\+?\\d[\\d-]{5,18}$',
        says: text('数字和连字符，如 138-0000-0000', 'Digits and hyphens.'),
      },
    }),
    left_on: field.date({ label: text('离职日期', 'Left on') }),
  },
  rights: {
    read: [...businessRoles, 'system_admin', 'security_admin', 'audit_admin'],
    create: ['system_admin'],
    update: ['system_admin'],
    remove: [],
  },
  list: { columns: ['name_zh', 'unit_id', 'mobile', 'left_on'], sort: 'name_zh' },
  form: [{ label: text('基本信息', 'Basics'), fields: ['name_zh', 'name_en', 'mobile', 'left_on'] }],
})
