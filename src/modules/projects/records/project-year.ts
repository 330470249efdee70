import { field } from '#engine/records/field'
import { defineRecord } from '#engine/records/record'
import { businessRoles } from '#engine/records/role.data'
import { text } from '#engine/result/result'
import { yearFlags } from '../domain/year-flags'

/**
 * A project in the list of one year (年度清单), with entry and exit: the base of the four rates. What has happened is
 * taken over from the project whenever it changes, so that a rate is always counted and never typed in.
 */
export const projectYear = defineRecord({
  name: 'project_year',
  module: 'projects',
  label: text('年度清单', 'Yearly plan'),
  about: text(
    '项目列入某年清单的计划，一个项目一年一行',
    'What a project is to reach in a year whose list it is on',
  ),
  scope: 'unit',
  within: 'project',
  title: 'year',
  fields: {
    project: field.reference({ label: text('项目', 'Project'), to: 'project', required: true, fixed: true }),
    year: field.period({ label: text('年度', 'Year'), required: true, fixed: true }),
    project_class: field.choice({
      label: text('建设性质', 'Class'),
      required: true,
      options: {
        carried_on: text('续建', 'Carried on'),
        new: text('新建', 'New'),
        preparatory: text('前期', 'Preparatory'),
      },
    }),
    annual_plan: field.decimal({
      label: text('年度计划投资', 'Planned investment of the year'),
      decimals: 4,
      unit: '亿元',
      min: '0',
    }),
    planned_start: field.period({ label: text('计划开工月份', 'Planned start') }),
    planned_completion: field.period({ label: text('计划竣工月份', 'Planned completion') }),
    funds_plan: field.decimal({
      label: text('计划到位资金', 'Funds planned'),
      decimals: 4,
      unit: '亿元',
      min: '0',
    }),
    listed_on: field.date({ label: text('列入日期', 'Listed on') }),
    left_on: field.date({ label: text('退出日期', 'Left on') }),
    left_reason: field.text({ label: text('退出原因', 'Why it left'), max: 200 }),
    state_started: field.boolean({ label: text('已开工', 'Started'), computed: true }),
    state_resumed: field.boolean({ label: text('已复工', 'Resumed'), computed: true }),
    procedures_done: field.boolean({ label: text('前期手续办结', 'Procedures finished'), computed: true }),
    state_entered: field.boolean({ label: text('已入库', 'Entered in the statistics'), computed: true }),
    investment: field.decimal({
      label: text('总投资', 'Total investment'),
      decimals: 4,
      unit: '亿元',
      computed: true,
    }),
    completed_in: field.period({ label: text('竣工月份', 'Completed in'), computed: true }),
    completion_due: field.boolean({ label: text('当年应竣工', 'Due to be completed'), computed: true }),
    completed_on_time: field.boolean({ label: text('按期竣工', 'Completed on time'), computed: true }),
    counted: field.boolean({ label: text('计入清单', 'On the list'), computed: true }),
  },
  unique: { year: ['project', 'year'] },
  derive: yearFlags,
  rules: [
    {
      name: 'whole_year',
      fields: ['year'],
      says: text('年度应为一整年', 'is not a whole year'),
      mend: text('请写 2026', 'Write 2026.'),
      holds: ({ year }) => typeof year !== 'string' || /^\d{4}$/.test(year),
    },
    {
      name: 'left_with_reason',
      fields: ['left_reason'],
      says: text('退出清单须写原因', 'A project that leaves the list needs a reason'),
      mend: text('请填写退出原因', 'Say why it left.'),
      holds: ({ left_on, left_reason }) => typeof left_on !== 'string' || typeof left_reason === 'string',
    },
  ],
  measures: {
    carried_on: {
      label: text('续建项目数', 'Projects carried on'),
      unit: '个',
      of: 'count',
      where: { project_class: 'carried_on', counted: true },
      by: 'year',
    },
    resumed: {
      label: text('已复工续建项目数', 'Carried-on projects resumed'),
      unit: '个',
      of: 'count',
      where: { project_class: 'carried_on', counted: true, state_resumed: true },
      by: 'year',
    },
    fresh: {
      label: text('新建项目数', 'New projects'),
      unit: '个',
      of: 'count',
      where: { project_class: 'new', counted: true },
      by: 'year',
    },
    fresh_started: {
      label: text('已开工新建项目数', 'New projects started'),
      unit: '个',
      of: 'count',
      where: { project_class: 'new', counted: true, state_started: true },
      by: 'year',
    },
    fresh_procedures_done: {
      label: text('前期手续办结的新建项目数', 'New projects with all procedures finished'),
      unit: '个',
      of: 'count',
      where: { project_class: 'new', counted: true, procedures_done: true },
      by: 'year',
    },
    fresh_entered: {
      label: text('已入库新建项目数', 'New projects entered in the statistics'),
      unit: '个',
      of: 'count',
      where: { project_class: 'new', counted: true, state_entered: true },
      by: 'year',
    },
    starts_planned: {
      label: text('当月计划开工项目数', 'New projects planned to start in the month'),
      unit: '个',
      of: 'count',
      where: { project_class: 'new', counted: true },
      by: 'planned_start',
    },
    planned_started: {
      label: text('当月计划开工且已开工项目数', 'Of those planned to start in the month, started'),
      unit: '个',
      of: 'count',
      where: { project_class: 'new', counted: true, state_started: true },
      by: 'planned_start',
      happened: true,
    },
    completion_due: {
      label: text('应竣工项目数', 'Projects due to be completed'),
      unit: '个',
      of: 'count',
      where: { counted: true, completion_due: true },
      by: 'year',
    },
    completed_on_time: {
      label: text('按期竣工项目数', 'Projects completed on time'),
      unit: '个',
      of: 'count',
      where: { counted: true, completion_due: true, completed_on_time: true },
      by: 'year',
    },
    listed: {
      label: text('年度清单项目数', 'Projects on the year’s list'),
      unit: '个',
      of: 'count',
      where: { counted: true },
      by: 'year',
    },
    total_investment: {
      label: text('清单项目总投资', 'Total investment of the listed projects'),
      unit: '亿元',
      of: { sum: 'investment' },
      where: { counted: true },
      by: 'year',
    },
    annual_plan: {
      label: text('年度计划投资', 'Planned investment of the year'),
      unit: '亿元',
      of: { sum: 'annual_plan' },
      where: { counted: true },
      by: 'year',
    },
    funds_plan: {
      label: text('计划到位资金', 'Funds planned'),
      unit: '亿元',
      of: { sum: 'funds_plan' },
      where: { counted: true },
      by: 'year',
    },
  },
  rights: {
    read: [...businessRoles],
    create: ['project_officer', 'economist'],
    update: ['project_officer', 'economist'],
    remove: ['project_officer', 'economist'],
  },
  list: {
    columns: ['year', 'project', 'unit_id', 'project_class', 'annual_plan', 'planned_start', 'left_on'],
    sort: '-year,-annual_plan',
  },
  form: [
    {
      label: text('年度计划', 'Yearly plan'),
      fields: [
        'project',
        'year',
        'project_class',
        'annual_plan',
        'funds_plan',
        'planned_start',
        'planned_completion',
      ],
    },
    { label: text('进出清单', 'Entry and exit'), fields: ['listed_on', 'left_on', 'left_reason'] },
  ],
})
