import { text, type Text } from '#engine/result/result'

export const moneyWords = {
  title: text('投资与资金', 'Money'),
  unit: text('金额单位', 'Unit of amounts'),
  year: text('年度', 'Year'),
  investment: text('总投资', 'Total investment'),
  excludes: text('不含流动资金', 'excludes working capital'),
  ever: text('开工以来累计完成', 'Invested since the start'),
  share: text('占总投资', 'of the total'),
  plan: text('年度计划', 'Plan of the year'),
  year_done: text('今年完成', 'Invested this year'),
  funds: text('今年到位资金', 'Funds this year'),
  of_plan: text('占计划', 'of the plan'),
  month: text('月份', 'Month'),
  planned: text('计划', 'Planned'),
  invested: text('完成', 'Invested'),
  to_date: text('累计', 'Since January'),
  completion: text('占年度计划', 'Of the plan'),
  expected: text('时间进度', 'Time passed'),
  ahead: text('超（落后）', 'Ahead (behind)'),
  pending: text('待审', 'not accepted yet'),
  origin: text('到位资金来源', 'Funds by origin'),
  use: text('到位资金用途', 'Funds by use'),
  rest: text('其余', 'The rest'),
  sources: text('总投资资金来源', 'Sources of the investment'),
  source: text('资金来源', 'Source'),
  arrived: text('已到位', 'Arrived'),
  sum: text('合计', 'Sum'),
  missing: text('资金来源与总投资相差', 'Sources and total investment differ by'),
  none: text('这一年还没有月度进展', 'No months of this year yet'),
}

/** 已审定 9 个月 where a sum is over fewer than there are. */
export const overMonths = (have: number, of: number): Text =>
  text(`${of} 个月中 ${have} 个月已知`, `known in ${have} of ${of} months`)

export const throughWords = (month: string): Text => text(`截至 ${month}`, `through ${month}`)

export const pointsWords = (points: string): Text =>
  points.startsWith('-')
    ? text(`落后 ${points.slice(1)} 个百分点`, `${points.slice(1)} points behind`)
    : text(`超 ${points} 个百分点`, `${points} points ahead`)
