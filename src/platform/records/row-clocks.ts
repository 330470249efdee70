import { isDeepStrictEqual } from 'node:util'
import { type RawBuilder, sql } from 'kysely'
import { beijingSeconds, beijingTime, type BeijingTime } from '#engine/calendar/beijing-time'
import type { WorkCalendar } from '#engine/calendar/work-calendar'
import { applyClockEvent, type Clock } from '#engine/clocks/apply-clock-event'
import type { ClockEvent, ClockRefusal } from '#engine/clocks/clock-event'
import { foldClock, type ClockState } from '#engine/clocks/fold-clock'
import { keepClock, type KeptClock, keptAs } from '#engine/clocks/kept-clock'
import type { Transition } from '#engine/lifecycles/apply-action'
import type { ClockMove } from '#engine/lifecycles/lifecycle'
import type { RecordType } from '#engine/records/record'
import { clockColumn, dueField, lampField } from '#engine/records/record-clock'
import type { Result, Text } from '#engine/result/result'
import { instantNow } from './beijing-now'
import type { StoredRow } from './rows'

type Row = Readonly<Record<string, unknown>>
type Columns = Readonly<Record<string, unknown>>

/** By which calendar, and at which moment, clocks are read and moved. */
export interface Reading {
  readonly now: BeijingTime
  readonly calendar: WorkCalendar
}

/**
 * The instant, or that of the clock's last event where it is earlier: a server whose time was set back goes on in the
 * order of what was done. By time alone, what was begun would not have begun, and nothing more could be done with it
 * until the time is reached again.
 */
function notBefore(events: readonly ClockEvent[], instant: string): string {
  const last = events.at(-1)?.at
  return last !== undefined && Date.parse(last) > Date.parse(instant) ? last : instant
}

function readingOf(kept: KeptClock, reading: Reading): Reading {
  const last = kept.events.at(-1)
  const at = last && beijingTime(last.at)
  if (!at?.ok || beijingSeconds(at.value) <= beijingSeconds(reading.now)) return reading
  return { ...reading, now: at.value }
}

const keptIn = (row: Row, name: string): KeptClock | undefined =>
  (row[clockColumn(name)] as KeptClock | null | undefined) ?? undefined

const columnsFor = (name: string, kept: KeptClock): Columns => ({
  [clockColumn(name)]: kept,
  [dueField(name)]: kept.due_at,
})

function definitionOf(record: RecordType, name: string, row: Row): Clock['definition'] {
  const definition = record.clocks?.[name]?.definition
  if (!definition) throw new Error(`${record.name} has no clock ${name}`)
  return typeof definition === 'function' ? definition(row) : definition
}

/** The columns of the clocks that start with the row. */
export function startedClocks(record: RecordType, row: Row, calendar: WorkCalendar): Columns {
  const at = instantNow()
  const started = Object.entries(record.clocks ?? {}).filter(([, clock]) => clock.starts === 'created')
  return Object.assign(
    {},
    ...started.map(([name]) => {
      const clock = { definition: definitionOf(record, name, row), events: [] }
      const moved = applyClockEvent(clock, { do: 'start', at }, calendar)
      if (!moved.ok) throw new Error(moved.error.message.en)
      return columnsFor(name, keptAs(moved.value.clock, moved.value.state))
    }),
  ) as Columns
}

interface Moving {
  readonly record: RecordType
  /** The row as the action leaves it. */
  readonly row: StoredRow
  readonly transition: Transition
  readonly person: string
  readonly calendar: WorkCalendar
}

function eventOf(move: ClockMove, given: Moving, at: string): ClockEvent {
  switch (move.do) {
    case 'pause':
      return { do: 'pause', at, reason: given.transition.reason ?? '' }
    case 'extend':
      return { do: 'extend', at, by: Number(given.row[move.by]), approvedBy: given.person }
    default:
      return { do: move.do, at }
  }
}

/** What an action does to the clocks of a row: the columns to store, or why one of them refuses. */
export function movedClocks(given: Moving): Result<Columns, Text> {
  const { record, row, transition, calendar } = given
  const now = instantNow()
  const columns: Record<string, unknown> = {}
  for (const move of transition.clocks) {
    const kept = keptIn({ ...row, ...columns }, move.clock)
    // A limit that depends on the row is fixed when the clock starts; a restart takes it anew.
    const isBeginning = move.do === 'start' || move.do === 'restart'
    const clock: Clock = {
      definition: kept && !isBeginning ? kept.definition : definitionOf(record, move.clock, row),
      events: kept?.events ?? [],
    }
    const event = eventOf(move, given, notBefore(clock.events, now))
    const moved = applyClockEvent(clock, event, calendar)
    if (!moved.ok) return { ok: false, error: moved.error.message }
    Object.assign(columns, columnsFor(move.clock, keptAs(moved.value.clock, moved.value.state)))
  }
  return { ok: true, value: columns }
}

/** The clocks of a row as a reply tells them: each whole under `clocks`, its lamp beside the fields. */
export function clocksReply(record: RecordType, row: Row, reading: Reading): Columns {
  const states: Record<string, ClockState | null> = {}
  const lamps: Record<string, unknown> = {}
  for (const name of Object.keys(record.clocks ?? {})) {
    const kept = keptIn(row, name)
    const state = kept && foldClock(kept.definition, kept.events, readingOf(kept, reading))
    states[name] = state?.ok ? state.value : null
    lamps[lampField(name)] = state?.ok ? state.value.lamp : null
  }
  return { ...lamps, clocks: states }
}

/** Whether two clocks keep the same: one comes from the database, which keeps no order of names and nothing undefined. */
const isSame = (one: KeptClock, other: KeptClock): boolean =>
  isDeepStrictEqual(one, JSON.parse(JSON.stringify(other)))

/** The same clock by another calendar: its columns, when what it keeps has changed. */
export function reckonedClock(
  row: Row,
  name: string,
  reading: Reading,
): { columns: Columns; due: readonly [unknown, unknown] } | undefined {
  const before = keptIn(row, name)
  const after: Result<KeptClock, ClockRefusal> | undefined =
    before && keepClock(before, readingOf(before, reading))
  if (!before || !after?.ok || isSame(before, after.value)) return undefined
  return { columns: columnsFor(name, after.value), due: [before.due_at, after.value.due_at] }
}

/**
 * The lamp of a clock as the database reads it: the same comparisons as `keptLamp`. A clock that has not started has
 * none.
 */
export function lampSql(name: string): RawBuilder<unknown> {
  const clock = sql.ref(clockColumn(name))
  const due = sql.ref(dueField(name))
  const moment = (key: string) => sql`(${clock} ->> ${sql.lit(key)})::timestamptz`
  const asked = sql`date_trunc('second', coalesce(${moment('ended_at')}, now()))`
  const status = sql`${clock} ->> 'status'`
  return sql`(CASE WHEN ${clock} IS NULL OR ${status} = 'not_started' THEN NULL
    WHEN ${asked} > ${moment('statutory_at')} THEN 'overdue_statutory'
    WHEN ${asked} > ${due} THEN 'late'
    WHEN ${status} = 'running' AND ${due} IS NULL THEN 'unknown'
    WHEN ${status} IN ('running', 'paused') AND ${asked} >= ${moment('watch_at')} THEN 'watch'
    ELSE 'on_track' END)`
}

/** When the next of these clocks ends that is running; null where none is. */
export function nextDueSql(clocks: readonly string[]): RawBuilder<unknown> {
  const dues = clocks.map(
    (name) =>
      sql`CASE WHEN ${sql.ref(clockColumn(name))} ->> 'status' = 'running' THEN ${sql.ref(dueField(name))} END`,
  )
  return sql`LEAST(${sql.join(dues)})`
}
