import { defineLifecycle } from '#engine/lifecycles/lifecycle'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'

const keepers = ['project_officer', 'economist'] as const

/**
 * A zone's month of dispatch (调度期): until when its projects report, and whether it is closed (冻结). What a closed month
 * says changes only by a correction that a leader has allowed, or when a leader opens it again.
 */
export const dispatch = defineRecord({
  name: 'dispatch',
  module: 'projects',
  label: text('调度期', 'Dispatch month'),
  about: text(
    '高新区一个月的项目调度：何时报齐、是否冻结',
    'A month of a zone’s dispatch: when its projects report, and whether it is closed',
  ),
  scope: 'unit',
  title: 'month',
  fields: {
    month: field.period({ label: text('月份', 'Month'), required: true, fixed: true }),
    due_on: field.date({
      label: text('报送截止', 'Due'),
      help: text('当日报出不算迟', 'What comes in on that day is in time.'),
      required: true,
    }),
    note: field.text({ label: text('本月要求', 'What is asked for'), max: 1000, multiline: true }),
    closed_at: field.instant({ label: text('冻结时间', 'Closed at'), computed: true }),
    closed_by: field.reference({ label: text('冻结人', 'Closed by'), to: 'person', computed: true }),
    closed_reported: field.integer({
      label: text('冻结时已审定项目数', 'Projects accepted when it was closed'),
      unit: '个',
      computed: true,
    }),
    closed_invested: field.decimal({
      label: text('冻结时本月完成投资', 'Invested in the month when it was closed'),
      decimals: 4,
      unit: '亿元',
      computed: true,
    }),
    closed_kept: field.integer({
      label: text('冻结时留存底稿的项目数', 'Projects kept when it was closed'),
      help: text('空：冻结时还不留存底稿', 'Empty: nothing was kept then.'),
      unit: '个',
      computed: true,
    }),
    reopened_by: field.reference({ label: text('重开人', 'Opened again by'), to: 'person', computed: true }),
    reopened_reason: field.text({
      label: text('重开理由', 'Why it was opened again'),
      max: 2000,
      computed: true,
    }),
  },
  unique: { month: ['month'] },
  rules: [
    {
      name: 'whole_month',
      fields: ['month'],
      says: text('应为一个月份', 'is not a month'),
      mend: text('请写 2026-03', 'Write 2026-03.'),
      holds: ({ month }) => typeof month !== 'string' || /^\d{4}-\d{2}$/.test(month),
    },
    {
      name: 'due_after_beginning',
      fields: ['due_on'],
      says: text('早于该月', 'lies before the month'),
      mend: text('请核对截止日期', 'Check the day.'),
      holds: ({ month, due_on }) =>
        typeof month !== 'string' || typeof due_on !== 'string' || due_on.slice(0, 7) >= month,
    },
  ],
  lifecycle: defineLifecycle({
    initial: 'open',
    states: {
      open: { label: text('填报中', 'Open'), tone: 'active' },
      closed: { label: text('已冻结', 'Closed'), tone: 'good', final: true, locked: true },
      reopened: { label: text('已重开', 'Opened again'), tone: 'warning' },
    },
    actions: {
      close: {
        label: text('冻结本月', 'Close the month'),
        from: ['open', 'reopened'],
        to: 'closed',
        rights: ['economist', 'leader'],
        confirm: text(
          '冻结后本月数据只能经领导允许更正。冻结吗？',
          'Once closed, the month changes only by corrections a leader allows. Close it?',
        ),
      },
      reopen: {
        label: text('重新开放', 'Open again'),
        from: ['closed'],
        to: 'reopened',
        rights: ['leader'],
        reason: 'required',
      },
    },
  }),
  rights: { read: [...businessRoles], create: [...keepers], update: [...keepers], remove: [] },
  list: {
    columns: ['month', 'unit_id', 'due_on', 'closed_at', 'closed_by', 'closed_reported', 'closed_invested'],
    sort: '-month',
  },
  form: [{ label: text('调度期', 'Dispatch month'), fields: ['month', 'due_on', 'note'] }],
})
