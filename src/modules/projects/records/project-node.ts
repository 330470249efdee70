import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'

/** A node of a project's plan (计划节点): how long it takes, after which it comes, when it is due and when it happened. */
export const projectNode = defineRecord({
  name: 'project_node',
  module: 'projects',
  label: text('计划节点', 'Plan node'),
  about: text(
    '倒排工期里的一个节点，有时长、前置节点、责任人和日期',
    'A step of a project’s plan: how long, after which, whose, and when',
  ),
  scope: 'unit',
  within: 'project',
  owner: 'officer',
  title: 'name_zh',
  fields: {
    project: field.reference({ label: text('项目', 'Project'), to: 'project', required: true, fixed: true }),
    name_zh: field.text({ label: text('节点', 'Node'), required: true, max: 80 }),
    position: field.integer({ label: text('次序', 'Position'), min: 0, max: 9999 }),
    line: field.text({
      label: text('并行线', 'Line'),
      help: text(
        '手续、工程、设备等并行推进的一条线',
        'Approvals, works, equipment: what goes on side by side.',
      ),
      max: 40,
    }),
    duration: field.integer({
      label: text('时长', 'Duration'),
      help: text('0 为里程碑', '0 makes it a milestone.'),
      required: true,
      min: 0,
      max: 3650,
      unit: '天',
    }),
    day_kind: field.choice({
      label: text('按', 'Counted in'),
      options: { working: text('工作日', 'Working days'), calendar: text('自然日', 'Calendar days') },
    }),
    follows: field.references({
      label: text('前置节点', 'Follows'),
      help: text('这些节点完成后才能开始', 'Begins when these are finished.'),
      to: 'project_node',
    }),
    starts_with: field.references({
      label: text('同步开始', 'Starts with'),
      help: text('不早于这些节点开始', 'Begins no earlier than these.'),
      to: 'project_node',
    }),
    lag: field.integer({
      label: text('间隔', 'Lag'),
      help: text(
        '与前置节点之间至少隔几天，可为负',
        'Days at least between it and what it follows; may be negative.',
      ),
      min: -365,
      max: 3650,
      unit: '天',
    }),
    fixed_start: field.date({ label: text('固定开始', 'Fixed start') }),
    fixed_finish: field.date({ label: text('固定完成', 'Fixed finish') }),
    actual_start: field.date({ label: text('实际开始', 'Started on'), happened: true }),
    actual_finish: field.date({ label: text('实际完成', 'Finished on'), happened: true }),
    planned_money: field.decimal({
      label: text('计划投资', 'Planned money'),
      decimals: 4,
      unit: '亿元',
      min: '0',
    }),
    spent: field.decimal({
      label: text('已完成投资', 'Spent'),
      help: text('到目前为止该节点实际完成的投资', 'What the node has cost so far.'),
      decimals: 4,
      unit: '亿元',
      min: '0',
    }),
    organ: field.reference({ label: text('责任单位', 'Organ in charge'), to: 'organ' }),
    officer: field.reference({ label: text('责任人', 'Officer'), to: 'person' }),
  },
  unique: { name: ['project', 'name_zh'] },
  rules: [
    {
      name: 'finished_after_start',
      fields: ['actual_finish', 'actual_start'],
      says: text('实际完成早于实际开始', 'finished before it was started'),
      mend: text('请核对两个日期', 'Check the two days.'),
      holds: ({ actual_start, actual_finish }) =>
        typeof actual_start !== 'string' ||
        typeof actual_finish !== 'string' ||
        actual_start <= actual_finish,
    },
    {
      // The start of anything that takes days would have to be guessed: the plan could not be worked out.
      name: 'finish_has_start',
      fields: ['actual_start', 'actual_finish', 'duration'],
      says: text('填了实际完成，没有填实际开始', 'is empty, though it was finished'),
      mend: text('请补填实际开始', 'Say when it was started.'),
      holds: ({ actual_start, actual_finish, duration }) =>
        typeof actual_finish !== 'string' || typeof actual_start === 'string' || duration === 0,
    },
    {
      name: 'fixed_in_order',
      fields: ['fixed_finish', 'fixed_start'],
      says: text('固定完成早于固定开始', 'lies before the fixed start'),
      mend: text('请核对两个日期', 'Check the two days.'),
      holds: ({ fixed_start, fixed_finish }) =>
        typeof fixed_start !== 'string' || typeof fixed_finish !== 'string' || fixed_start <= fixed_finish,
    },
    {
      name: 'not_after_itself',
      fields: ['follows'],
      says: text('节点不能以自己为前置', 'A node cannot follow itself'),
      mend: text('请去掉自己', 'Take it out.'),
      holds: ({ id, follows, starts_with }) =>
        typeof id !== 'string' ||
        ![follows, starts_with].some((ids) => Array.isArray(ids) && ids.includes(id)),
    },
  ],
  rights: {
    read: [...businessRoles],
    create: ['project_officer', 'economist'],
    update: ['project_officer', 'economist'],
    remove: ['project_officer', 'economist'],
  },
  list: {
    columns: [
      'name_zh',
      'project',
      'line',
      'duration',
      'day_kind',
      'fixed_finish',
      'actual_start',
      'actual_finish',
      'officer',
    ],
    sort: 'position,name_zh',
  },
  form: [
    {
      label: text('节点', 'Node'),
      fields: [
        'project',
        'name_zh',
        'position',
        'line',
        'duration',
        'day_kind',
        'organ',
        'officer',
        'planned_money',
      ],
    },
    {
      label: text('先后', 'Order'),
      fields: ['follows', 'starts_with', 'lag', 'fixed_start', 'fixed_finish'],
    },
    { label: text('实际', 'What happened'), fields: ['actual_start', 'actual_finish', 'spent'] },
  ],
})
