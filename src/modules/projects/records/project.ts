import { text } from '#engine/result/result'
import { field } from '#engine/records/field'
import { businessRoles } from '#engine/records/role.data'
import { defineRecord } from '#engine/records/record'
import { startedIn } from '../domain/started-in'
import { lampOptions, lampTones } from './lamp-options'
import { projectLifecycle } from './project-lifecycle'
import { placeInFull, stepsInOrder } from './project-rules'

const qualifiers = {
  exact: text('准确', 'Exact'),
  about: text('约', 'About'),
  over: text('超过', 'Over'),
  at_least: text('以上', 'At least'),
  within: text('以内', 'Within'),
}

/** The project types that have a plan template of their own. */
export const projectKinds = {
  industrial: text('产业项目', 'Industrial'),
  infrastructure: text('基础设施', 'Infrastructure'),
  municipal: text('市政工程', 'Municipal works'),
  conversion: text('厂房改造', 'Property conversion'),
}

/** Public map services shift their coordinates by some hundred metres: whoever copies from one must know it. */
const coordinateHelp = text(
  '国家大地坐标系 CGCS2000，十进制度；从公众电子地图取的坐标（GCJ-02）偏移数百米，请先换算',
  'Decimal degrees of CGCS2000. Those of public online maps (GCJ-02) are off by hundreds of metres: convert them first.',
)

/** A major project: what it is, whose it is, its money and its days. Months, nodes, procedures and blockers are parts of it. */
export const project = defineRecord({
  name: 'project',
  module: 'projects',
  label: text('项目', 'Project'),
  about: text('高新区的重大项目，一项一行', 'A major project of a zone or park, one row each'),
  scope: 'unit',
  title: 'name_zh',
  fields: {
    name_zh: field.text({ label: text('项目名称', 'Project'), required: true, max: 120, search: true }),
    code: field.text({ label: text('项目代码', 'Project code'), max: 40, search: true }),
    owner: field.text({ label: text('建设单位', 'Owner'), max: 120, search: true }),
    kind: field.choice({ label: text('项目类型', 'Kind'), options: projectKinds }),
    category: field.choice({
      label: text('类别', 'Category'),
      options: {
        manufacturing: text('制造业', 'Manufacturing'),
        medicine: text('生物医药', 'Medicine'),
        'medical-platform': text('医疗健康平台', 'Medical platform'),
        'industrial-premises': text('工业厂房', 'Industrial premises'),
        education: text('教育', 'Education'),
        road: text('道路', 'Road'),
        municipal: text('市政', 'Municipal works'),
      },
    }),
    investment: field.decimal({
      label: text('总投资', 'Total investment'),
      decimals: 4,
      unit: '亿元',
      min: '0',
    }),
    investment_qualifier: field.choice({
      label: text('投资额口径', 'Investment qualifier'),
      options: qualifiers,
    }),
    excludes_working_capital: field.boolean({ label: text('不含流动资金', 'Excludes working capital') }),
    floor_area: field.decimal({
      label: text('建筑面积', 'Floor area'),
      decimals: 2,
      unit: '平方米',
      min: '0',
    }),
    floor_area_qualifier: field.choice({ label: text('面积口径', 'Area qualifier'), options: qualifiers }),
    land: field.decimal({ label: text('用地面积', 'Land'), decimals: 2, unit: '亩', min: '0' }),
    length: field.decimal({ label: text('长度', 'Length'), decimals: 2, unit: '米', min: '0' }),
    capacity: field.text({ label: text('产能规模', 'Capacity'), max: 200 }),
    stage: field.text({ label: text('进展', 'Progress'), max: 200 }),
    signed_on: field.date({ label: text('签约日期', 'Signed on'), happened: true }),
    planned_start: field.date({ label: text('计划开工', 'Planned start') }),
    started_on: field.date({ label: text('实际开工', 'Started on'), happened: true }),
    started_in: field.period({
      label: text('开工月份', 'Started in'),
      help: text('填了实际开工日期时自动取其月份', 'Follows from the day, where that is known.'),
    }),
    promised_on: field.date({
      label: text('承诺竣工', 'Promised completion'),
      help: text('倒排工期由此日算起', 'The plan is worked out backwards from this day.'),
    }),
    resumed_on: field.date({ label: text('复工日期', 'Resumed on'), happened: true }),
    completed_on: field.date({ label: text('实际竣工', 'Completed on'), happened: true }),
    produced_on: field.date({ label: text('投产日期', 'Producing since'), happened: true }),
    full_on: field.date({ label: text('达效日期', 'At full capacity since'), happened: true }),
    leader: field.reference({ label: text('包联领导', 'Assigned leader'), to: 'person' }),
    task_force: field.text({ label: text('工作专班', 'Task force'), max: 120 }),
    organ: field.reference({ label: text('责任单位', 'Organ in charge'), to: 'organ' }),
    officer: field.reference({ label: text('责任人', 'Officer in charge'), to: 'person' }),
    agent: field.reference({ label: text('帮办代办员', 'Agent'), to: 'person' }),
    entered_on: field.date({ label: text('入库纳统日期', 'Entered in the statistics on'), happened: true }),
    statistics_code: field.text({ label: text('统计项目编码', 'Statistics code'), max: 40 }),
    location: field.text({ label: text('地点', 'Location'), max: 200, search: true }),
    longitude: field.decimal({
      label: text('经度', 'Longitude'),
      help: coordinateHelp,
      decimals: 6,
      min: '73',
      max: '136',
    }),
    latitude: field.decimal({
      label: text('纬度', 'Latitude'),
      help: coordinateHelp,
      decimals: 6,
      min: '3',
      max: '54',
    }),
    source: field.text({ label: text('出处', 'Source'), max: 200 }),
    lamp: field.choice({
      label: text('亮灯', 'Lamp'),
      help: text('各方面中最差的灯', 'The worst lamp of its dimensions.'),
      options: lampOptions,
      tones: lampTones,
      computed: true,
    }),
  },
  unique: { name: ['unit_id', 'name_zh'] },
  derive: startedIn,
  rules: [...stepsInOrder, placeInFull],
  lifecycle: projectLifecycle,
  measures: {
    started: { label: text('开工项目数', 'Projects started'), unit: '个', of: 'count', by: 'started_in' },
    started_investment: {
      label: text('开工项目总投资', 'Investment of projects started'),
      unit: '亿元',
      of: { sum: 'investment' },
      by: 'started_in',
    },
  },
  rights: {
    read: [...businessRoles],
    create: ['project_officer', 'economist'],
    update: ['project_officer', 'economist'],
    remove: ['project_officer'],
  },
  list: {
    columns: [
      'name_zh',
      'lamp',
      'unit_id',
      'owner',
      'category',
      'investment',
      'stage',
      'promised_on',
      'location',
    ],
    sort: '-investment,name_zh',
  },
  form: [
    {
      label: text('项目', 'Project'),
      fields: ['name_zh', 'code', 'owner', 'kind', 'category', 'stage', 'location', 'longitude', 'latitude'],
    },
    {
      label: text('四个一', 'The four ones'),
      fields: ['leader', 'task_force', 'organ', 'officer', 'agent'],
    },
    {
      label: text('投资与规模', 'Investment and size'),
      fields: [
        'investment',
        'investment_qualifier',
        'excludes_working_capital',
        'floor_area',
        'floor_area_qualifier',
        'land',
        'length',
        'capacity',
      ],
    },
    {
      label: text('日期', 'Days'),
      fields: [
        'signed_on',
        'planned_start',
        'started_on',
        'started_in',
        'promised_on',
        'resumed_on',
        'completed_on',
        'produced_on',
        'full_on',
      ],
    },
    { label: text('统计', 'Statistics'), fields: ['entered_on', 'statistics_code'] },
    { label: text('出处', 'Source'), fields: ['source'] },
  ],
})
