import { fail, ok, text, type Result, type Text } from '#engine/result/result'
import { beijingSeconds, beijingTime, type BeijingTime } from '#engine/calendar/beijing-time'
import type { ClockDefinition } from '#engine/clocks/clock-definition'
import type { ClockEvent, ClockRefusal, ClockRefusalCode, ClockStatus } from '#engine/clocks/clock-event'
import type { ClockVerb } from '#engine/clocks/clock-verb'

/** A pause: its instants as recorded, why, and on Beijing's clock. `to` is missing while it lasts. */
export interface PauseSpan {
  readonly reason: string
  readonly from: BeijingTime
  readonly to?: BeijingTime
}

/** The events since the last start or restart, put in order; nothing is counted yet. */
export interface ClockHistory {
  readonly status: ClockStatus
  readonly startedAt?: BeijingTime
  readonly stoppedAt?: BeijingTime
  readonly pauses: readonly PauseSpan[]
  readonly extensions: readonly { readonly by: number; readonly approvedBy: string }[]
  readonly restarts: number
}

/** In which status each verb is possible, and the status it leads to (`same`: none other). */
const MOVES: Readonly<
  Record<ClockVerb, { readonly from: readonly ClockStatus[]; readonly to: ClockStatus | 'same' }>
> = {
  start: { from: ['not_started'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  resume: { from: ['paused'], to: 'running' },
  extend: { from: ['running', 'paused'], to: 'same' },
  stop: { from: ['running', 'paused'], to: 'stopped' },
  restart: { from: ['running', 'paused', 'stopped'], to: 'running' },
}

const FRESH: ClockHistory = { status: 'not_started', pauses: [], extensions: [], restarts: 0 }

/** The verbs possible in a status, for pages that offer them. */
export function clockVerbsFrom(status: ClockStatus): ClockVerb[] {
  return Object.entries(MOVES)
    .filter(([, { from }]) => from.includes(status))
    .map(([verb]) => verb as ClockVerb)
}

/**
 * Reads events, oldest first, to the history they make, or names the first one that cannot have happened. Events later
 * than `until` are left out, so that "how did it stand on that day" can be asked.
 */
export function readClockHistory(
  definition: ClockDefinition,
  events: readonly ClockEvent[],
  until: BeijingTime,
): Result<ClockHistory, ClockRefusal> {
  let history = FRESH
  let last = Number.NEGATIVE_INFINITY
  for (const [index, event] of events.entries()) {
    const refuse = (code: ClockRefusalCode, message: Text) =>
      fail({ code, index, status: history.status, message })
    const at = beijingTime(event.at)
    if (!at.ok) return refuse('malformed_instant', at.error.message)
    if (beijingSeconds(at.value) < last) return refuse('out_of_order', OUT_OF_ORDER)
    last = beijingSeconds(at.value)
    if (last > beijingSeconds(until)) continue
    const problem = eventProblem(definition, history, event)
    if (problem !== undefined) return refuse(...problem)
    history = afterEvent(history, event, at.value)
  }
  return ok(history)
}

type Problem = readonly [code: ClockRefusalCode, message: Text]

const OUT_OF_ORDER = text('时间早于上一条记录', 'This is earlier than the event before it')

function eventProblem(
  definition: ClockDefinition,
  history: ClockHistory,
  event: ClockEvent,
): Problem | undefined {
  if (!MOVES[event.do].from.includes(history.status)) {
    const words = text(
      `计时状态为“${ZH[history.status]}”，不能执行该操作`,
      `Not possible while the clock is ${history.status}`,
    )
    return ['not_possible', words]
  }
  if (event.do === 'pause' && event.reason.trim() === '')
    return [
      'reason_missing',
      text('中止须写明理由并书面告知申请人', 'A pause needs a reason, told to the applicant in writing'),
    ]
  return event.do === 'extend' ? extensionProblem(definition, history, event) : undefined
}

type Extension = Extract<ClockEvent, { do: 'extend' }>

function extensionProblem(
  definition: ClockDefinition,
  history: ClockHistory,
  event: Extension,
): Problem | undefined {
  const { maxExtensions, longestExtension = Number.MAX_SAFE_INTEGER, unit } = definition
  const isCount = Number.isFinite(event.by) && event.by > 0 && (unit === 'hour' || Number.isInteger(event.by))
  if (!isCount)
    return [
      'extension_not_a_count',
      text('延期时长须为正数，按日计的须为整数', 'An extension must be positive, and whole in days'),
    ]
  if (event.by > longestExtension)
    return [
      'extension_too_long',
      text(`延期最长${longestExtension}`, `An extension may be ${longestExtension} at most`),
    ]
  if (history.extensions.length >= maxExtensions)
    return [
      'too_many_extensions',
      text(`最多延期${maxExtensions}次`, `It may be extended ${maxExtensions} times at most`),
    ]
  if (event.approvedBy.trim() === '')
    return ['approver_missing', text('延期须经负责人批准', 'An extension needs the approval of the head')]
  return undefined
}

function afterEvent(history: ClockHistory, event: ClockEvent, at: BeijingTime): ClockHistory {
  const { to } = MOVES[event.do]
  const status = to === 'same' ? history.status : to
  switch (event.do) {
    case 'start':
      return { ...history, status, startedAt: at }
    case 'pause':
      return { ...history, status, pauses: [...history.pauses, { reason: event.reason, from: at }] }
    case 'resume':
      return { ...history, status, pauses: endedPauses(history.pauses, at) }
    case 'extend':
      return {
        ...history,
        extensions: [...history.extensions, { by: event.by, approvedBy: event.approvedBy }],
      }
    case 'stop':
      return { ...history, status, stoppedAt: at }
    case 'restart':
      return { ...FRESH, status, startedAt: at, restarts: history.restarts + 1 }
  }
}

/** Only the last pause can be open. */
function endedPauses(pauses: readonly PauseSpan[], to: BeijingTime): PauseSpan[] {
  return pauses.map((pause, index) => (index === pauses.length - 1 ? { ...pause, to } : pause))
}

const ZH: Readonly<Record<ClockStatus, string>> = {
  not_started: '未开始',
  running: '计时中',
  paused: '中止',
  stopped: '已停止',
}
