import type { Term } from '#glossary/term'

export const projectsTerms = [
  { id: 'project', zh: '项目', en: 'project' },
  { id: 'major_project', zh: '重大项目', en: 'major project' },
  {
    id: 'carried_on_project',
    zh: '续建项目',
    en: 'carried-on project',
    meaning: { zh: '往年开工、今年继续的项目。', en: 'Started in an earlier year and still being built.' },
  },
  { id: 'new_project', zh: '新建项目', en: 'new project' },
  {
    id: 'preparatory_project',
    zh: '前期项目',
    en: 'preparatory project',
    meaning: { zh: '还未开工、正办手续的项目。', en: 'Not yet started; its procedures are under way.' },
  },
  { id: 'reserve_pool', zh: '储备库', en: 'reserve pool' },
  { id: 'implementation_pool', zh: '实施库', en: 'implementation pool' },
  {
    id: 'milestone',
    zh: '里程碑',
    en: 'milestone',
    meaning: {
      zh: '计划中有日期、有责任人的节点。',
      en: 'A dated point of a plan with someone answerable for it.',
    },
  },
  {
    id: 'coordinates',
    zh: '经纬度',
    en: 'coordinates',
    meaning: {
      zh: '国家大地坐标系 CGCS2000 的经度和纬度，十进制度；不是公众电子地图的 GCJ-02。',
      en: 'Longitude and latitude in decimal degrees of CGCS2000, not of GCJ-02 as public online maps have it.',
    },
  },
  {
    id: 'back_schedule',
    zh: '倒排',
    en: 'back-schedule',
    meaning: {
      zh: '由承诺的完成日倒推各节点。',
      en: 'Computing each step backwards from the promised finish.',
    },
  },
  {
    id: 'plan_baseline',
    zh: '计划基线',
    en: 'baseline',
    meaning: { zh: '当初批准的计划，用来衡量偏差。', en: 'The plan as approved, kept to measure drift.' },
  },
  { id: 'critical_path', zh: '关键线路', en: 'critical path' },
  {
    id: 'slack',
    zh: '机动时间',
    en: 'slack',
    meaning: { zh: '不影响完成日可拖延的时间。', en: 'How long a step may slip without moving the finish.' },
    avoid: ['float'],
  },
  {
    id: 'free_slack',
    zh: '自由机动时间',
    en: 'free slack',
    meaning: {
      zh: '不影响后续节点可拖延的时间。',
      en: 'How long a step may slip without moving any other.',
    },
  },
  { id: 'plan_dependency', zh: '前后关系', en: 'dependency' },
  {
    id: 'dependency_lag',
    zh: '间隔',
    en: 'lag',
    meaning: {
      zh: '前一节点之后须间隔的天数，负数为搭接。',
      en: 'The days that must pass after the step before; negative where the two overlap.',
    },
  },
  {
    id: 'parallel_line',
    zh: '并行线',
    en: 'parallel line',
    meaning: {
      zh: '与主线同时推进的一组节点，如手续线、施工线。',
      en: 'Steps that run beside the main line, such as procedures beside works.',
    },
  },
  {
    id: 'plan_shortfall',
    zh: '工期缺口',
    en: 'shortfall',
    meaning: {
      zh: '按期完成还缺的天数和造成缺口的节点链。',
      en: 'The days missing to keep a date, and the chain of steps that needs them.',
    },
  },
  {
    id: 'plan_drift',
    zh: '计划偏差',
    en: 'drift',
    meaning: { zh: '现在的预测与基线之差。', en: 'How far the forecast is from a baseline.' },
  },
  {
    id: 'physical_progress',
    zh: '形象进度',
    en: 'physical progress',
    meaning: { zh: '现场实际做到哪一步。', en: 'How far the work on site has come.' },
  },
  {
    id: 'dispatch',
    zh: '调度',
    en: 'dispatch',
    meaning: {
      zh: '定期过一遍项目、明确下一步。',
      en: 'Going through the projects at set times and settling the next steps.',
    },
    avoid: ['scheduling meeting'],
  },
  { id: 'dispatch_report', zh: '调度报告', en: 'dispatch report' },
  {
    id: 'dispatch_line',
    zh: '调度底稿',
    en: 'kept dispatch line',
    meaning: {
      zh: '调度期冻结时按项目留存的内容，冻结月份的报告以此为准。',
      en: 'What was kept of a project when a month was closed; the report of that month reads it.',
    },
  },
  {
    id: 'letter',
    zh: '函件',
    en: 'letter',
    meaning: {
      zh: '就堵点发给责任单位的交办函、提醒函或督办函，按种类和年度连续编号。',
      en: 'What an organ is sent about a blocker: assignment, reminder or supervision, numbered by kind and year.',
    },
  },
  {
    id: 'blocker',
    zh: '堵点',
    en: 'blocker',
    meaning: {
      zh: '卡住项目的问题，有责任人和期限。',
      en: 'A problem that holds a project up, with an owner and a due date.',
    },
    avoid: ['pain point'],
  },
  {
    id: 'project_year',
    zh: '年度清单',
    en: 'yearly plan',
    meaning: {
      zh: '项目列入某年清单的计划，有进有出。',
      en: 'What a project is to reach in a year; it enters the list and may leave it.',
    },
  },
  {
    id: 'project_month',
    zh: '月度进展',
    en: 'monthly progress',
    meaning: {
      zh: '项目每月上报的投资、资金和形象进度。',
      en: 'What a project reports of a month: investment, funds, progress on site.',
    },
  },
  {
    id: 'project_fund',
    zh: '资金来源',
    en: 'source of funds',
    meaning: {
      zh: '项目总投资由哪笔钱组成、到位多少。',
      en: 'What a project’s investment is made of, and how much of it has arrived.',
    },
  },
  {
    id: 'statistics_deadline',
    zh: '入库申报截止日',
    en: 'deadline of entry',
    meaning: {
      zh: '当地每月几日前交入库材料。',
      en: 'By which day of the month an area takes the papers of statistics entries.',
    },
  },
  {
    id: 'project_node',
    zh: '计划节点',
    en: 'plan node',
    meaning: {
      zh: '倒排工期里的一步，有时长和前置节点。',
      en: 'A step of a plan, with its duration and what it follows.',
    },
  },
  {
    id: 'project_procedure',
    zh: '前期手续',
    en: 'procedure',
    meaning: {
      zh: '开工前后要办的一项审批。',
      en: 'An approval that a project needs before or during its works.',
    },
  },
  {
    id: 'joint_start',
    zh: '集中开工',
    en: 'joint start',
    meaning: {
      zh: '一批项目同时开工并公布总量。',
      en: 'A batch of projects started together, with its totals.',
    },
  },
  {
    id: 'four_rates',
    zh: '四率',
    en: 'four rates',
    meaning: {
      zh: '开工率、投资完成率、资金到位率、竣工率等成组的比率。',
      en: 'The group of rates by which projects are judged.',
    },
  },
  {
    id: 'start_rate',
    zh: '开工率',
    en: 'start rate',
    meaning: {
      zh: '已开工数除以计划开工数。',
      en: 'Projects started, divided by projects planned to start.',
    },
  },
  { id: 'resumption_rate', zh: '复工率', en: 'resumption rate' },
  {
    id: 'statistics_entry_rate',
    zh: '入库率',
    en: 'statistics entry rate',
    meaning: {
      zh: '进入统计库的项目所占比例。',
      en: 'The share of projects entered in the statistics store.',
    },
  },
  { id: 'statistics_entry', zh: '入库纳统', en: 'statistics entry' },
  { id: 'investment_completion_rate', zh: '投资完成率', en: 'investment completion rate' },
  { id: 'annual_plan', zh: '年度计划', en: 'annual plan' },
  { id: 'total_investment', zh: '总投资', en: 'total investment' },
  {
    id: 'funds_in_place',
    zh: '到位资金',
    en: 'funds in place',
    meaning: { zh: '已实际到账的资金。', en: 'Money that has actually arrived.' },
  },
  { id: 'construction_start', zh: '开工', en: 'start of construction' },
  { id: 'construction_finish', zh: '竣工', en: 'completion of construction' },
  { id: 'start_of_production', zh: '投产', en: 'start of production' },
  {
    id: 'full_capacity',
    zh: '达效',
    en: 'full capacity',
    meaning: { zh: '投产后达到设计效益。', en: 'Reaching the planned output after production began.' },
  },
  { id: 'suspension_of_work', zh: '停工', en: 'suspension of work' },
  {
    id: 'assigned_leader',
    zh: '包联领导',
    en: 'assigned leader',
    meaning: { zh: '对一个项目负责到底的领导。', en: 'The leader answerable for one project to its end.' },
  },
  {
    id: 'observation_tour',
    zh: '现场观摩',
    en: 'observation tour',
    meaning: {
      zh: '现场走访、当场打分、公布名次。',
      en: 'A tour of sites with scores given on the spot and published.',
    },
  },
  {
    id: 'score_sheet',
    zh: '评分表',
    en: 'score sheet',
    meaning: {
      zh: '按公式、分档、名次或人工打分的项目表，有封顶和扣分。',
      en: 'Items scored by formula, bands, place or hand, with caps and deductions.',
    },
  },
  { id: 'bonus', zh: '加分项', en: 'bonus item' },
  { id: 'deduction', zh: '扣分项', en: 'deduction' },
  {
    id: 'lamp_table',
    zh: '亮灯规则表',
    en: 'table of lamps',
    meaning: {
      zh: '各方面亮灯的分档标准，可由高新区修改。',
      en: 'The bands by which lamps are set; a zone may change them.',
    },
  },
  {
    id: 'lamp_rule',
    zh: '亮灯规则',
    en: 'lamp rule',
    meaning: {
      zh: '一个方面的尺度、分档和可否豁免。',
      en: 'The measure and bands of one dimension, and whether it may be exempted.',
    },
  },
  {
    id: 'project_lamp',
    zh: '月度亮灯',
    en: 'monthly lamp',
    meaning: {
      zh: '项目某月某方面的灯和判定说明。',
      en: 'The lamp of a project’s dimension in a month, with its reason.',
    },
  },
  {
    id: 'lamp_exemption',
    zh: '亮灯豁免',
    en: 'exemption',
    meaning: {
      zh: '有正当理由并经批准，在期限内不亮灯。',
      en: 'A good reason, approved, that takes a lamp away until a date.',
    },
  },
  { id: 'procedures_rate', zh: '前期手续办结率', en: 'rate of procedures finished' },
  { id: 'funds_in_place_rate', zh: '资金到位率', en: 'rate of funds in place' },
  { id: 'on_time_completion_rate', zh: '按期竣工率', en: 'rate of completion on time' },
  {
    id: 'four_ones',
    zh: '“四个一”',
    en: 'the four ones',
    meaning: {
      zh: '一个项目、一名领导、一套方案、一抓到底。',
      en: 'One project, one leader, one plan, followed to the end.',
    },
  },
  {
    id: 'agent_service',
    zh: '帮办代办',
    en: 'agent service',
    meaning: {
      zh: '专人替企业跑手续，不越位。',
      en: "A named agent does a project's errands, without deciding in its place.",
    },
  },
  {
    id: 'agent_log',
    zh: '帮办记录',
    en: 'agent’s log',
    meaning: {
      zh: '帮办代办员一对一服务的台账，一事一记。',
      en: "What an agent did for a project's enterprise, one entry a thing.",
    },
  },
  { id: 'agent_desk', zh: '帮办台', en: 'agent’s desk' },
  { id: 'land_parcel', zh: '地块', en: 'land parcel' },
] as const satisfies readonly Term[]
