import { text, type Text } from '#engine/result/result'

/** What a denominator is taken from. Two offices mean two things by one rate, so the base is always said. */
export type RateBase =
  'year_plan' | 'period_plan' | 'new_projects' | 'started_projects' | 'procedures' | 'carried_on_projects'

interface RateDefinition {
  readonly name: Text
  readonly numerator: Text
  /** Denominators in use, in words. */
  readonly bases: Readonly<Partial<Record<RateBase, Text>>>
}

const YEAR_STARTS = text('年度计划开工', 'planned to start this year')

/** The rates of project dispatch (FACTS §2.2): which is divided by which. All are in %, and may exceed 100. */
export const RATES = {
  start_rate: {
    name: text('开工率', 'Start rate'),
    numerator: text('已开工', 'started'),
    bases: { year_plan: YEAR_STARTS, period_plan: text('本期计划开工', 'planned to start by now') },
  },
  resumption_rate: {
    name: text('复工率', 'Resumption rate'),
    numerator: text('已复工', 'resumed'),
    bases: { carried_on_projects: text('应复工续建项目', 'carried-on projects due to resume') },
  },
  start_and_resumption_rate: {
    name: text('开复工率', 'Start and resumption rate'),
    numerator: text('已开工、复工', 'started or resumed'),
    bases: { year_plan: text('应开工、复工', 'due to start or resume this year') },
  },
  procedures_rate: {
    name: text('前期手续办结率', 'Rate of procedures finished'),
    numerator: text('已办结', 'finished'),
    bases: {
      procedures: text('应办手续', 'procedures required'),
      new_projects: text('新建项目', 'new projects'),
    },
  },
  statistics_entry_rate: {
    name: text('入库率', 'Statistics entry rate'),
    numerator: text('已入库', 'entered'),
    bases: {
      new_projects: text('新建项目', 'new projects'),
      started_projects: text('已开工项目', 'started projects'),
    },
  },
  investment_completion_rate: {
    name: text('投资完成率', 'Investment completion rate'),
    numerator: text('累计完成投资', 'completed so far'),
    bases: {
      year_plan: text('年度计划投资', 'planned for the year'),
      period_plan: text('本期计划投资', 'planned by now'),
    },
  },
  funds_in_place_rate: {
    name: text('资金到位率', 'Rate of funds in place'),
    numerator: text('到位资金', 'funds in place'),
    bases: {
      year_plan: text('年度计划资金', 'planned for the year'),
      period_plan: text('本期计划资金', 'planned by now'),
    },
  },
  on_time_completion_rate: {
    name: text('按期竣工率', 'Rate of completion on time'),
    numerator: text('按期竣工', 'finished on time'),
    bases: { year_plan: text('年度应竣工', 'due this year'), period_plan: text('本期应竣工', 'due by now') },
  },
} as const satisfies Record<string, RateDefinition>

export type RateCode = keyof typeof RATES

/** The bases that a rate may be asked on. */
export type BaseOf<Code extends RateCode> = keyof (typeof RATES)[Code]['bases']

/** The four rates (四率) of a provincial campaign and what they should reach, in % (FACTS §2.2). */
export const CAMPAIGN_TARGETS = {
  start_rate: '90',
  investment_completion_rate: '80',
  funds_in_place_rate: '80',
  on_time_completion_rate: '100',
} as const satisfies Partial<Record<RateCode, string>>
