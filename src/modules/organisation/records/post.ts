import { text, type Text } from '#engine/result/result'
import { field } from '#engine/records/field'
import { businessRoles, type Role } from '#engine/records/role.data'
import { roleLabels } from '#glossary/role-labels'
import { defineRecord } from '#engine/records/record'

/** A post = role × unit × organ × term, held by one person at a time; a person may hold several (交叉任职). */
export const post = defineRecord({
  name: 'post',
  module: 'organisation',
  label: text('岗位', 'Post'),
  about: text(
    '角色 × 单位 × 机构 × 任期；权限属于岗位',
    'Role × unit × organ × term; rights belong to the post',
  ),
  scope: 'unit',
  title: 'name_zh',
  owner: 'person',
  fields: {
    name_zh: field.text({ label: text('岗位名称', 'Post'), required: true, max: 60, search: true }),
    name_en: field.text({ label: text('英文名称', 'English name'), max: 120, search: true }),
    person: field.reference({ label: text('任职人', 'Holder'), to: 'person' }),
    role: field.choice({
      label: text('角色', 'Role'),
      required: true,
      options: roleLabels satisfies Record<Role, Text>,
    }),
    organ: field.reference({ label: text('机构', 'Organ'), to: 'organ' }),
    starts_on: field.date({ label: text('任期起', 'From'), required: true }),
    ends_on: field.date({ label: text('任期止', 'Until'), help: text('留空表示在任', 'Empty: still held') }),
  },
  rules: [
    {
      name: 'term',
      fields: ['ends_on'],
      says: text('任期止早于任期起', 'the term ends before it starts'),
      mend: text('请更正日期', 'Correct the dates.'),
      holds: (row) => !row.ends_on || !row.starts_on || (row.ends_on as string) >= (row.starts_on as string),
    },
  ],
  rights: {
    read: [...businessRoles, 'system_admin', 'security_admin', 'audit_admin'],
    // Nobody writes a post directly: it is asked for by one administrator and granted by another (access_request).
    create: [],
    update: [],
    remove: [],
  },
  list: {
    columns: ['name_zh', 'person', 'role', 'unit_id', 'organ', 'starts_on', 'ends_on'],
    sort: 'unit_id,name_zh',
  },
  form: [
    { label: text('岗位', 'Post'), fields: ['name_zh', 'name_en', 'role', 'organ'] },
    { label: text('任职', 'Holding'), fields: ['person', 'starts_on', 'ends_on'] },
  ],
})
