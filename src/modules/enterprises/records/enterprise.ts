import { defineLifecycle } from '#engine/lifecycles/lifecycle'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import { isCreditCode } from '../domain/credit-code'

/** An enterprise of a zone or park, known by its unified social credit code. */
export const enterprise = defineRecord({
  name: 'enterprise',
  module: 'enterprises',
  label: text('企业', 'Enterprise'),
  about: text(
    '在高新区登记或经营的企业，一企一档',
    'An enterprise registered or working in the zone, one file each',
  ),
  scope: 'unit',
  title: 'name_zh',
  fields: {
    credit_code: field.text({
      label: text('统一社会信用代码', 'Unified social credit code'),
      required: true,
      max: 18,
      search: true,
    }),
    name_zh: field.text({ label: text('名称', 'Name'), required: true, max: 120, search: true }),
    legal_representative: field.text({ label: text('法定代表人', 'Legal representative'), max: 40 }),
    section: field.choice({
      label: text('行业门类', 'Section of industry'),
      options: {
        C: text('制造业', 'Manufacturing'),
        F: text('批发和零售业', 'Wholesale and retail'),
        I: text('信息传输、软件和信息技术服务业', 'Information and software'),
        J: text('金融业', 'Finance'),
        L: text('租赁和商务服务业', 'Leasing and business services'),
        M: text('科学研究和技术服务业', 'Research and technical services'),
        other: text('其他', 'Other'),
      },
    }),
    registered_on: field.date({ label: text('成立日期', 'Registered on') }),
    capital: field.decimal({
      label: text('注册资本', 'Registered capital'),
      decimals: 4,
      unit: '万元',
      min: '0',
    }),
    employees: field.integer({ label: text('从业人员', 'Employees'), min: 0, max: 1_000_000, unit: '人' }),
    high_tech_until: field.date({ label: text('高新技术企业有效期至', 'High-tech enterprise until') }),
    address: field.text({ label: text('地址', 'Address'), max: 200 }),
    contact: field.text({
      sealed: true,
      label: text('联系人', 'Contact'),
      max: 80,
      see: ['leader', 'economist', 'project_officer', 'hall_officer'],
      personal: { kind: 'contact', clear: ['project_officer', 'hall_officer'] },
    }),
  },
  unique: { code: ['credit_code'] },
  rules: [
    {
      name: 'credit_code',
      fields: ['credit_code'],
      says: text('校验码不符', 'does not fit its check sign'),
      mend: text('请核对营业执照上的 18 位代码', 'Compare the 18 signs with the business licence.'),
      holds: (row) => isCreditCode(String(row.credit_code as string)),
    },
  ],
  lifecycle: defineLifecycle({
    initial: 'active',
    states: {
      active: { label: text('在营', 'Active'), tone: 'good' },
      moved_out: { label: text('迁出', 'Moved out'), tone: 'neutral', locked: true },
      closed: { label: text('注销', 'Closed'), tone: 'neutral', locked: true, final: true },
    },
    actions: {
      move_out: {
        label: text('迁出', 'Move out'),
        from: ['active'],
        to: 'moved_out',
        rights: ['economist'],
        reason: 'required',
      },
      return: { label: text('迁回', 'Move back'), from: ['moved_out'], to: 'active', rights: ['economist'] },
      close: {
        label: text('注销', 'Close'),
        from: ['active', 'moved_out'],
        to: 'closed',
        rights: ['economist'],
        reason: 'required',
      },
    },
  }),
  rights: {
    read: [...businessRoles],
    create: ['economist', 'hall_officer'],
    update: ['economist', 'hall_officer'],
    remove: [],
  },
  list: {
    columns: ['name_zh', 'credit_code', 'unit_id', 'section', 'employees', 'high_tech_until', 'state'],
    sort: 'name_zh',
  },
  form: [
    {
      label: text('登记', 'Registration'),
      fields: [
        'credit_code',
        'name_zh',
        'legal_representative',
        'section',
        'registered_on',
        'capital',
        'address',
      ],
    },
    { label: text('经营', 'Business'), fields: ['employees', 'high_tech_until', 'contact'] },
  ],
})
