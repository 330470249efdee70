import { defineLifecycle } from '#engine/lifecycles/lifecycle'
import { field } from '#engine/records/field'
import { businessRoles } from '#engine/records/role.data'
import { defineRecord } from '#engine/records/record'
import { text } from '#engine/result/result'

/**
 * A month's report: filled and submitted by the unit, verified and published by the level above. What is published is
 * corrected by a new revision only, with the reason written.
 */
export const reportLifecycle = defineLifecycle({
  initial: 'draft',
  states: {
    draft: { label: text('填报中', 'Draft'), tone: 'neutral' },
    submitted: { label: text('已提交', 'Submitted'), tone: 'active', locked: true },
    verified: { label: text('已审核', 'Verified'), tone: 'active', locked: true },
    published: { label: text('已发布', 'Published'), tone: 'good', locked: true, final: true },
    returned: { label: text('已退回', 'Returned'), tone: 'warning' },
    correcting: { label: text('更正中', 'Being corrected'), tone: 'warning' },
  },
  actions: {
    submit: {
      label: text('提交审核', 'Submit for review'),
      from: ['draft', 'returned', 'correcting'],
      to: 'submitted',
      rights: ['statistician', 'economist'],
      emits: 'report_submitted',
    },
    withdraw: {
      label: text('撤回', 'Withdraw'),
      from: ['submitted'],
      to: 'draft',
      rights: ['statistician', 'economist'],
      reason: 'optional',
    },
    return: {
      label: text('退回修改', 'Return'),
      from: ['submitted', 'verified'],
      to: 'returned',
      rights: ['economist', 'leader'],
      reason: 'required',
      emits: 'report_returned',
    },
    verify: { label: text('审核通过', 'Verify'), from: ['submitted'], to: 'verified', rights: ['economist'] },
    publish: {
      label: text('发布', 'Publish'),
      from: ['verified'],
      to: 'published',
      rights: ['economist', 'leader'],
      emits: 'report_published',
      confirm: text(
        '发布后只能以更正方式修改。确认发布？',
        'Once published, figures change only by correction. Publish?',
      ),
    },
    correct: {
      label: text('更正', 'Correct'),
      from: ['published'],
      to: 'correcting',
      rights: ['economist'],
      reason: 'required',
      confirm: text(
        '更正将产生新的修订，原数据保留。',
        'A correction makes a new revision; the published one is kept.',
      ),
    },
  },
})

/** One unit's figures of one form and period, on their way from the grid to the board. */
export const report = defineRecord({
  name: 'report',
  module: 'indicators',
  label: text('报表', 'Report'),
  about: text('一个单位一个期间的一份填报', 'One unit’s figures of one form and period'),
  scope: 'unit',
  title: 'title',
  fields: {
    title: field.text({ label: text('标题', 'Title'), computed: true, max: 160, search: true }),
    form: field.reference({
      label: text('填报表', 'Form'),
      to: 'reporting_form',
      required: true,
      fixed: true,
    }),
    period: field.period({ label: text('期间', 'Period'), required: true, fixed: true }),
    due_on: field.date({ label: text('截止日期', 'Due on'), computed: true }),
    submitted_at: field.instant({ label: text('提交时间', 'Submitted at'), computed: true }),
    submitted_by: field.reference({ label: text('提交人', 'Submitted by'), to: 'person', computed: true }),
    verified_at: field.instant({ label: text('审核时间', 'Verified at'), computed: true }),
    verified_by: field.reference({ label: text('审核人', 'Verified by'), to: 'person', computed: true }),
    published_at: field.instant({ label: text('发布时间', 'Published at'), computed: true }),
    published_by: field.reference({ label: text('发布人', 'Published by'), to: 'person', computed: true }),
    note: field.text({ label: text('说明', 'Note'), max: 2000, multiline: true }),
  },
  unique: { period: ['unit_id', 'form', 'period'] },
  lifecycle: reportLifecycle,
  rights: {
    read: [...businessRoles],
    create: ['statistician', 'economist'],
    update: ['statistician', 'economist'],
    remove: [],
  },
  list: {
    columns: ['title', 'unit_id', 'period', 'state', 'due_on', 'submitted_at', 'published_at'],
    sort: '-period,unit_id',
  },
  form: [{ label: text('报表', 'Report'), fields: ['form', 'period', 'due_on', 'note'] }],
})
