import type { StateTone } from '#engine/lifecycles/lifecycle'
import { text, type Text } from '#engine/result/result'
import type { MonthStanding } from '../../dispatch-contract'
import { projectMonth } from '../../records/project-month'

export const dispatchWords = {
  title: text('月度调度', 'Monthly dispatch'),
  report: text('调度报告', 'Dispatch report'),
  agenda: text('协调会议题', 'Meeting agenda'),
  word: text('下载 Word', 'Download Word'),
  month: text('月份', 'Month'),
  chooseUnit: text('请在上方选择一个高新区或园区', 'Choose a zone or a park above'),
  chooseUnitWhat: text('调度按高新区逐月进行。', 'Dispatch goes by zone and month.'),
  desk: text('返回调度台', 'Back to the desk'),
  nobody: text('未指定', 'nobody named'),
  project: text('项目', 'Project'),
  park: text('园区', 'Park'),
}

const missing = { label: text('未报', 'Not begun'), tone: 'bad' as StateTone }

/** How a report of the month stands: the words of its lifecycle, and one more for what has not been begun. */
export const standingLook = (standing: MonthStanding): { readonly label: Text; readonly tone: StateTone } => {
  if (standing === 'missing') return missing
  const { label, tone } = projectMonth.lifecycle.states[standing]
  return { label, tone: tone ?? 'neutral' }
}

/** In the order in which somebody has to do something about them. */
export const standingOrder: readonly MonthStanding[] = [
  'missing',
  'draft',
  'returned',
  'correcting',
  'submitted',
  'accepted',
]
