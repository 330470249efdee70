import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'

/** What an agent did with the enterprise. */
export const agentLogKinds = {
  visit: text('走访', 'Visit'),
  call: text('电话', 'Call'),
  errand: text('代办', 'Errand'),
  training: text('培训', 'Training'),
  meeting: text('协调会', 'Meeting'),
}

/** One entry of the one-to-one log (一对一服务台账). It is not rewritten: a later correction stands in its history. */
export const agentLog = defineRecord({
  name: 'agent_log',
  module: 'projects',
  label: text('帮办记录', 'Agent’s log'),
  about: text(
    '帮办代办员为项目做的一件事：何时、与谁、求什么、办了什么',
    'One thing an agent did for a project: when, with whom, what was asked and what was done',
  ),
  scope: 'unit',
  within: 'project',
  title: 'subject',
  fields: {
    project: field.reference({ label: text('项目', 'Project'), to: 'project', required: true, fixed: true }),
    day: field.date({ label: text('日期', 'Day'), happened: true, required: true }),
    kind: field.choice({ label: text('方式', 'Kind'), required: true, options: agentLogKinds }),
    agent: field.reference({ label: text('帮办代办员', 'Agent'), to: 'person' }),
    counterpart: field.text({
      label: text('对接人', 'With whom'),
      help: text('写姓名和职务，不写电话', 'Name and post, no telephone number.'),
      max: 80,
    }),
    subject: field.text({
      label: text('企业诉求', 'What was asked'),
      required: true,
      max: 120,
      search: true,
    }),
    procedure: field.reference({ label: text('相关手续', 'Procedure'), to: 'project_procedure' }),
    done: field.text({ label: text('办理情况', 'What was done'), max: 2000, multiline: true }),
    result: field.choice({
      label: text('结果', 'Result'),
      options: {
        settled: text('已办结', 'Settled'),
        in_hand: text('办理中', 'In hand'),
        handed_on: text('已转办', 'Handed on'),
        impossible: text('不能办理，已说明', 'Not possible, explained'),
      },
    }),
    hours: field.decimal({ label: text('用时', 'Hours'), decimals: 1, unit: '小时', min: '0', max: '24' }),
  },
  measures: {
    errands: {
      label: text('代办件数', 'Errands'),
      unit: '件',
      of: 'count',
      where: { kind: 'errand' },
      by: 'day',
    },
    services: { label: text('帮办服务次数', 'Services by agents'), unit: '次', of: 'count', by: 'day' },
  },
  rights: {
    read: [...businessRoles],
    create: ['project_officer', 'economist', 'hall_officer'],
    update: ['project_officer', 'economist', 'hall_officer'],
    remove: ['economist'],
  },
  list: {
    columns: ['day', 'kind', 'subject', 'project', 'counterpart', 'agent', 'result', 'hours'],
    sort: '-day,subject',
  },
  form: [
    {
      label: text('服务', 'Service'),
      fields: ['project', 'day', 'kind', 'agent', 'counterpart', 'subject', 'procedure'],
    },
    { label: text('办理', 'What was done'), fields: ['done', 'result', 'hours'] },
  ],
})
