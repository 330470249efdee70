import { text } from '#engine/result/result'
import { field } from '#engine/records/field'
import { businessRoles } from '#engine/records/role.data'
import { defineRecord } from '#engine/records/record'

/** A department of a unit's committee (经济发展局, 投资促进局 …). */
export const organ = defineRecord({
  name: 'organ',
  module: 'organisation',
  label: text('机构', 'Organ'),
  about: text('管委会的内设机构或派驻机构', 'A department of the committee, or one stationed with it'),
  scope: 'unit',
  title: 'name_zh',
  fields: {
    name_zh: field.text({ label: text('名称', 'Chinese name'), required: true, max: 60, search: true }),
    name_en: field.text({ label: text('英文名称', 'English name'), max: 120, search: true }),
    parent: field.reference({ label: text('上级机构', 'Parent organ'), to: 'organ' }),
    position: field.integer({ label: text('排序', 'Position'), min: 0, max: 9999 }),
    duties: field.text({ label: text('职责', 'Duties'), max: 1000, multiline: true }),
  },
  unique: { name: ['unit_id', 'name_zh'] },
  rights: {
    read: [...businessRoles, 'system_admin', 'security_admin', 'audit_admin'],
    create: ['system_admin'],
    update: ['system_admin'],
    remove: ['system_admin'],
  },
  list: { columns: ['name_zh', 'unit_id', 'parent', 'duties'], sort: 'position' },
  form: [
    { label: text('基本信息', 'Basics'), fields: ['name_zh', 'name_en', 'parent', 'position', 'duties'] },
  ],
})
