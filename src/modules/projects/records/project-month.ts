import { decimal } from '#engine/quantity/decimal'
import { defineLifecycle } from '#engine/lifecycles/lifecycle'
import { field } from '#engine/records/field'
import { defineRecord, type RowRule } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text, type Text } from '#engine/result/result'

const money = (zh: string, en: string) =>
  field.decimal({ label: text(zh, en), decimals: 4, unit: '亿元', min: '0' })

/** Parts of the funds of a month never come to more than the funds. */
const withinFunds = (
  name: string,
  parts: readonly string[],
  words: { readonly says: Text; readonly mend: Text },
): RowRule => ({
  name,
  fields: ['funds'],
  ...words,
  holds: (row) => {
    const amount = (field: string) => decimal(typeof row[field] === 'string' ? row[field] : '0')
    return (
      typeof row.funds !== 'string' ||
      parts
        .map(amount)
        .reduce((a, b) => a.plus(b))
        .lte(amount('funds'))
    )
  },
})

/** A project's month (月度进展): what was invested, what arrived, how far the site has come; photos are attached. */
export const projectMonth = defineRecord({
  name: 'project_month',
  module: 'projects',
  label: text('月度进展', 'Monthly progress'),
  about: text(
    '项目每月上报的投资、资金与形象进度',
    'What a project reports of a month: money and physical progress',
  ),
  scope: 'unit',
  within: 'project',
  title: 'month',
  fields: {
    project: field.reference({ label: text('项目', 'Project'), to: 'project', required: true, fixed: true }),
    month: field.period({ label: text('月份', 'Month'), required: true, fixed: true }),
    planned: money('本月计划投资', 'Planned for the month'),
    invested: money('本月完成投资', 'Invested in the month'),
    funds: money('本月到位资金', 'Funds arrived in the month'),
    funds_other_province: money('其中：省外', 'Of them from other provinces'),
    funds_other_city: money('其中：市外省内', 'Of them from the province’s other cities'),
    funds_abroad: money('其中：境外', 'Of them from abroad'),
    funds_for_works: money('其中：用于工程建设', 'Of them for construction'),
    funds_for_equipment: money('其中：用于设备购置', 'Of them for equipment'),
    progress: field.text({
      label: text('形象进度', 'Physical progress'),
      required: true,
      max: 1000,
      multiline: true,
    }),
    next_month: field.text({ label: text('下月计划', 'Next month'), max: 1000, multiline: true }),
    requests: field.text({ label: text('需协调事项', 'What is asked for'), max: 1000, multiline: true }),
    correction_open: field.boolean({ label: text('更正中', 'Correction under way'), computed: true }),
    correction_by: field.reference({
      label: text('允许更正人', 'Correction allowed by'),
      to: 'person',
      computed: true,
    }),
    correction_at: field.instant({ label: text('允许更正时间', 'Correction allowed at'), computed: true }),
    correction_reason: field.text({
      label: text('更正理由', 'Why it is corrected'),
      max: 2000,
      computed: true,
    }),
    invested_before: field.decimal({
      label: text('更正前完成投资', 'Invested, before the correction'),
      decimals: 4,
      unit: '亿元',
      computed: true,
    }),
  },
  unique: { month: ['project', 'month'] },
  rules: [
    {
      name: 'whole_month',
      fields: ['month'],
      says: text('应为一个月份', 'is not a month'),
      mend: text('请写 2026-03', 'Write 2026-03.'),
      holds: ({ month }) => typeof month !== 'string' || /^\d{4}-\d{2}$/.test(month),
    },
    withinFunds('origins_within_funds', ['funds_other_province', 'funds_other_city', 'funds_abroad'], {
      says: text('按来源分列的资金超过到位资金', 'is less than its parts by origin'),
      mend: text('请核对各项来源', 'Check the parts.'),
    }),
    withinFunds('uses_within_funds', ['funds_for_works', 'funds_for_equipment'], {
      says: text('按用途分列的资金超过到位资金', 'is less than its parts by use'),
      mend: text('请核对各项用途', 'Check the parts.'),
    }),
  ],
  lifecycle: defineLifecycle({
    initial: 'draft',
    states: {
      draft: { label: text('填报中', 'Draft'), tone: 'neutral' },
      submitted: { label: text('待审核', 'Submitted'), tone: 'active', locked: true },
      returned: { label: text('已退回', 'Returned'), tone: 'warning' },
      accepted: { label: text('已审定', 'Accepted'), tone: 'good', final: true, locked: true },
      correcting: { label: text('更正中', 'Being corrected'), tone: 'warning' },
    },
    actions: {
      submit: {
        label: text('提交审核', 'Submit'),
        from: ['draft', 'returned', 'correcting'],
        to: 'submitted',
        rights: ['project_officer', 'economist'],
        requires: ['invested', 'progress'],
      },
      return: {
        label: text('退回修改', 'Return'),
        from: ['submitted'],
        to: 'returned',
        rights: ['economist', 'leader'],
        reason: 'required',
      },
      accept: {
        label: text('审定', 'Accept'),
        from: ['submitted'],
        to: 'accepted',
        rights: ['economist', 'leader'],
      },
      correct: {
        label: text('允许更正', 'Allow a correction'),
        from: ['accepted'],
        to: 'correcting',
        rights: ['leader'],
        reason: 'required',
      },
    },
  }),
  measures: {
    invested: {
      label: text('完成投资', 'Investment completed'),
      unit: '亿元',
      of: { sum: 'invested' },
      where: { state: 'accepted' },
      by: 'month',
    },
    funds: {
      label: text('到位资金', 'Funds in place'),
      unit: '亿元',
      of: { sum: 'funds' },
      where: { state: 'accepted' },
      by: 'month',
    },
    funds_other_province: {
      label: text('省外到位资金', 'Funds from other provinces'),
      unit: '亿元',
      of: { sum: 'funds_other_province' },
      where: { state: 'accepted' },
      by: 'month',
    },
  },
  rights: {
    read: [...businessRoles],
    create: ['project_officer', 'economist'],
    update: ['project_officer', 'economist'],
    remove: ['project_officer'],
  },
  list: {
    columns: ['month', 'project', 'unit_id', 'invested', 'funds', 'progress'],
    sort: '-month,project',
  },
  form: [
    { label: text('本月', 'This month'), fields: ['project', 'month', 'planned', 'invested', 'progress'] },
    {
      label: text('资金', 'Funds'),
      fields: [
        'funds',
        'funds_other_province',
        'funds_other_city',
        'funds_abroad',
        'funds_for_works',
        'funds_for_equipment',
      ],
    },
    { label: text('下一步', 'Next'), fields: ['next_month', 'requests'] },
  ],
})
