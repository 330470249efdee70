import { defineLifecycle } from '#engine/lifecycles/lifecycle'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'

const raisers = ['project_officer', 'economist', 'hall_officer', 'leader'] as const
const deciders = ['economist', 'leader'] as const

/**
 * A problem that holds a project up (堵点): raised, assigned with a limit, answered, closed; never simply forgotten. The
 * limit runs until somebody has checked the answer and closed it (销号), also through a return.
 */
export const blocker = defineRecord({
  name: 'blocker',
  module: 'projects',
  label: text('堵点问题', 'Blocker'),
  about: text(
    '卡住项目的问题，有责任单位、责任人和期限',
    'A problem that holds a project up, with an owner and a limit',
  ),
  scope: 'unit',
  within: 'project',
  owner: 'handler',
  title: 'subject',
  fields: {
    project: field.reference({ label: text('项目', 'Project'), to: 'project', required: true, fixed: true }),
    subject: field.text({ label: text('问题', 'Problem'), required: true, max: 120, search: true }),
    category: field.choice({
      label: text('类型', 'Kind'),
      required: true,
      options: {
        land: text('用地', 'Land'),
        demolition: text('征迁', 'Relocation'),
        approval: text('审批手续', 'Approvals'),
        funds: text('资金', 'Funds'),
        utilities: text('水电气路', 'Utilities and roads'),
        design: text('规划设计', 'Design'),
        construction: text('施工组织', 'Works'),
        other: text('其他', 'Other'),
      },
    }),
    level: field.choice({
      label: text('协调层级', 'Level'),
      required: true,
      options: {
        park: text('园区', 'Park'),
        zone: text('高新区', 'Zone'),
        city: text('市级', 'City'),
        province: text('省级以上', 'Province and above'),
      },
    }),
    details: field.text({ label: text('具体情况', 'Details'), max: 2000, multiline: true }),
    organ: field.reference({ label: text('责任单位', 'Organ in charge'), to: 'organ' }),
    handler: field.reference({ label: text('责任人', 'Handler'), to: 'person' }),
    workdays: field.integer({
      label: text('办理时限', 'Limit'),
      help: text('交办之日起的工作日数，不填为 10', 'Working days from the assignment; 10 when left empty.'),
      min: 1,
      max: 120,
      unit: '工作日',
    }),
    extension_days: field.integer({
      label: text('延长工作日', 'Working days added'),
      min: 1,
      max: 60,
      set: [...deciders],
    }),
    answer: field.text({ label: text('办理结果', 'Answer'), max: 2000, multiline: true }),
  },
  clocks: {
    settlement: {
      label: text('办理时限', 'Settlement'),
      definition: ({ workdays }) => ({
        unit: 'workday',
        limit: typeof workdays === 'number' ? workdays : 10,
        startRule: 'next_day',
        cutOffHour: 17,
        maxExtensions: 1,
        longestExtension: 60,
      }),
    },
  },
  lifecycle: defineLifecycle({
    initial: 'raised',
    states: {
      raised: { label: text('待交办', 'To be assigned'), tone: 'active' },
      assigned: { label: text('办理中', 'In hand'), tone: 'active' },
      answered: { label: text('待销号', 'Answered'), tone: 'good' },
      closed: { label: text('已销号', 'Closed'), tone: 'good', final: true, locked: true },
      withdrawn: { label: text('已撤回', 'Withdrawn'), tone: 'neutral', final: true, locked: true },
    },
    actions: {
      assign: {
        label: text('交办', 'Assign'),
        from: ['raised'],
        to: 'assigned',
        rights: [...deciders],
        requires: ['organ', 'handler'],
        clocks: [{ clock: 'settlement', do: 'start' }],
      },
      reassign: {
        label: text('转办', 'Reassign'),
        from: ['assigned'],
        to: 'same_state',
        rights: [...deciders],
        requires: ['organ', 'handler'],
        reason: 'required',
      },
      extend: {
        label: text('延期', 'Extend'),
        from: ['assigned'],
        to: 'same_state',
        rights: [...deciders],
        requires: ['extension_days'],
        reason: 'required',
        clocks: [{ clock: 'settlement', do: 'extend', by: 'extension_days' }],
      },
      answer: {
        label: text('答复', 'Answer'),
        from: ['assigned'],
        to: 'answered',
        rights: [...raisers],
        requires: ['answer'],
      },
      return: {
        label: text('退回重办', 'Return'),
        from: ['answered'],
        to: 'assigned',
        rights: [...deciders],
        reason: 'required',
      },
      close: {
        label: text('销号', 'Close'),
        from: ['answered'],
        to: 'closed',
        rights: [...deciders],
        clocks: [{ clock: 'settlement', do: 'stop' }],
      },
      withdraw: {
        label: text('撤回', 'Withdraw'),
        from: ['raised'],
        to: 'withdrawn',
        rights: [...raisers],
        reason: 'required',
      },
    },
  }),
  rights: {
    read: [...businessRoles],
    create: [...raisers],
    update: [...raisers],
    remove: ['economist'],
  },
  list: {
    columns: [
      'subject',
      'project',
      'unit_id',
      'category',
      'level',
      'organ',
      'handler',
      'settlement_lamp',
      'settlement_due_at',
    ],
    sort: 'settlement_due_at,subject',
  },
  form: [
    { label: text('问题', 'Problem'), fields: ['project', 'subject', 'category', 'level', 'details'] },
    { label: text('办理', 'Handling'), fields: ['organ', 'handler', 'workdays', 'answer'] },
  ],
})
