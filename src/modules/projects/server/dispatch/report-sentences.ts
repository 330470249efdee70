import type { Language } from '#engine/quantity/format-quantity'
import type { Text } from '#engine/result/result'
import type { DispatchFigure, DispatchReport } from '../../dispatch-contract'
import { aheadWords, figureNumber, moneyNumber } from '../../domain/dispatch/figure-words'

/** 2026年11月5日. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 2026年10月. */
export function monthWords(month: string, language: Language): string {
  const [year, number] = month.split('-').map(Number)
  return language === 'zh' ? `${year}年${number}月` : month
}

const unknownWords = ({ unknown }: DispatchFigure, what: Text, language: Language): string => {
  if (unknown.length === 0) return ''
  return language === 'zh'
    ? `（另有${unknown.length}个项目${what.zh}）`
    : ` (of ${unknown.length} more ${what.en})`
}

const notKnown: Text = { zh: '未知，未计入', en: 'it is not known' }
const notAccepted: Text = { zh: '月报未审定，未计入', en: 'the report is not accepted' }
const withGaps: Text = { zh: '有月份未审定', en: 'a month is not accepted' }

/** The head of the report in one paragraph, as it is read aloud. */
export function overview(report: DispatchReport, language: Language): string {
  const { figures: of, month } = report
  const number = Number(month.slice(5))
  const n = (name: keyof typeof of) => figureNumber(name, of[name], language)
  const money = (name: keyof typeof of) => moneyNumber(of[name].value, language)
  const unit = report.unit_name[language]
  if (language === 'en')
    return (
      `At the end of ${month}, ${unit} has ${n('projects')} projects on its yearly list, with a total investment of ` +
      `${money('investment')} × 100m yuan${unknownWords(of.investment, notKnown, language)} and ${money('annual_plan')} planned for the year` +
      `${unknownWords(of.annual_plan, notKnown, language)}. ${money('invested_month')} was invested in the month` +
      `${unknownWords(of.invested_month, notAccepted, language)} and ${money('invested_year')} since January` +
      `${unknownWords(of.invested_year, withGaps, language)}: ${n('percent')}% of the plan, ${aheadWords(of.ahead).en}.`
    )
  return (
    `截至${monthWords(month, language)}底，${unit}年度清单项目${n('projects')}个，总投资${money('investment')}亿元` +
    `${unknownWords(of.investment, notKnown, language)}，年度计划投资${money('annual_plan')}亿元` +
    `${unknownWords(of.annual_plan, notKnown, language)}。本月完成投资${money('invested_month')}亿元` +
    `${unknownWords(of.invested_month, notAccepted, language)}，1—${number}月累计完成${money('invested_year')}亿元` +
    `${unknownWords(of.invested_year, withGaps, language)}，完成年度计划的${n('percent')}%，${aheadWords(of.ahead).zh}` +
    `（时间进度${Number(report.time_progress).toFixed(1)}%）。`
  )
}

/** Starts, entries, completions, and who came on the list and left it. */
export function movement({ figures: of }: DispatchReport, language: Language): string {
  const n = (name: keyof typeof of) => figureNumber(name, of[name], language)
  if (language === 'en')
    return (
      `${n('starts_planned_year')} starts are planned for the year, ${n('starts_planned')} by now; ` +
      `${n('starts_done')} of them have started, ${n('started_month')} projects in the month. ${n('entered')} are in the statistics ` +
      `(${n('entered_month')} entered in the month); ${n('not_entered')} have started and are not. ` +
      `${n('completed_month')} were completed in the month (${n('completed_year')} this year), ${n('produced_month')} began production ` +
      `(${n('produced_year')} this year). ${n('listed_month')} came on the list, ${n('left_month')} left it.`
    )
  return (
    `全年计划新开工${n('starts_planned_year')}个，截至本月计划开工${n('starts_planned')}个，其中已开工${n('starts_done')}个，` +
    `本月新开工${n('started_month')}个；已入库纳统${n('entered')}个，本月入库${n('entered_month')}个，已开工未入库${n('not_entered')}个；` +
    `本月竣工${n('completed_month')}个，今年已竣工${n('completed_year')}个，本月投产${n('produced_month')}个，今年已投产${n('produced_year')}个；` +
    `本月新列入清单${n('listed_month')}个，退出${n('left_month')}个。`
  )
}
