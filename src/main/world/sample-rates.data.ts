/** What the rates of project dispatch are made of, counted from the year's list and the accepted months. */
interface RatePart {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly unit: '个' | '亿元'
  readonly frequency: 'year' | 'month'
  readonly measure: string
}

const counted = (
  [code, measure]: readonly [string, string],
  [zh, en]: readonly [string, string],
  frequency: RatePart['frequency'] = 'year',
): RatePart => ({ code, measure, zh, en, unit: '个', frequency })

const money: typeof counted = (...given) => ({ ...counted(...given), unit: '亿元' })

export const rateParts: readonly RatePart[] = [
  counted(['pr_new', 'project_year.fresh'], ['清单新建项目数', 'New projects on the list']),
  counted(['pr_new_started', 'project_year.fresh_started'], ['清单新建已开工项目数', 'New projects started']),
  counted(
    ['pr_new_procedures', 'project_year.fresh_procedures_done'],
    ['手续办结的新建项目数', 'New projects with all procedures finished'],
  ),
  counted(
    ['pr_new_entered', 'project_year.fresh_entered'],
    ['已入库新建项目数', 'New projects entered in the statistics'],
  ),
  counted(['pr_carried_on', 'project_year.carried_on'], ['清单续建项目数', 'Projects carried on']),
  counted(['pr_resumed', 'project_year.resumed'], ['已复工续建项目数', 'Carried-on projects resumed']),
  counted(['pr_due', 'project_year.completion_due'], ['清单应竣工项目数', 'Projects due to be completed']),
  counted(['pr_on_time', 'project_year.completed_on_time'], ['按期竣工项目数', 'Projects completed on time']),
  counted(
    ['pr_start_planned', 'project_year.starts_planned'],
    ['计划当月开工项目数', 'Projects planned to start in the month'],
    'month',
  ),
  counted(
    ['pr_start_kept', 'project_year.planned_started'],
    ['计划当月开工且已开工项目数', 'Projects planned to start in the month and started'],
    'month',
  ),
  money(
    ['pr_annual_plan', 'project_year.annual_plan'],
    ['清单年度计划投资', 'Planned investment of the list'],
  ),
  money(['pr_invested', 'project_month.invested'], ['项目完成投资', 'Investment completed by projects']),
  money(['pr_funds_plan', 'project_year.funds_plan'], ['项目计划到位资金', 'Funds planned for projects']),
  money(['pr_funds', 'project_month.funds'], ['项目到位资金', 'Funds in place of projects']),
]

interface Rate {
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly frequency: 'year' | 'month'
  readonly formula: string
  /** What it is divided by, and why. */
  readonly base: readonly [zh: string, en: string]
}

/** The rates themselves (FACTS §2.2); the base is said with each, since two offices mean two things by one name. */
export const rates: readonly Rate[] = [
  {
    code: 'rate_start',
    zh: '项目开工率',
    en: 'Start rate',
    frequency: 'year',
    formula: '[清单新建已开工项目数] / [清单新建项目数]',
    base: ['以年度计划为基数', 'on the base of the year’s list'],
  },
  {
    code: 'rate_start_to_date',
    zh: '项目开工率（本期计划）',
    en: 'Start rate, of those planned by now',
    frequency: 'month',
    formula: 'ytd([计划当月开工且已开工项目数]) / ytd([计划当月开工项目数])',
    base: ['以年初至本月计划开工的项目为基数', 'on the base of projects planned to start by the month'],
  },
  {
    code: 'rate_resumption',
    zh: '项目复工率',
    en: 'Resumption rate',
    frequency: 'year',
    formula: '[已复工续建项目数] / [清单续建项目数]',
    base: ['以清单中的续建项目为基数', 'on the base of the list’s carried-on projects'],
  },
  {
    code: 'rate_procedures',
    zh: '前期手续办结率',
    en: 'Rate of procedures finished',
    frequency: 'year',
    formula: '[手续办结的新建项目数] / [清单新建项目数]',
    base: ['手续全部办结的项目占新建项目', 'new projects with all procedures finished, of all new projects'],
  },
  {
    code: 'rate_entry',
    zh: '项目入库率',
    en: 'Statistics entry rate',
    frequency: 'year',
    formula: '[已入库新建项目数] / [清单新建项目数]',
    base: ['以清单中的新建项目为基数', 'on the base of the list’s new projects'],
  },
  {
    code: 'rate_investment',
    zh: '项目投资完成率',
    en: 'Investment completion rate',
    frequency: 'year',
    formula: '[项目完成投资] / [清单年度计划投资]',
    base: ['已审定月份的完成投资占年度计划', 'investment of accepted months, of the year’s plan'],
  },
  {
    code: 'rate_funds',
    zh: '项目资金到位率',
    en: 'Rate of funds in place',
    frequency: 'year',
    formula: '[项目到位资金] / [项目计划到位资金]',
    base: [
      '已审定月份的到位资金占全年计划，可超过 100%',
      'funds of accepted months, of the year’s plan; may exceed 100 %',
    ],
  },
  {
    code: 'rate_on_time',
    zh: '项目按期竣工率',
    en: 'Rate of completion on time',
    frequency: 'year',
    formula: '[按期竣工项目数] / [清单应竣工项目数]',
    base: ['以当年应竣工的项目为基数', 'on the base of projects due to be completed in the year'],
  },
]
