import { formatPeriod } from '#engine/period/format-period'
import { period, type PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import { previousPeriod } from '#engine/period/period-steps'
import { daysBetween, monthOf, yearOf, type PlainDate } from '#engine/period/plain-date'
import { text, type Text } from '#engine/result/result'
import type { Happened, LampFacts, LampReading, NodeFact } from '#engine/lamps/lamp-facts'
import { monthsRunning, monthsSince, type MonthsSince } from '#engine/lamps/months'

/**
 * Months in a row in which a start was due and did not come, the planned month being the first. Counted from snapshots,
 * so that a good reason in between ends the row; from the planned date where snapshots are missing.
 */
export function readMonthsRunning(facts: LampFacts): LampReading {
  const { started, plannedStart, month, on } = facts
  if (started === undefined) return unknown('是否开工未知', 'whether it has started is unknown')
  if (hasHappened(started, on)) return settled(`已于${dateZh(started)}开工`, `started on ${dateEn(started)}`)
  if (plannedStart === undefined) return unknown('计划开工日期未知', 'the planned start is unknown')
  const due = monthNumber(lastDay(month)) - monthNumber(plannedStart) + 1
  const planned = formatPeriod(period(plannedStart.slice(0, 7)))
  if (due <= 0)
    return whole(0, text(`计划${planned.zh}开工，尚未到期`, `to start in ${planned.en}, not due yet`))
  const months = rowOf(facts, due)
  return whole(
    months,
    text(
      `计划${planned.zh}开工，已连续 ${months} 个月未开工`,
      `to start in ${planned.en}, not started for ${counted(months, 'month')} running`,
    ),
  )
}

function rowOf({ snapshots = [], month }: LampFacts, due: number): number {
  const judged = period(lastDay(month).slice(0, 7))
  const before = monthsRunning(snapshots, { dimension: 'start', until: previousPeriod(judged) })
  return before.isCertain ? before.months + 1 : due
}

/** Months since the start in which a project was not entered in the statistics store; without a start none run. */
export function readMonthsSince({ started, entered, on }: LampFacts): LampReading {
  if (entered === undefined) return unknown('是否入库未知', 'whether it is entered is unknown')
  if (hasHappened(entered, on)) return settled(`已于${dateZh(entered)}入库`, `entered on ${dateEn(entered)}`)
  if (started === undefined) return unknown('是否开工未知', 'whether it has started is unknown')
  if (!hasHappened(started, on))
    return settled('尚未开工，不计入库期限', 'not started, so that no time for entry runs')
  const last = lastDay(asPeriod(started))
  const since = monthsSince(last < on ? last : on, on)
  const time = sinceText(since)
  const says = text(
    `${dateZh(started)}开工，已 ${time.zh}未入库`,
    `started on ${dateEn(started)}, not entered for ${time.en}`,
  )
  return { kind: 'value', near: Number(since.value), value: since.value, says: () => says }
}

/** Told in months and days, so that a day more than a month does not read as 1.0. */
function sinceText({ months, days }: MonthsSince): Text {
  if (months === 0) return text(`${days} 天`, counted(days, 'day'))
  const whole = text(`${months} 个月`, counted(months, 'month'))
  return days === 0 ? whole : text(`${whole.zh}零 ${days} 天`, `${whole.en} and ${counted(days, 'day')}`)
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`

/** Days after the date of the open node that is furthest behind; negative while all are still ahead. */
export function readDaysLate({ nodes = [], on }: LampFacts): LampReading {
  if (nodes.length === 0) return unknown('没有节点计划', 'there is no plan of nodes')
  const open = nodes.filter(({ finished }) => !hasHappened(finished, on))
  const untold = open.find(({ finished, due }) => finished === undefined && due < on)
  if (untold) {
    const name = nameOf(untold)
    return unknown(`节点“${name.zh}”是否完成未知`, `whether “${name.en}” is finished is unknown`)
  }
  const [first, ...rest] = open
  if (!first) return settled('节点均已完成', 'all nodes are finished')
  const worst = rest.reduce((a, b) => (b.due < a.due ? b : a), first)
  const late = daysBetween(worst.due, on)
  return whole(late, lateText(worst, late))
}

function lateText(node: NodeFact, late: number): Text {
  const { zh, en } = nameOf(node)
  const [dayZh, dayEn] = [dateZh(node.due), dateEn(node.due)]
  if (late > 0)
    return text(
      `节点“${zh}”应于${dayZh}完成，已延误 ${late} 天`,
      `“${en}” was due on ${dayEn} and is ${counted(late, 'day')} late`,
    )
  return text(
    `节点“${zh}”应于${dayZh}完成，还有 ${-late} 天`,
    `“${en}” is due on ${dayEn}, ${counted(-late, 'day')} from now`,
  )
}

/** What is dated after the reading had not happened then: a past month's lamp does not change later. */
const hasHappened = (happened: Happened | undefined, on: PlainDate): happened is PlainDate | PeriodId =>
  happened !== undefined && happened !== null && happened <= on

const nameOf = ({ name }: NodeFact): Text => (typeof name === 'string' ? text(name, name) : name)
const monthNumber = (date: PlainDate): number => yearOf(date) * 12 + monthOf(date)
const dateZh = (date: PlainDate | PeriodId): string => formatPeriod(asPeriod(date)).zh
const dateEn = (date: PlainDate | PeriodId): string => formatPeriod(asPeriod(date)).en
const asPeriod = (date: PlainDate | PeriodId): PeriodId => period(date)

const whole = (value: number, says: Text): LampReading => ({
  kind: 'value',
  near: value,
  value: String(value),
  says: () => says,
})
const settled = (zh: string, en: string): LampReading => ({ kind: 'settled', says: text(zh, en) })
const unknown = (zh: string, en: string): LampReading => ({ kind: 'unknown', why: text(zh, en) })
