import { grouped } from '#engine/result/grouped'
import type { DayCount, ParallelLine, ScheduledNode } from '#engine/schedules/schedule'

/** The lines of a plan, the main line first, then by the date they begin; each from its first to its last date. */
export function parallelLines(nodes: readonly ScheduledNode[]): ParallelLine[] {
  const lines = [...grouped(nodes, ({ line }) => line)].map(([line, own]) => lineOf(line, own))
  return lines.sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1))
}

const rankOf = ({ line, start }: ParallelLine): string => (line === undefined ? '' : `${start} ${line}`)

function lineOf(line: string | undefined, nodes: readonly ScheduledNode[]): ParallelLine {
  const open = nodes.flatMap(({ slack }) => slack ?? [])
  return {
    ...(line === undefined ? {} : { line }),
    nodes: nodes.map(({ id }) => id),
    start: nodes.map(({ earliestStart }) => earliestStart).reduce((a, b) => (a < b ? a : b)),
    finish: nodes.map(({ earliestFinish }) => earliestFinish).reduce((a, b) => (a > b ? a : b)),
    ...(open.length > 0 ? { slack: open.reduce(lesser) } : {}),
  }
}

const lesser = (a: DayCount, b: DayCount): DayCount => {
  const order = a.workdays - b.workdays || a.calendarDays - b.calendarDays
  return order <= 0 ? a : b
}
