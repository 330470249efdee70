import type { Term } from '#glossary/term'

export const governanceTerms = [
  { id: 'goal', zh: '目标任务', en: 'goal' },
  { id: 'goal_tree', zh: '目标分解', en: 'goal tree' },
  {
    id: 'programme',
    zh: '提升工程',
    en: 'programme',
    meaning: {
      zh: '把目标、项目和任务捆在一起的行动。',
      en: 'Goals, projects and tasks bundled under one heading.',
    },
  },
  { id: 'five_year_plan', zh: '五年规划', en: 'five-year plan' },
  { id: 'task', zh: '任务', en: 'task' },
  {
    id: 'supervision',
    zh: '督办',
    en: 'supervision',
    meaning: { zh: '对交办的事盯到办完。', en: 'Following an assigned matter until it is done.' },
  },
  { id: 'supervision_letter', zh: '督办函', en: 'supervision letter' },
  { id: 'reminder_letter', zh: '提醒函', en: 'reminder letter' },
  { id: 'assignment_letter', zh: '交办函', en: 'assignment letter' },
  { id: 'meeting', zh: '会议', en: 'meeting' },
  { id: 'agenda_item', zh: '议题', en: 'agenda item' },
  {
    id: 'resolution',
    zh: '决议',
    en: 'resolution',
    meaning: {
      zh: '会议决定的事，转为任务督办。',
      en: 'What a meeting decided; it becomes a supervised task.',
    },
  },
  { id: 'minutes', zh: '会议纪要', en: 'minutes' },
  { id: 'briefing', zh: '简报', en: 'briefing', avoid: ['bulletin'] },
  {
    id: 'board',
    zh: '看板',
    en: 'board',
    meaning: {
      zh: '一屏看全的页面，每个数都可追到底。',
      en: 'The page that shows it all; every number can be followed to its source.',
    },
    avoid: ['dashboard', 'cockpit'],
  },
  { id: 'drill_down', zh: '下钻', en: 'drill-down' },
  { id: 'national_evaluation', zh: '国家高新区评价', en: 'national evaluation of zones' },
  { id: 'climbing_the_ranking', zh: '争先晋位', en: 'climbing the ranking' },
  { id: 'party_building', zh: '党建', en: 'Party building' },
  { id: 'checklist', zh: '检查清单', en: 'checklist' },
  {
    id: 'mechanism',
    zh: '机制',
    en: 'mechanism',
    meaning: {
      zh: '一种工作办法，如揭榜挂帅、并联审批。',
      en: 'A way of working, such as the open challenge or parallel approval.',
    },
  },
  { id: 'rules_of_procedure', zh: '议事规则', en: 'rules of procedure' },
  { id: 'goal_system_2811', zh: '“2811”目标任务体系', en: '2811 system of goals' },
  { id: 'planning_building_managing', zh: '规建管统筹', en: 'planning, building and managing as one' },
  { id: 'smart_platform', zh: '智慧管理平台', en: 'smart management platform' },
] as const satisfies readonly Term[]
