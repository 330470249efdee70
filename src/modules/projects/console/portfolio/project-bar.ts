import type { ReplyRow } from '#engine/records/reply'
import { text, type Text } from '#engine/result/result'
import type { Standing } from '#console/tokens/tokens'
import type { PortfolioPlanReply } from '../../portfolio-contract'

/** A project on the axis: worked out from its plan, or drawn from the days somebody has written where there is none. */
export interface ProjectBar {
  readonly start: string
  readonly finish: string
  readonly from: 'plan' | 'dates'
}

const day = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The days that somebody has written, where they make a span. */
function writtenBar(row: ReplyRow): ProjectBar | undefined {
  const start = day(row.started_on) ?? day(row.planned_start) ?? day(row.signed_on)
  const finish = day(row.completed_on) ?? day(row.promised_on)
  return start && finish && start <= finish ? { start, finish, from: 'dates' } : undefined
}

/** From the start to the forecast finish; of a project without a plan from what is known of its days. */
export function barOf(row: ReplyRow, plan: PortfolioPlanReply | undefined): ProjectBar | undefined {
  if (!plan?.start || !plan.finish) return writtenBar(row)
  return { start: plan.start, finish: day(row.completed_on) ?? plan.finish, from: 'plan' }
}

export interface ProjectStanding {
  readonly standing: Standing
  readonly word: Text
}

/** So few working days before the promise are watched. A setting of ours: no source names a number. */
const close = 10

const unknownStanding = (word: Text): ProjectStanding => ({ standing: 'unknown', word })

/** How a project stands to its promise, in a shape and a word. */
export function standingOfProject(row: ReplyRow, plan: PortfolioPlanReply | undefined): ProjectStanding {
  const [done, promised] = [day(row.completed_on), day(row.promised_on)]
  if (done) return completed(done, promised)
  if (plan?.problem) return unknownStanding(text('计划有误', 'Plan has an error'))
  if (!plan?.finish) return unknownStanding(text('未排计划', 'No plan'))
  if (!plan.spare) return unknownStanding(text('无承诺日', 'No promise'))
  const days = plan.spare.workdays
  if (days < 0) return { standing: 'late', word: text(`晚 ${-days} 工作日`, `${-days} wd late`) }
  if (days <= close) return { standing: 'watch', word: text(`仅余 ${days} 工作日`, `${days} wd left`) }
  return { standing: 'on_track', word: text(`早 ${days} 工作日`, `${days} wd early`) }
}

const completed = (done: string, promised: string | undefined): ProjectStanding =>
  promised === undefined
    ? { standing: 'on_track', word: text('已竣工', 'Completed') }
    : done <= promised
      ? { standing: 'on_track', word: text('按期竣工', 'In time') }
      : { standing: 'late', word: text('逾期竣工', 'Late') }
