import { text } from '#engine/result/result'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'

/** Kinds of units in the tree: the system above the zones, zones, and the parks inside a zone. */
export const unitKinds = {
  system: text('全国', 'System of zones'),
  zone: text('高新区', 'Zone'),
  park: text('园区', 'Park'),
}

/** A unit's row belongs to its parent: who may open a park is decided where the zone is. */
export const unit = defineRecord({
  name: 'unit',
  module: 'organisation',
  label: text('单位', 'Unit'),
  about: text('高新区或其下属园区，组成一棵树', 'A zone or one of its parks; together they form a tree'),
  scope: 'shared',
  key: 'code',
  place: 'parent',
  title: 'name_zh',
  fields: {
    code: field.text({
      label: text('编码', 'Code'),
      required: true,
      fixed: true,
      max: 20,
      search: true,
      pattern: {
        source: '^[A-Z0-9]{1,10}(-[A-Z0-9]{1,10}){0,2}$',
        says: text(
          '大写字母、数字和连字符，如 LZ 或 QD-SN',
          'Capital letters, digits and hyphens, such as LZ or QD-SN.',
        ),
      },
    }),
    name_zh: field.text({ label: text('名称', 'Chinese name'), required: true, max: 60, search: true }),
    name_en: field.text({ label: text('英文名称', 'English name'), max: 120, search: true }),
    kind: field.choice({ label: text('类别', 'Kind'), required: true, options: unitKinds }),
    parent: field.reference({ label: text('上级单位', 'Parent unit'), to: 'unit' }),
    position: field.integer({ label: text('排序', 'Position'), min: 0, max: 9999 }),
    division_code: field.text({
      label: text('行政区划代码', 'Division code'),
      help: text('GB/T 2260 六位代码', 'Six digits of GB/T 2260'),
      pattern: {
        source: '^\\d{6}(\\d{3})?(\\d{3})?$',
        says: text('6、9 或 12 位数字', 'Give 6, 9 or 12 digits.'),
      },
    }),
    closed_on: field.date({ label: text('撤销日期', 'Closed on') }),
  },
  rules: [
    {
      name: 'parent',
      fields: ['parent'],
      says: text('除全国外，每个单位都要有上级', 'only the system of zones has no parent'),
      mend: text('请选择上级单位', 'Choose the parent unit.'),
      holds: (row) => row.kind === 'system' || Boolean(row.parent),
    },
    {
      name: 'own_parent',
      fields: ['parent'],
      says: text('单位不能以自己为上级', 'a unit cannot be its own parent'),
      mend: text('请选择另一个单位', 'Choose another unit.'),
      holds: (row) => !row.parent || row.parent !== row.code,
    },
  ],
  rights: { read: ['everyone'], create: ['system_admin'], update: ['system_admin'], remove: [] },
  list: { columns: ['code', 'name_zh', 'kind', 'parent', 'division_code'], sort: 'position' },
  form: [
    {
      label: text('基本信息', 'Basics'),
      fields: ['code', 'name_zh', 'name_en', 'kind', 'parent', 'position'],
    },
    { label: text('其他', 'More'), fields: ['division_code', 'closed_on'] },
  ],
})
