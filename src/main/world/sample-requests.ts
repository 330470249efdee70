import type { WorkCalendar } from '#engine/calendar/work-calendar'
import { beijingTime } from '#engine/calendar/beijing-time'
import type { ClockDefinition } from '#engine/clocks/clock-definition'
import type { ClockEvent } from '#engine/clocks/clock-event'
import { keepClock, type KeptClock } from '#engine/clocks/kept-clock'
import type { PlainDate } from '#engine/period/plain-date'
import type { PeriodId } from '#engine/period/period'
import { lastDay } from '#engine/period/period-extent'
import { clockColumn, dueField } from '#engine/records/record-clock'
import { enterpriseRequest } from '#modules/enterprises/records/enterprise-request'
import { randomStream, seedOf } from './random'
import { askedFor } from './sample-requests.data'
import type { SeedRow } from './world'

type State = keyof typeof enterpriseRequest.lifecycle.states

/** How far the newest ones have come, in turn; older ones are closed. */
const newest: readonly State[] = [
  'submitted',
  'accepted',
  'handling',
  'handling',
  'suspended',
  'answered',
  'handling',
  'closed',
]

interface Story {
  readonly received: PlainDate
  readonly state: State
  readonly urgent: boolean
}

const at = (day: PlainDate, hour: number) => `${day}T${String(hour).padStart(2, '0')}:20:00+08:00`

/** What has happened to the limit of settlement, day after working day. */
function settlementEvents({ received, state }: Story, day: (workdays: number) => PlainDate): ClockEvent[] {
  if (state === 'submitted') return []
  const start: ClockEvent = { do: 'start', at: at(received, 11) }
  if (state === 'suspended')
    return [start, { do: 'pause', at: at(day(3), 15), reason: '等待上级资金计划下达' }]
  return state === 'answered' || state === 'closed' ? [start, { do: 'stop', at: at(day(5), 16) }] : [start]
}

function kept(
  name: keyof typeof enterpriseRequest.clocks,
  story: Story,
  { events, calendar }: { events: readonly ClockEvent[]; calendar: WorkCalendar },
): Record<string, unknown> {
  const { definition } = enterpriseRequest.clocks[name]
  const fixed: ClockDefinition = typeof definition === 'function' ? definition({ ...story }) : definition
  const now = beijingTime(events.at(-1)?.at ?? at(story.received, 10))
  const clock = now.ok && keepClock({ definition: fixed, events }, { now: now.value, calendar })
  if (!clock || !clock.ok) throw new Error(`The sample's ${name} clock cannot stand`)
  const value: KeptClock | null = events.length > 0 ? clock.value : null
  return { [clockColumn(name)]: value, [dueField(name)]: value?.due_at ?? null }
}

/** What the desk has filled in by the time a request stands as it does. */
function handled({ state }: Story, answer: string, handler: string | undefined): Record<string, unknown> {
  const isAnswered = state === 'answered' || state === 'closed'
  const isAssigned = state !== 'submitted' && state !== 'accepted'
  return {
    organ: isAssigned ? 'organ-12' : null,
    handler: isAssigned ? (handler ?? null) : null,
    answer: isAnswered ? answer : null,
    satisfaction: state === 'closed' ? 'satisfied' : null,
  }
}

/** Working days after the month's end on which a request came in: what is answered by now came a week before the rest. */
function daysBefore(index: number): number {
  const state = newest[index]
  if (!state) return -40 - index
  const isMoved = state === 'answered' || state === 'closed' || state === 'suspended'
  return (isMoved ? 6 : 14) + (index % 4)
}

const channels = ['hall', 'visit', 'hotline', 'portal'] as const

/**
 * Requests of made-up enterprises, four in ten of them; the newest come in as the month being reported ends, so that some
 * are in time and some are late.
 */
export function sampleRequests(
  enterprises: readonly SeedRow[],
  given: { calendar: WorkCalendar; lastMonth: PeriodId; handler: (unit: string) => string | undefined },
): SeedRow[] {
  const { calendar, lastMonth } = given
  const day = (from: PlainDate, workdays: number) => {
    const found = calendar.addWorkdays(from, workdays)
    if (!found.ok) throw new Error(found.error.message.en)
    return found.value
  }
  const storyOf = (enterprise: SeedRow, index: number): Story => ({
    received: day(lastDay(lastMonth), daysBefore(index)),
    state: newest[index] ?? 'closed',
    urgent: randomStream(seedOf('request', enterprise.id))() < 0.2,
  })
  const asking = enterprises.filter((_, index) => index % 5 < 2)
  return asking.map((enterprise, index): SeedRow => {
    const { answer, ...asked } = askedFor[index % askedFor.length] ?? askedFor[0]
    const story = storyOf(enterprise, index)
    const started: ClockEvent = { do: 'start', at: at(story.received, 10) }
    const responded: ClockEvent[] =
      story.state === 'submitted' ? [] : [{ do: 'stop', at: at(story.received, 11) }]
    const settlement = settlementEvents(story, (workdays) => day(story.received, workdays))
    return {
      id: `sample-request-${index + 1}`,
      unit_id: enterprise.unit_id,
      sample: true,
      state: story.state,
      ...asked,
      enterprise: enterprise.id,
      urgent: story.urgent,
      channel: channels[index % channels.length],
      ...handled(story, answer, given.handler(enterprise.unit_id)),
      ...kept('response', story, { events: [started, ...responded], calendar }),
      ...kept('settlement', story, { events: settlement, calendar }),
    }
  })
}
