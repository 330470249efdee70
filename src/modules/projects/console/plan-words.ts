import { text, type Text } from '#engine/result/result'
import type { DaysReply, ScheduleReply } from '../contract'
import { groupDigits } from '#console/language/format'

export const planWords = {
  title: text('倒排工期', 'Back-scheduled plan'),
  none: text('还没有计划节点', 'No plan yet'),
  noneWhat: text(
    '选一个模板作为起点，再按项目实际增删节点；填了承诺竣工日，最晚日期由该日倒推。',
    'Begin with a template and change it freely. Latest dates are worked out back from the promised completion.',
  ),
  promised: text('承诺竣工', 'Promised'),
  forecast: text('预计竣工', 'Forecast'),
  today: text('今天', 'Today'),
  node: text('节点', 'Node'),
  start: text('开始', 'Start'),
  finish: text('完成', 'Finish'),
  latest: text('最晚完成', 'Latest finish'),
  slack: text('机动', 'Slack'),
  critical: text('关键', 'Critical'),
  finished: text('已完成', 'Finished'),
  under_way: text('进行中', 'Under way'),
  not_started: text('未开始', 'Not started'),
  zoom: text('缩放', 'Zoom'),
  cannot: text('按现有计划不能如期竣工', 'The promise cannot be kept as planned'),
  drag: text(
    '拖动未开始节点的横条，或承诺竣工的标记，可试排；松开后先看影响再决定是否保存。',
    'Drag the bar of a node that has not begun, or the mark of the promise: what follows is shown before anything is kept.',
  ),
  keep: text('按此保存', 'Keep this'),
  drop: text('放弃', 'Discard'),
  trial: text('试排结果', 'What this would move'),
  dragPromise: text('拖动可试排', 'drag to try another'),
  lamps: text('会改变的灯', 'Lamps that would turn'),
  trialPromise: text('改承诺竣工', 'Another promise'),
  against: text('与承诺比', 'Against promise'),
  withoutPlan: text(
    '还没有计划节点，推算不出影响。',
    'There are no plan nodes yet, so nothing can be worked out.',
  ),
  unmoved: text('其他节点都不动。', 'No other node moves.'),
  kept: text('已保存', 'Saved'),
  undo: text('撤销', 'Undo'),
  baseline: text('对比基线', 'Compared with'),
  take: text('留存基线', 'Take a baseline'),
  takeWhat: text(
    '把今天的整套计划留下来，以后随时可看偏差。基线不会随计划变化。',
    'Keeps the plan as it is today, so that what slips can be seen later. A baseline never changes with the plan.',
  ),
  taken: text('基线已留存', 'Baseline taken'),
  drift: text('较基线', 'Against baseline'),
  money: text('投资（万元）', 'Money (万元)'),
  moneyWhat: text('已完成 / 计划', 'spent / planned'),
  then: text('基线', 'Baseline'),
  added: text('新增', 'Added'),
  removed: text('基线中有、现已不在计划内：', 'In the baseline and no longer in the plan: '),
  promiseMoved: text('承诺日较基线', 'Promise against the baseline'),
  keys: text(
    '键盘：选中横条或承诺标记后按左右键移动一天（加 Shift 移动五天），回车试排，Esc 放弃；Ctrl Z 撤销。',
    'Keyboard: on a bar or the promise, arrow keys move it by a day (with Shift by five), Enter tries, Esc gives up; Ctrl Z undoes.',
  ),
}

export const undoneWords = ({ zh, en }: Text): Text => text(`已撤销：${zh}`, `Undone: ${en || zh}`)

/** 晚 5 工作日 · 早 3 工作日 · 不变. */
export function driftWords({ workdays }: DaysReply): Text {
  const count = Math.abs(workdays)
  if (count === 0) return text('不变', 'same')
  return workdays > 0
    ? text(`晚 ${count} 工作日`, `${count} wd later`)
    : text(`早 ${count} 工作日`, `${count} wd earlier`)
}

export const zoomWords = {
  whole: text('全部', 'Whole'),
  quarter: text('季', 'Quarters'),
  month: text('月', 'Months'),
  week: text('周', 'Weeks'),
}

/** 早 15 个工作日 / 晚 15 个工作日. */
export function spareWords({ workdays }: DaysReply): Text {
  const count = Math.abs(workdays)
  if (count === 0) return text('正好如期', 'just in time')
  return workdays > 0
    ? text(`早 ${count} 个工作日`, `${count} working days early`)
    : text(`晚 ${count} 个工作日`, `${count} working days late`)
}

export function slackWords(slack: DaysReply | null): Text {
  if (slack === null) return text('—', '—')
  const days = groupDigits(String(slack.workdays))
  return text(`${days} 工作日`, `${days} wd`)
}

export const delayWords = ({ workdays }: DaysReply): Text => {
  const count = Math.abs(workdays)
  if (count === 0) return text('完成日不变', 'same finish')
  return workdays > 0
    ? text(`推后 ${count} 个工作日`, `${count} working days later`)
    : text(`提前 ${count} 个工作日`, `${count} working days earlier`)
}

/** How the whole stands, for the mark beside the title. */
export const standingOf = ({ spare }: ScheduleReply): 'on_track' | 'late' | 'unknown' =>
  spare === null ? 'unknown' : spare.workdays < 0 ? 'late' : 'on_track'

/** A mark of the axis; the year is said at its beginning. */
export function tickWords(
  { year, month }: { readonly year: number; readonly month: number },
  isFirst: boolean,
): Text {
  const two = String(month).padStart(2, '0')
  return isFirst ? text(`${year}年${month}月`, `${year}-${two}`) : text(`${month}月`, two)
}
