import type { ClockUnit } from '#engine/clocks/clock-definition'
import type { ClockState, Lamp } from '#engine/clocks/fold-clock'
import { text, type Text } from '#engine/result/result'
import type { Standing } from '#console/tokens/tokens'

const standings: Readonly<Record<Lamp, Standing>> = {
  on_track: 'on_track',
  watch: 'watch',
  late: 'late',
  overdue_statutory: 'late',
  unknown: 'unknown',
}

/** The colour and shape of a limit: in a pause none is promised, so it is not green. */
export const clockStanding = ({ lamp, status }: Pick<ClockState, 'lamp' | 'status'>): Standing =>
  status === 'paused' && lamp === 'on_track' ? 'unknown' : standings[lamp]

const units: Readonly<Record<ClockUnit, { zh: string; one: string; many: string }>> = {
  workday: { zh: '个工作日', one: 'working day', many: 'working days' },
  calendar_day: { zh: '天', one: 'day', many: 'days' },
  hour: { zh: '小时', one: 'hour', many: 'hours' },
}

/** `3 个工作日` · `3 working days`; hours with one decimal at most. */
export function countWords(count: number, unit: ClockUnit): Text {
  const { zh, one, many } = units[unit]
  const exact = String(Math.round(count * 10) / 10)
  return text(`${exact} ${zh}`, `${exact} ${exact === '1' ? one : many}`)
}

const paused = text('中止计时', 'Paused')
const inTime = text('按时办结', 'Done in time')
const doneLate = text('超时办结', 'Done late')
const dueToday = text('今日到期', 'Due today')
const pastLaw = text('已超法定时限', 'Past the limit of the law')
const notCounted = text('缺工作日历', 'No calendar')

function runningWords({ lamp, remaining, unit }: ClockState): Text {
  if (lamp === 'overdue_statutory') return pastLaw
  if (lamp === 'unknown' || remaining === undefined) return notCounted
  const count = countWords(Math.abs(remaining), unit)
  if (lamp === 'late') return text(`逾期 ${count.zh}`, `${count.en} late`)
  if (remaining === 0 && unit !== 'hour') return dueToday
  return text(`剩 ${count.zh}`, `${count.en} left`)
}

/** How a clock stands, in a few words for a list: 剩 3 个工作日, 逾期 2 个工作日, 中止计时, 按时办结. */
export function clockWords(state: ClockState): Text {
  const isLate = state.lamp === 'late' || state.lamp === 'overdue_statutory'
  if (state.status === 'stopped') return isLate ? doneLate : inTime
  return state.status === 'paused' ? paused : runningWords(state)
}
