import { defineLifecycle } from '#engine/lifecycles/lifecycle'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import { dimensionOptions } from './lamp-options'

const askers = ['project_officer', 'economist'] as const

/** A good reason (正当理由) that takes a lamp away from one day to another, once a leader has approved it; never without end. */
export const lampExemption = defineRecord({
  name: 'lamp_exemption',
  module: 'projects',
  label: text('亮灯豁免', 'Lamp exemption'),
  about: text(
    '有正当理由并经领导批准，在期限内一个方面不亮灯',
    'A good reason, approved by a leader, that takes a lamp away for a time',
  ),
  scope: 'unit',
  within: 'project',
  title: 'reason',
  fields: {
    project: field.reference({ label: text('项目', 'Project'), to: 'project', required: true, fixed: true }),
    dimension: field.choice({
      label: text('方面', 'Dimension'),
      required: true,
      options: dimensionOptions,
    }),
    reason: field.text({ label: text('正当理由', 'Good reason'), required: true, max: 200 }),
    from_on: field.date({ label: text('起始日', 'From'), required: true }),
    until_on: field.date({
      label: text('截止日', 'Until'),
      help: text('当日仍有效，次日自动失效', 'The last day on which it holds; it ends by itself.'),
      required: true,
    }),
    asked_by: field.reference({ label: text('申请人', 'Asked by'), to: 'person', computed: true }),
    approved_by: field.reference({ label: text('批准人', 'Approved by'), to: 'person', computed: true }),
    approved_on: field.date({ label: text('批准日期', 'Approved on'), computed: true }),
    decision: field.text({ label: text('审批意见', 'Decision'), max: 500, computed: true }),
  },
  rules: [
    {
      name: 'until_after_from',
      fields: ['until_on', 'from_on'],
      says: text('豁免的截止日早于起始日', 'ends before it begins'),
      mend: text('请更正日期', 'Correct the dates.'),
      holds: ({ from_on, until_on }) =>
        typeof from_on !== 'string' || typeof until_on !== 'string' || from_on <= until_on,
    },
  ],
  lifecycle: defineLifecycle({
    initial: 'asked',
    states: {
      asked: { label: text('待批准', 'Asked for'), tone: 'active' },
      approved: { label: text('已批准', 'Approved'), tone: 'good', locked: true },
      refused: { label: text('不同意', 'Refused'), tone: 'neutral', final: true, locked: true },
      withdrawn: { label: text('已撤回', 'Withdrawn'), tone: 'neutral', final: true, locked: true },
      revoked: { label: text('已撤销', 'Revoked'), tone: 'warning', final: true, locked: true },
    },
    actions: {
      approve: { label: text('批准', 'Approve'), from: ['asked'], to: 'approved', rights: ['leader'] },
      refuse: {
        label: text('不同意', 'Refuse'),
        from: ['asked'],
        to: 'refused',
        rights: ['leader'],
        reason: 'required',
      },
      withdraw: {
        label: text('撤回', 'Withdraw'),
        from: ['asked'],
        to: 'withdrawn',
        rights: [...askers],
        reason: 'required',
      },
      revoke: {
        label: text('撤销豁免', 'Revoke'),
        from: ['approved'],
        to: 'revoked',
        rights: ['leader'],
        reason: 'required',
        confirm: text(
          '撤销后立即按规则亮灯。撤销吗？',
          'The lamp is set by the rule again at once. Revoke it?',
        ),
      },
    },
  }),
  rights: {
    read: [...businessRoles],
    create: [...askers],
    update: [...askers],
    remove: [],
  },
  list: {
    columns: ['reason', 'project', 'unit_id', 'dimension', 'from_on', 'until_on', 'asked_by', 'approved_by'],
    sort: '-until_on,reason',
  },
  form: [
    {
      label: text('豁免', 'Exemption'),
      fields: ['project', 'dimension', 'reason', 'from_on', 'until_on'],
    },
  ],
})
