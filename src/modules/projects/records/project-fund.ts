import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'

/** Where the money of projects comes from. */
export const fundSources = {
  central: text('中央预算内资金', 'Central budget'),
  province: text('省级财政', 'Province'),
  city: text('市级财政', 'City'),
  zone: text('高新区财政', 'Zone'),
  special_bond: text('专项债券', 'Special bonds'),
  loan: text('银行贷款', 'Bank loans'),
  own: text('企业自筹', 'Own funds'),
  abroad: text('利用外资', 'Foreign capital'),
  other: text('其他', 'Other'),
}

/** One source of a project's money (资金来源): what it is to bring in all, and by which paper. */
export const projectFund = defineRecord({
  name: 'project_fund',
  module: 'projects',
  label: text('资金来源', 'Source of funds'),
  about: text('项目总投资由哪些资金组成', 'What a project’s investment is made of, one source each'),
  scope: 'unit',
  within: 'project',
  title: 'kind',
  fields: {
    project: field.reference({ label: text('项目', 'Project'), to: 'project', required: true, fixed: true }),
    kind: field.choice({
      label: text('资金来源', 'Source'),
      options: fundSources,
      required: true,
      fixed: true,
    }),
    planned: field.decimal({
      label: text('计划金额', 'Planned'),
      decimals: 4,
      unit: '亿元',
      min: '0',
      required: true,
    }),
    arrived: field.decimal({ label: text('已到位', 'Arrived'), decimals: 4, unit: '亿元', min: '0' }),
    arrived_by: field.date({ label: text('到位截至', 'Arrived by') }),
    document: field.text({ label: text('依据文号', 'Paper'), max: 80 }),
  },
  unique: { kind: ['project', 'kind'] },
  rules: [
    {
      name: 'arrived_with_day',
      fields: ['arrived_by'],
      says: text('填了到位金额须写明截至日期', 'What has arrived needs the day up to which it counts'),
      mend: text('请填写“到位截至”', 'Fill in the day.'),
      holds: ({ arrived, arrived_by }) => typeof arrived !== 'string' || typeof arrived_by === 'string',
    },
  ],
  rights: {
    read: [...businessRoles],
    create: ['project_officer', 'economist'],
    update: ['project_officer', 'economist'],
    remove: ['project_officer', 'economist'],
  },
  list: {
    columns: ['kind', 'project', 'unit_id', 'planned', 'arrived', 'arrived_by', 'document'],
    sort: 'project,kind',
  },
  form: [
    {
      label: text('资金来源', 'Source of funds'),
      fields: ['project', 'kind', 'planned', 'arrived', 'arrived_by', 'document'],
    },
  ],
})
