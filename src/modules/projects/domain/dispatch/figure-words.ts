import { canonical, decimal, rounded } from '#engine/quantity/decimal'
import { formatQuantity, type Language } from '#engine/quantity/format-quantity'
import { quantity } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'
import type { DispatchFigure, DispatchFigureName } from '../../dispatch-contract'

type Measure = 'count' | 'money' | 'percent' | 'points'

interface FigureWords {
  readonly label: Text
  readonly measure: Measure
  /** What is counted, in one sentence. */
  readonly says: Text
}

const words = (label: Text, measure: Measure, says: Text): FigureWords => ({ label, measure, says })

/** A closed month of which nothing was kept says so, on the page and in Word. */
export const nothingKept = text(
  '本月冻结时还不留存底稿：投资按已审定的月报，项目、亮灯和堵点按现在的情况。',
  'Nothing was kept when this month was closed: money is as accepted; projects, lamps and blockers are as they are now.',
)

/** What every figure of the report is called and what it counts: the same on the page and in Word. */
export const figureWords: Readonly<Record<DispatchFigureName, FigureWords>> = {
  projects: words(
    text('项目数', 'Projects'),
    'count',
    text('月末在年度清单上的项目', 'On the year’s list at the end of the month'),
  ),
  investment: words(
    text('总投资', 'Total investment'),
    'money',
    text('清单项目总投资之和，未知的另列', 'Of the listed projects; those not known are named'),
  ),
  annual_plan: words(
    text('年度计划投资', 'Plan of the year'),
    'money',
    text('清单项目年度计划投资之和', 'Planned investment of the listed projects'),
  ),
  due: words(
    text('应报', 'To report'),
    'count',
    text(
      '在清单上、已过前期且尚未竣工的项目',
      'On the list, past approvals and not completed before the month',
    ),
  ),
  reported: words(
    text('已审定', 'Accepted'),
    'count',
    text('本月月报已审定的应报项目', 'Projects whose report of the month is accepted'),
  ),
  invested_month: words(
    text('本月完成投资', 'Invested in the month'),
    'money',
    text('本月已审定月报之和，未审定的另列', 'From accepted reports; those without one are named'),
  ),
  invested_year: words(
    text('1月起累计完成', 'Since January'),
    'money',
    text(
      '当年各月已审定月报之和，有缺月的另列',
      'From accepted months; projects with a month missing are named',
    ),
  ),
  percent: words(
    text('完成年度计划', 'Share of the plan'),
    'percent',
    text(
      '累计完成 ÷ 年度计划（只计计划已知的项目）',
      'Since January ÷ plan of the year, where the plan is known',
    ),
  ),
  ahead: words(
    text('比时间进度', 'Against time progress'),
    'points',
    text('完成年度计划 − 已过月数 ÷ 12', 'Share of the plan − months gone by ÷ 12'),
  ),
  starts_planned_year: words(
    text('全年计划开工', 'Starts planned for the year'),
    'count',
    text(
      '清单上的新建项目，及计划当年开工的前期项目',
      'New projects, and those in preparation that are to start this year',
    ),
  ),
  starts_planned: words(
    text('截至本月计划开工', 'Starts planned by now'),
    'count',
    text('其中计划开工月份不晚于本月的', 'Of them, those planned to start by the month’s end'),
  ),
  starts_done: words(
    text('其中已开工', 'Of them started'),
    'count',
    text('计划当年开工的项目中，月末前已开工的', 'Of those planned for the year, started by the month’s end'),
  ),
  started_month: words(
    text('本月新开工', 'Started in the month'),
    'count',
    text('本月实际开工', 'Started in the month'),
  ),
  entered: words(
    text('已入库纳统', 'In the statistics'),
    'count',
    text('月末前已入库纳统的项目', 'Entered in the statistics by the month’s end'),
  ),
  entered_month: words(
    text('本月入库', 'Entered in the month'),
    'count',
    text('本月入库纳统', 'Entered in the statistics in the month'),
  ),
  not_entered: words(
    text('已开工未入库', 'Started, not entered'),
    'count',
    text('已开工而尚未入库纳统的项目', 'Started and not yet in the statistics'),
  ),
  completed_month: words(
    text('本月竣工', 'Completed in the month'),
    'count',
    text('本月实际竣工', 'Completed in the month'),
  ),
  completed_year: words(
    text('今年已竣工', 'Completed this year'),
    'count',
    text('1月至本月实际竣工', 'Completed since January'),
  ),
  produced_month: words(
    text('本月投产', 'Into production in the month'),
    'count',
    text('本月投产', 'Began production in the month'),
  ),
  produced_year: words(
    text('今年已投产', 'Into production this year'),
    'count',
    text('1月至本月投产', 'Began production since January'),
  ),
  listed_month: words(
    text('本月新列入', 'Newly listed'),
    'count',
    text('本月列入年度清单', 'Came on the year’s list in the month'),
  ),
  left_month: words(
    text('本月退出', 'Left the list'),
    'count',
    text('本月退出年度清单', 'Left the year’s list in the month'),
  ),
}

const units: Readonly<Record<Measure, Text>> = {
  count: text('个', 'projects'),
  money: text('亿元', '100m yuan'),
  percent: text('%', '%'),
  points: text('个百分点', 'points'),
}

const decimals: Readonly<Record<Measure, number>> = { count: 0, money: 2, percent: 1, points: 1 }

export const unitOfFigure = (name: DispatchFigureName): Text => units[figureWords[name].measure]

/** The number as it is printed, without its unit; — where it is not known. Points keep their sign. */
export function figureNumber(
  name: DispatchFigureName,
  { value }: DispatchFigure,
  language: Language = 'zh',
): string {
  if (value === null) return '—'
  const { measure } = figureWords[name]
  const shown = formatQuantity(quantity(value), { decimals: decimals[measure], language })
  return measure === 'points' && decimal(rounded(value, decimals.points)).gt(0) ? `+${shown}` : shown
}

/** 4.1 亿元 (money with two decimals, as everywhere); — where it is not known. */
export const moneyNumber = (value: string | null, language: Language = 'zh'): string =>
  value === null ? '—' : formatQuantity(quantity(value), { decimals: decimals.money, language })

/** 高于时间进度 3.2 个百分点. */
export function aheadWords({ value }: DispatchFigure): Text {
  if (value === null) return text('与时间进度的差未知', 'against time progress not known')
  const points = rounded(value, decimals.points)
  const size = points.replace('-', '')
  if (decimal(points).isZero()) return text('与时间进度持平', 'level with time progress')
  return decimal(points).gt(0)
    ? text(`高于时间进度 ${size} 个百分点`, `${size} points above time progress`)
    : text(`低于时间进度 ${size} 个百分点`, `${size} points below time progress`)
}

/** What a month is compared in with the one before it: the same on the page and in Word. */
export const comparedNames: readonly DispatchFigureName[] = [
  'projects',
  'reported',
  'invested_month',
  'invested_year',
  'percent',
  'ahead',
  'starts_done',
  'entered',
]

/** How a figure has moved against another month's; null where either is not known. */
export const change = (now: DispatchFigure, before: DispatchFigure): string | null =>
  now.value === null || before.value === null
    ? null
    : canonical(decimal(now.value).minus(before.value).toDecimalPlaces(20))
