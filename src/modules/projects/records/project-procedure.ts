import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'

/** The four stages of engineering approvals (国办发〔2019〕11号). */
export const approvalStages = {
  land: text('立项用地规划许可', 'Project and land'),
  design: text('工程建设许可', 'Design'),
  works: text('施工许可', 'Works'),
  acceptance: text('竣工验收', 'Acceptance'),
}

/** An approval that a project needs (前期手续), with the office that gives it and what the agent has done about it. */
export const projectProcedure = defineRecord({
  name: 'project_procedure',
  module: 'projects',
  label: text('前期手续', 'Procedure'),
  about: text(
    '项目要办的一项手续，由谁办、何时办结',
    'An approval that a project needs: whose it is and when it was given',
  ),
  scope: 'unit',
  within: 'project',
  title: 'name_zh',
  fields: {
    project: field.reference({ label: text('项目', 'Project'), to: 'project', required: true, fixed: true }),
    name_zh: field.text({ label: text('手续', 'Procedure'), required: true, max: 80 }),
    stage: field.choice({ label: text('审批阶段', 'Stage'), options: approvalStages, required: true }),
    office: field.text({ label: text('审批单位', 'Office'), max: 80 }),
    needless: field.boolean({
      label: text('无需办理', 'Not needed'),
      help: text(
        '区域评估已覆盖等，不计入办结率',
        'Covered by an assessment of the area: left out of the rate.',
      ),
    }),
    planned_on: field.date({ label: text('计划办结', 'Planned') }),
    applied_on: field.date({ label: text('受理日期', 'Applied for on'), happened: true }),
    done_on: field.date({ label: text('办结日期', 'Given on'), happened: true }),
    document: field.text({ label: text('文号', 'Document'), max: 80 }),
    errand: field.text({ label: text('代办记录', 'What the agent did'), max: 1000, multiline: true }),
  },
  unique: { name: ['project', 'name_zh'] },
  rules: [
    {
      name: 'given_after_applied',
      fields: ['done_on', 'applied_on'],
      says: text('办结早于受理', 'was given before it was applied for'),
      mend: text('请核对两个日期', 'Check the two days.'),
      holds: ({ applied_on, done_on }) =>
        typeof applied_on !== 'string' || typeof done_on !== 'string' || applied_on <= done_on,
    },
  ],
  rights: {
    read: [...businessRoles],
    create: ['project_officer', 'economist', 'hall_officer'],
    update: ['project_officer', 'economist', 'hall_officer'],
    remove: ['project_officer', 'economist'],
  },
  list: {
    columns: [
      'name_zh',
      'project',
      'stage',
      'office',
      'planned_on',
      'applied_on',
      'done_on',
      'document',
      'needless',
    ],
    sort: 'stage,planned_on,name_zh',
  },
  form: [
    {
      label: text('手续', 'Procedure'),
      fields: [
        'project',
        'name_zh',
        'stage',
        'office',
        'needless',
        'planned_on',
        'applied_on',
        'done_on',
        'document',
      ],
    },
    { label: text('帮办代办', 'Agent service'), fields: ['errand'] },
  ],
})
