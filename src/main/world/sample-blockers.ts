import { beijingTime } from '#engine/calendar/beijing-time'
import type { ClockEvent } from '#engine/clocks/clock-event'
import { keepClock, type KeptClock } from '#engine/clocks/kept-clock'
import type { PlainDate } from '#engine/period/plain-date'
import { lastDay } from '#engine/period/period-extent'
import { letterNumber } from '#modules/projects/domain/dispatch/letter-number'
import { blocker } from '#modules/projects/records/blocker'
import type { LetterKind } from '#modules/projects/records/letter'
import { type SampleBlocker, sampleBlockers } from './sample-blockers.data'
import { atHour, type DispatchGround, workday } from './sample-dispatch'
import { organId } from './sample-people'
import { sampleZone } from './sample-zone.data'
import type { SeedRow } from './world'

interface Told {
  readonly of: SampleBlocker
  readonly row: SeedRow
  readonly assigned: PlainDate
}

const chinaTime = (day: PlainDate, hour: number) => `${day}T${String(hour).padStart(2, '0')}:20:00+08:00`

function keptLimit(given: SampleBlocker, assigned: PlainDate, ground: DispatchGround): KeptClock | null {
  if (given.state === 'raised') return null
  const { definition } = blocker.clocks.settlement
  const settled = workday(ground.calendar, assigned, Math.max(1, given.workdays - 2))
  const events: ClockEvent[] = [
    { do: 'start', at: chinaTime(assigned, 10) },
    ...(given.state === 'closed' ? [{ do: 'stop', at: chinaTime(settled, 15) } as const] : []),
  ]
  const now = beijingTime(events.at(-1)?.at ?? '')
  const clock =
    now.ok &&
    keepClock(
      { definition: definition({ workdays: given.workdays }), events },
      { now: now.value, calendar: ground.calendar },
    )
  if (!clock || !clock.ok) throw new Error('The limit of a sample blocker cannot stand')
  return clock.value
}

function blockerRow(place: readonly [SampleBlocker, number], project: SeedRow, ground: DispatchGround): Told {
  const [given, index] = place
  const { calendar, last, holder } = ground
  const assigned = workday(calendar, lastDay(last), given.assigned)
  const limit = keptLimit(given, assigned, ground)
  const isAssigned = given.state !== 'raised'
  const raisedBy = holder(project.unit_id, 'project_officer')
  return {
    of: given,
    assigned,
    row: {
      id: `sample-blocker-${index + 1}`,
      unit_id: project.unit_id,
      sample: true,
      state: given.state,
      created_at: atHour(workday(calendar, assigned, -1), 2),
      ...(raisedBy && { created_by: raisedBy }),
      project: project.id,
      subject: given.subject,
      details: given.details,
      category: given.category,
      level: given.level,
      organ: isAssigned ? organId(given.organ) : null,
      handler: isAssigned ? (holder(project.unit_id, 'leader') ?? null) : null,
      workdays: given.workdays,
      answer: given.answer ?? null,
      settlement_clock: limit,
      settlement_due_at: limit?.due_at ?? null,
    },
  }
}

const asks: Readonly<Record<LetterKind, string>> = {
  assignment: '现将该事项交由你单位牵头办理。请明确责任人和办理措施，按期办结。',
  reminder: '该事项办理时限将至。请倒排时间，确保按期办结；确有困难的，请书面说明。',
  supervision: '该事项已逾期，影响项目节点。请主要负责人亲自督办，五个工作日内提出解决办法并报送进展。',
}

interface Written {
  readonly kind: LetterKind
  readonly day: PlainDate
  readonly about: Told
}

/** In the order in which they went out: that is the order of their numbers. */
function writtenLetters(told: readonly Told[], { calendar }: DispatchGround): Written[] {
  return told
    .flatMap((about) =>
      Object.entries(about.of.letters).map(([kind, after]) => ({
        kind: kind as LetterKind,
        day: workday(calendar, about.assigned, after),
        about,
      })),
    )
    .sort((a, b) => a.day.localeCompare(b.day) || a.about.row.id.localeCompare(b.about.row.id))
}

function letterRows(told: readonly Told[], ground: DispatchGround): SeedRow[] {
  const last = new Map<string, number>()
  const signer = ground.holder(sampleZone.code, 'leader') ?? 'system'
  return writtenLetters(told, ground).map(({ kind, day, about }): SeedRow => {
    const series = day.slice(0, 4)
    const serial = (last.get(`${kind}${series}`) ?? 0) + 1
    last.set(`${kind}${series}`, serial)
    const { row } = about
    const isClosed = row.state === 'closed'
    return {
      id: `${row.id}-${kind}`,
      unit_id: row.unit_id,
      sample: true,
      state: isClosed ? 'closed' : 'issued',
      created_at: atHour(day, 1),
      project: row.project,
      blocker: row.id,
      kind,
      number: letterNumber(kind, series, serial),
      series,
      serial,
      organ: row.organ,
      subject: row.subject,
      asked: asks[kind],
      answer_by: workday(ground.calendar, day, kind === 'supervision' ? 5 : 10),
      issued_on: day,
      signed_by: signer,
      answer: isClosed ? row.answer : null,
      answered_on: isClosed ? workday(ground.calendar, day, 3) : null,
    }
  })
}

/** Blockers of projects that are being built, each with the letters that its limit has called for so far. */
export function sampleBlockerRows(
  projects: readonly SeedRow[],
  ground: DispatchGround,
): { readonly blocker: readonly SeedRow[]; readonly letter: readonly SeedRow[] } {
  const building = projects.filter(({ state }) => state === 'building')
  const told = sampleBlockers.flatMap((given, index) => {
    const project = building[(index * 3) % Math.max(1, building.length)]
    return project ? [blockerRow([given, index], project, ground)] : []
  })
  return { blocker: told.map(({ row }) => row), letter: letterRows(told, ground) }
}
