import { defineLifecycle } from '#engine/lifecycles/lifecycle'
import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'

const desk = ['hall_officer', 'office_clerk', 'economist'] as const
const handlers = [...desk, 'project_officer'] as const

/**
 * What an enterprise asks for, followed until it is satisfied (domain facts §6.1). Places differ in their limits: one
 * working day to respond, seven to solve, two when urgent are ours.
 */
export const enterpriseRequest = defineRecord({
  name: 'enterprise_request',
  module: 'enterprises',
  label: text('企业诉求', 'Enterprise request'),
  about: text(
    '企业提出的问题或请求，从受理到满意闭环',
    'What an enterprise asks for, from its receipt until it is satisfied',
  ),
  scope: 'unit',
  title: 'subject',
  owner: 'handler',
  fields: {
    subject: field.text({ label: text('诉求', 'Subject'), required: true, max: 120, search: true }),
    enterprise: field.reference({ label: text('企业', 'Enterprise'), to: 'enterprise', required: true }),
    category: field.choice({
      label: text('类别', 'Category'),
      required: true,
      options: {
        policy: text('政策兑现', 'Support policies'),
        land: text('用地用房', 'Land and premises'),
        utilities: text('水电气网', 'Utilities'),
        finance: text('融资', 'Finance'),
        labour: text('用工与人才', 'Labour and talent'),
        approval: text('审批手续', 'Approvals'),
        other: text('其他', 'Other'),
      },
    }),
    urgent: field.boolean({
      label: text('紧急', 'Urgent'),
      help: text('紧急诉求两个工作日内答复', 'Urgent requests are answered within two working days.'),
    }),
    channel: field.choice({
      label: text('来源', 'Channel'),
      options: {
        hall: text('服务大厅', 'Service hall'),
        visit: text('走访', 'Visit'),
        hotline: text('热线', 'Hotline'),
        portal: text('网上', 'Online'),
      },
    }),
    body: field.text({ label: text('具体内容', 'Details'), required: true, max: 4000, multiline: true }),
    organ: field.reference({ label: text('承办机构', 'Organ in charge'), to: 'organ' }),
    handler: field.reference({ label: text('承办人', 'Handler'), to: 'person' }),
    extension_days: field.integer({
      label: text('延长工作日', 'Working days added'),
      min: 1,
      max: 10,
      set: ['leader', 'economist'],
    }),
    answer: field.text({ label: text('答复', 'Answer'), max: 4000, multiline: true }),
    satisfaction: field.choice({
      label: text('回访评价', 'Call-back'),
      options: {
        satisfied: text('满意', 'Satisfied'),
        acceptable: text('基本满意', 'Acceptable'),
      },
    }),
  },
  clocks: {
    response: {
      label: text('响应时限', 'Response'),
      starts: 'created',
      definition: { unit: 'workday', limit: 1, startRule: 'next_day', cutOffHour: 17, maxExtensions: 0 },
    },
    settlement: {
      label: text('办理时限', 'Settlement'),
      definition: ({ urgent }) => ({
        unit: 'workday',
        limit: urgent === true ? 2 : 7,
        startRule: 'next_day',
        cutOffHour: 17,
        maxExtensions: 1,
        longestExtension: 10,
      }),
    },
  },
  lifecycle: defineLifecycle({
    initial: 'submitted',
    states: {
      submitted: { label: text('待受理', 'To be accepted'), tone: 'active' },
      accepted: { label: text('待分办', 'To be assigned'), tone: 'active' },
      handling: { label: text('办理中', 'In hand'), tone: 'active' },
      suspended: { label: text('挂账', 'Suspended'), tone: 'warning' },
      answered: { label: text('待回访', 'To be called back'), tone: 'good' },
      closed: { label: text('已归档', 'Closed'), tone: 'good', final: true, locked: true },
      rejected: { label: text('不予受理', 'Not accepted'), tone: 'neutral', final: true, locked: true },
    },
    actions: {
      accept: {
        label: text('受理', 'Accept'),
        from: ['submitted'],
        to: 'accepted',
        rights: [...desk],
        clocks: [
          { clock: 'response', do: 'stop' },
          { clock: 'settlement', do: 'start' },
        ],
      },
      reject: {
        label: text('不予受理', 'Do not accept'),
        from: ['submitted'],
        to: 'rejected',
        rights: [...desk],
        reason: 'required',
        clocks: [{ clock: 'response', do: 'stop' }],
      },
      assign: {
        label: text('分办', 'Assign'),
        from: ['accepted'],
        to: 'handling',
        rights: [...desk],
        requires: ['organ', 'handler'],
      },
      send_back: {
        label: text('退单', 'Send back'),
        from: ['handling'],
        to: 'accepted',
        rights: [...handlers],
        reason: 'required',
      },
      extend: {
        label: text('延期', 'Extend'),
        from: ['handling'],
        to: 'same_state',
        rights: ['leader', 'economist'],
        requires: ['extension_days'],
        reason: 'required',
        clocks: [{ clock: 'settlement', do: 'extend', by: 'extension_days' }],
      },
      suspend: {
        label: text('挂账', 'Suspend'),
        from: ['handling'],
        to: 'suspended',
        rights: ['leader', 'economist'],
        reason: 'required',
        clocks: [{ clock: 'settlement', do: 'pause' }],
      },
      resume: {
        label: text('恢复办理', 'Resume'),
        from: ['suspended'],
        to: 'handling',
        rights: ['leader', 'economist'],
        clocks: [{ clock: 'settlement', do: 'resume' }],
      },
      answer: {
        label: text('答复办结', 'Answer'),
        from: ['handling'],
        to: 'answered',
        rights: [...handlers],
        requires: ['answer'],
        clocks: [{ clock: 'settlement', do: 'stop' }],
      },
      close: {
        label: text('回访归档', 'Close after the call-back'),
        from: ['answered'],
        to: 'closed',
        rights: [...desk],
        requires: ['satisfaction'],
      },
      reopen: {
        label: text('不满意，重办', 'Not satisfied: do it again'),
        from: ['answered'],
        to: 'handling',
        rights: [...desk],
        reason: 'required',
        clocks: [{ clock: 'settlement', do: 'restart' }],
      },
    },
  }),
  rights: {
    read: [...businessRoles],
    create: [...desk, 'project_officer'],
    update: [...desk, 'project_officer'],
    remove: [],
  },
  list: {
    columns: [
      'subject',
      'state',
      'response_lamp',
      'settlement_lamp',
      'settlement_due_at',
      'unit_id',
      'enterprise',
      'category',
      'handler',
    ],
    // What is due next stands first, what is closed last.
    sort: 'closed,next_due_at,-settlement_due_at,-created_at',
  },
  form: [
    {
      label: text('诉求', 'Request'),
      fields: ['subject', 'enterprise', 'category', 'urgent', 'channel', 'body'],
    },
    {
      label: text('办理', 'Handling'),
      fields: ['organ', 'handler', 'extension_days', 'answer', 'satisfaction'],
    },
  ],
})
