import { describe, expect, test } from 'vitest'
import { chinaCalendar, chinaCalendarRows, CHINA_YEARS } from '#engine/calendar/china-calendar'
import { parseHolidayNotice } from '#engine/calendar/parse-holiday-notice'
import { WorkCalendar } from '#engine/calendar/work-calendar'
import { beijingTime, type BeijingTime } from '#engine/calendar/beijing-time'
import { applyClockEvent, type Clock } from '#engine/clocks/apply-clock-event'
import { clockProblems, type ClockDefinition } from '#engine/clocks/clock-definition'
import type { ClockEvent } from '#engine/clocks/clock-event'
import { clockVerbsFrom } from '#engine/clocks/clock-history'
import { foldClock, type ClockState } from '#engine/clocks/fold-clock'
import { recomputeClock } from '#engine/clocks/recompute-clock'

const calendar = chinaCalendar()

const valueOf = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
/** '2026-03-02' means ten in the morning there; '2026-03-02 17:30' is exact. */
const at = (day: string) => `${day.slice(0, 10)}T${day.slice(11) || '10:00'}:00+08:00`
const moment = (day: string): BeijingTime => valueOf(beijingTime(at(day)))
const start = (day: string): ClockEvent => ({ do: 'start', at: at(day) })
const pause = (day: string, reason = '听证'): ClockEvent => ({ do: 'pause', at: at(day), reason })
const resume = (day: string): ClockEvent => ({ do: 'resume', at: at(day) })
const stop = (day: string): ClockEvent => ({ do: 'stop', at: at(day) })
const restart = (day: string): ClockEvent => ({ do: 'restart', at: at(day) })
const extend = (day: string, by: number, approvedBy = '局长'): ClockEvent => ({
  do: 'extend',
  at: at(day),
  by,
  approvedBy,
})

/** A licence: promised 10, by law 20, extended once by at most 10, received until five. */
const licence: ClockDefinition = {
  unit: 'workday',
  limit: 10,
  statutoryLimit: 20,
  startRule: 'next_day',
  cutOffHour: 17,
  maxExtensions: 1,
  longestExtension: 10,
}
const read = (events: ClockEvent[], now: string, definition: ClockDefinition = licence): ClockState =>
  valueOf(foldClock(definition, events, { now: moment(now), calendar }))

describe('the clock of a licence, as 行政许可法 and FACTS §3.2 have it', () => {
  test('is not started while papers are supplemented (补正)', () => {
    const state = read([], '2026-03-02')
    expect(state).toMatchObject({ status: 'not_started', lamp: 'on_track', elapsed: 0, remaining: 10 })
    expect(state).not.toHaveProperty('due')
  })

  // 2 March 2026 is a Monday; no holidays before 4 April.
  const days: [what: string, events: ClockEvent[], due: string, statutoryDue: string][] = [
    ['acceptance (受理) starts it the day after', [start('2026-03-02')], '2026-03-16', '2026-03-30'],
    ['accepted at five sharp is in time', [start('2026-03-02 17:00')], '2026-03-16', '2026-03-30'],
    [
      'accepted after five counts as the next working day',
      [start('2026-03-02 17:01')],
      '2026-03-17',
      '2026-03-31',
    ],
    ['accepted on a Saturday counts as Monday', [start('2026-03-07')], '2026-03-23', '2026-04-07'],
    ['accepted on a worked Saturday counts as that day', [start('2026-02-28')], '2026-03-13', '2026-03-27'],
    ['over Qingming and Labour Day', [start('2026-04-22')], '2026-05-09', '2026-05-22'],
    [
      'a hearing of five working days moves it by five',
      [start('2026-03-02'), pause('2026-03-05'), resume('2026-03-12')],
      '2026-03-23',
      '2026-04-07',
    ],
    [
      'a pause and resumption on one day changes nothing',
      [start('2026-03-02'), pause('2026-03-05'), resume('2026-03-05')],
      '2026-03-16',
      '2026-03-30',
    ],
    [
      'a pause over a weekend only changes nothing',
      [start('2026-03-02'), pause('2026-03-07'), resume('2026-03-09')],
      '2026-03-16',
      '2026-03-30',
    ],
    [
      'a pause before the first counted day takes none away',
      [start('2026-03-07'), pause('2026-03-07'), resume('2026-03-08')],
      '2026-03-23',
      '2026-04-07',
    ],
    [
      'extended (延长审批) by five',
      [start('2026-03-02'), extend('2026-03-10', 5)],
      '2026-03-23',
      '2026-04-07',
    ],
    [
      'a restart counts anew',
      [start('2026-03-02'), extend('2026-03-04', 5), stop('2026-03-05'), restart('2026-03-09')],
      '2026-03-23',
      '2026-04-07',
    ],
  ]
  test.each(days.map(([what, events, ...dues]) => ({ what, events, dues })))('$what', ({ events, dues }) => {
    const [due, statutoryDue] = dues
    expect(read(events, events.at(-1)!.at.slice(0, 10) + ' 23:00')).toMatchObject({
      status: 'running',
      due,
      statutoryDue,
      dueAt: `${due}T23:59:59+08:00`,
    })
  })

  test('the same day counts where the rule says so', () => {
    expect(read([start('2026-03-02')], '2026-03-02', { ...licence, startRule: 'same_day' })).toMatchObject({
      due: '2026-03-13',
      elapsed: 1,
      remaining: 9,
    })
  })

  const lamps: [now: string, lamp: string, elapsed: number, remaining: number][] = [
    ['2026-03-02', 'on_track', 0, 10],
    ['2026-03-11', 'on_track', 7, 3],
    ['2026-03-12', 'watch', 8, 2],
    ['2026-03-16 23:59', 'watch', 10, 0],
    ['2026-03-17 00:00', 'late', 11, -1],
    ['2026-03-30 23:59', 'late', 20, -10],
    ['2026-03-31 00:00', 'overdue_statutory', 21, -11],
  ]
  test.each(lamps)('at %s the lamp is %s: %i counted, %i left', (now, lamp, ...counts) => {
    const [elapsed, remaining] = counts
    expect(read([start('2026-03-02')], now)).toMatchObject({ lamp, elapsed, remaining })
  })

  test('on the weekend after a Friday due date it is late, though no working day has passed', () => {
    const five = { ...licence, limit: 5 }
    expect(read([start('2026-03-06')], '2026-03-13', five)).toMatchObject({
      lamp: 'watch',
      due: '2026-03-13',
    })
    expect(read([start('2026-03-06')], '2026-03-14', five)).toMatchObject({ lamp: 'late', remaining: 0 })
  })

  test('yellow by days left alone, by share alone, or never', () => {
    const events = [start('2026-03-02')]
    expect(read(events, '2026-03-09', { ...licence, watch: { left: 5 } }).lamp).toBe('watch')
    expect(read(events, '2026-03-06', { ...licence, watch: { left: 5 } }).lamp).toBe('on_track')
    expect(read(events, '2026-03-09', { ...licence, watch: { leftShare: 0.5 } }).lamp).toBe('watch')
    expect(read(events, '2026-03-16', { ...licence, watch: {} }).lamp).toBe('on_track')
  })

  test('in a pause the due date is open, the count stands still, and the reason is kept', () => {
    const state = read([start('2026-03-02'), pause('2026-03-05', '专家评审')], '2026-03-20')
    expect(state).toMatchObject({ status: 'paused', elapsed: 2, remaining: 8, lamp: 'on_track' })
    expect(state.pauses).toEqual([{ reason: '专家评审', from: '2026-03-05T10:00:00+08:00', units: 12 }])
    expect(state).not.toHaveProperty('due')
  })

  test('a pause cannot heal what was late before it', () => {
    const events = [start('2026-03-02'), pause('2026-03-18')]
    expect(read(events, '2026-03-20')).toMatchObject({ status: 'paused', lamp: 'late', due: '2026-03-16' })
  })

  test('completion (办结) stops it: in time stays in time, late stays late', () => {
    expect(read([start('2026-03-02'), stop('2026-03-16')], '2026-12-31')).toMatchObject({
      status: 'stopped',
      lamp: 'on_track',
      elapsed: 10,
      due: '2026-03-16',
    })
    expect(read([start('2026-03-02'), stop('2026-03-17')], '2026-12-31')).toMatchObject({
      lamp: 'late',
      remaining: -1,
    })
    expect(read([start('2026-03-02'), pause('2026-03-05'), stop('2026-03-25')], '2026-12-31')).toMatchObject({
      status: 'stopped',
      lamp: 'on_track',
      elapsed: 2,
    })
  })

  test('how it stood on an earlier day can be asked', () => {
    const events = [start('2026-03-02'), pause('2026-03-05'), resume('2026-03-12'), stop('2026-03-20')]
    expect(read(events, '2026-03-04')).toMatchObject({ status: 'running', due: '2026-03-16', pauses: [] })
    expect(read(events, '2026-03-01').status).toBe('not_started')
  })
})

describe('a demand of an enterprise (FACTS §6.1): 30 minutes, 24 hours, 7 days, round the clock', () => {
  const hours: ClockDefinition = {
    unit: 'hour',
    limit: 0.5,
    statutoryLimit: 24,
    startRule: 'same_day',
    maxExtensions: 0,
    watch: { leftShare: 0.2 },
  }
  const minutes: [now: string, lamp: string][] = [
    ['2026-05-01 22:00', 'on_track'],
    ['2026-05-01 22:23', 'on_track'],
    ['2026-05-01 22:24', 'watch'],
    ['2026-05-01 22:30', 'watch'],
    ['2026-05-01 22:31', 'late'],
    ['2026-05-02 22:00', 'late'],
    ['2026-05-02 22:01', 'overdue_statutory'],
  ]
  test.each(minutes)('dispatch within 30 minutes, on a holiday night, at %s: %s', (now, lamp) => {
    expect(read([start('2026-05-01 22:00')], now, hours)).toMatchObject({
      lamp,
      due: '2026-05-01',
      dueAt: '2026-05-01T22:30:00+08:00',
      statutoryDueAt: '2026-05-02T22:00:00+08:00',
    })
  })
  test('a pause of an hour moves the moment by an hour', () => {
    const day = { ...hours, limit: 24 }
    const events = [start('2026-05-01 22:00'), pause('2026-05-01 23:30'), resume('2026-05-02 00:30')]
    expect(read(events, '2026-05-02', day)).toMatchObject({ dueAt: '2026-05-02T23:00:00+08:00', elapsed: 11 })
  })
  test('seven days of the calendar count holidays too; after the cut-off they begin a day later', () => {
    const week: ClockDefinition = {
      unit: 'calendar_day',
      limit: 7,
      startRule: 'next_day',
      cutOffHour: 17,
      maxExtensions: 0,
    }
    expect(read([start('2026-04-30')], '2026-05-03', week)).toMatchObject({ due: '2026-05-07', elapsed: 3 })
    expect(read([start('2026-04-30 17:00')], '2026-05-03', week)).toMatchObject({ due: '2026-05-07' })
    expect(read([start('2026-04-30 17:01')], '2026-05-03', week)).toMatchObject({
      due: '2026-05-08',
      elapsed: 2,
    })
    expect(read([start('2026-12-29')], '2027-01-03', week)).toMatchObject({
      due: '2027-01-05',
      lamp: 'on_track',
    })
  })
})

describe('a year whose notice is not imported', () => {
  test('makes the lamp unknown with the mend; the due date is never guessed', () => {
    const state = read([start('2026-12-29')], '2026-12-30', { ...licence, limit: 5 })
    expect(state).toMatchObject({ status: 'running', lamp: 'unknown', elapsed: 1, remaining: 4 })
    expect(state.reason?.zh).toContain('2027')
    expect(state).not.toHaveProperty('due')
    expect(read([start('2027-01-05')], '2027-01-06')).toMatchObject({ lamp: 'unknown' })
    expect(read([start('2026-12-29'), pause('2026-12-30')], '2027-02-01').pauses[0]).not.toHaveProperty(
      'units',
    )
  })
  test('does not hide what is certain: late is late, done in time is in time', () => {
    expect(read([start('2026-12-01')], '2027-02-01')).toMatchObject({ lamp: 'overdue_statutory' })
    expect(read([start('2026-12-10')], '2026-12-30')).toMatchObject({ lamp: 'late', due: '2026-12-24' })
    expect(read([start('2026-12-10')], '2026-12-30').reason?.en).toContain('2027')
    expect(read([start('2026-12-29'), stop('2026-12-31')], '2027-02-01')).toMatchObject({
      lamp: 'on_track',
      elapsed: 2,
    })
  })
  test('once imported, running clocks are recomputed and what changed is named', () => {
    const clock: Clock = { definition: { ...licence, limit: 5 }, events: [start('2026-12-29')] }
    const rows = [...chinaCalendarRows(), ...parseHolidayNotice('元旦：1月1日至3日放假，共3天。', 2027).rows]
    const after = valueOf(WorkCalendar.of(rows, [...CHINA_YEARS, 2027]))
    const now = moment('2026-12-30')
    // 30 and 31 December, 4, 5 and 6 January.
    expect(valueOf(recomputeClock(clock, now, { before: calendar, after })).changes).toEqual([
      { what: 'due', before: undefined, after: '2027-01-06' },
      { what: 'statutoryDue', before: undefined, after: '2027-01-27' },
      { what: 'lamp', before: 'unknown', after: 'on_track' },
    ])
    expect(valueOf(recomputeClock(clock, now, { before: after, after })).changes).toEqual([])
  })
})

describe('an impossible history is refused at its first impossible event', () => {
  const cases: [what: string, events: ClockEvent[], code: string, index: number][] = [
    ['a pause before the start', [pause('2026-03-02')], 'not_possible', 0],
    ['a second start', [start('2026-03-02'), start('2026-03-03')], 'not_possible', 1],
    ['a resumption without a pause', [start('2026-03-02'), resume('2026-03-03')], 'not_possible', 1],
    [
      'an extension of a stopped clock',
      [start('2026-03-02'), stop('2026-03-03'), extend('2026-03-04', 1)],
      'not_possible',
      2,
    ],
    [
      'a second extension where one is allowed',
      [start('2026-03-02'), extend('2026-03-03', 5), extend('2026-03-04', 5)],
      'too_many_extensions',
      2,
    ],
    [
      'an extension longer than the law allows',
      [start('2026-03-02'), extend('2026-03-03', 11)],
      'extension_too_long',
      1,
    ],
    [
      'an extension by half a day',
      [start('2026-03-02'), extend('2026-03-03', 0.5)],
      'extension_not_a_count',
      1,
    ],
    ['an extension backwards', [start('2026-03-02'), extend('2026-03-03', -5)], 'extension_not_a_count', 1],
    [
      'an extension that nobody approved',
      [start('2026-03-02'), extend('2026-03-03', 5, ' ')],
      'approver_missing',
      1,
    ],
    ['a pause without a reason', [start('2026-03-02'), pause('2026-03-03', ' ')], 'reason_missing', 1],
    ['an event before the one before it', [start('2026-03-02'), stop('2026-03-01')], 'out_of_order', 1],
    ['a time without zone', [{ do: 'start', at: '2026-03-02T10:00:00' }], 'malformed_instant', 0],
  ]
  test.each(cases)('%s', (_what, events, ...refusal) => {
    const [code, index] = refusal
    expect(foldClock(licence, events, { now: moment('2026-06-01'), calendar })).toMatchObject({
      ok: false,
      error: { code, index },
    })
  })
})

describe('adding an event', () => {
  const clock: Clock = { definition: licence, events: [start('2026-03-02')] }
  test('answers the clock and how it stands right after', () => {
    const { clock: longer, state } = valueOf(applyClockEvent(clock, extend('2026-03-16', 10), calendar))
    expect(longer.events).toHaveLength(2)
    expect(state).toMatchObject({ due: '2026-03-30', extensions: 1, limit: 20 })
    expect(clock.events).toHaveLength(1)
  })
  test('an extension is refused once the promised limit has passed', () => {
    expect(applyClockEvent(clock, extend('2026-03-17', 10), calendar)).toMatchObject({
      error: { code: 'extension_too_late', index: 1 },
    })
  })
  test('an event dated before the last one is refused', () => {
    expect(applyClockEvent(clock, stop('2026-03-01'), calendar)).toMatchObject({
      error: { code: 'out_of_order', index: 1 },
    })
    expect(applyClockEvent(clock, { do: 'stop', at: 'soon' }, calendar)).toMatchObject({
      error: { code: 'malformed_instant' },
    })
  })
  test('the verbs offered are those that are possible', () => {
    expect(clockVerbsFrom('paused')).toEqual(['resume', 'extend', 'stop', 'restart'])
    expect(clockVerbsFrom('not_started')).toEqual(['start'])
  })
})

describe('a definition is checked before it is used', () => {
  test('a sound one has no problems', () => {
    expect(clockProblems(licence)).toEqual([])
    expect(clockProblems({ ...licence, unit: 'hour', limit: 0.5 })).toEqual([])
  })
  const wrong: [what: string, change: Partial<ClockDefinition>][] = [
    ['half a day', { limit: 0.5 }],
    ['no limit', { limit: 0 }],
    ['a law shorter than the promise', { statutoryLimit: 9 }],
    ['a negative number of extensions', { maxExtensions: -1 }],
    ['a share above one', { watch: { leftShare: 2 } }],
    ['an hour that no day has', { cutOffHour: 25 }],
  ]
  test.each(wrong)('%s', (_what, change) => {
    expect(clockProblems({ ...licence, ...change })).toHaveLength(1)
  })
})
