import { grouped } from '#engine/result/grouped'
import type { Text } from '#engine/result/result'
import type { Named } from '../../dispatch-contract'
import { isOpenAt } from './dispatch-blockers'
import type { BlockerRow, LampLine, LetterNumber, ListedRow, MonthTold, ReportGround } from './dispatch-rows'

/** Names by id, as they were. */
type NamesById = Readonly<Record<string, Text>>

/** Whom and what the kept rows refer to: a report says for ever what somebody was called when the month was closed. */
export interface KeptNames {
  readonly person: NamesById
  readonly organ: NamesById
  readonly unit: NamesById
}

export const noNames: KeptNames = { person: {}, organ: {}, unit: {} }

/** What is known as a month is closed, besides the rows. */
export interface Closing {
  readonly zone: string
  readonly asOf: string
  readonly personName: (id: string | null) => Named
  readonly organName: (id: string | null) => Named
  readonly unitName: (code: string) => Text
}

/** What a row of the record type `dispatch_line` says of a project. */
export interface KeptLine {
  readonly project: string
  readonly unit_id: string
  readonly name_zh: string
  readonly sample: boolean
  readonly kept: string
}

interface Kept {
  readonly listed: ListedRow | null
  readonly months: readonly MonthTold[]
  readonly blockers: readonly BlockerRow[]
  readonly letters: readonly LetterNumber[]
  readonly lamps: readonly LampLine[]
  readonly names: KeptNames
}

/** What may be unknown, as unknown: it is not written down, and a field that was added later was not known then. */
type Unknown<T> = { readonly [K in keyof T as null extends T[K] ? K : never]: null }

const unlisted: Unknown<ListedRow> = {
  category: null,
  investment: null,
  officer: null,
  leader: null,
  annual_plan: null,
  planned_start: null,
  started_on: null,
  started_in: null,
  entered_on: null,
  completed_on: null,
  produced_on: null,
  listed_on: null,
  left_on: null,
  left_reason: null,
}

const untold: Unknown<MonthTold> = {
  invested: null,
  next_month: null,
  requests: null,
  correction_open: null,
  correction_by: null,
  correction_at: null,
  correction_reason: null,
  invested_before: null,
}

const unassigned: Unknown<BlockerRow> = {
  details: null,
  organ: null,
  handler: null,
  watch_at: null,
  due_at: null,
  ended_at: null,
}

/** Every row of a line is of its project, which is therefore not repeated. */
const written = (kept: Kept): string =>
  JSON.stringify(kept, (name, value: unknown) => (name === 'project' ? undefined : (value ?? undefined)))

function read({ project, kept }: Pick<KeptLine, 'project' | 'kept'>): Kept {
  const { listed, months, blockers, letters, lamps, names } = JSON.parse(kept) as Partial<Kept>
  return {
    listed: listed ? { ...unlisted, ...listed } : null,
    months: (months ?? []).map((row) => ({ ...untold, ...row, project })),
    blockers: (blockers ?? []).map((row) => ({ ...unassigned, ...row, project })),
    letters: letters ?? [],
    lamps: (lamps ?? []).map((row) => ({ ...row, project })),
    names: { ...noNames, ...names },
  }
}

type Ids = readonly (string | null)[]

/** Everybody whom the rows name. */
export const peopleIn = ({ listed, months, blockers }: Omit<ReportGround, 'letters' | 'lamps'>): Ids => [
  ...listed.flatMap(({ officer, leader }) => [officer, leader]),
  ...months.map(({ correction_by }) => correction_by),
  ...blockers.map(({ handler }) => handler),
]

export const organsIn = ({ blockers }: Pick<ReportGround, 'blockers'>): Ids =>
  blockers.map(({ organ }) => organ)

const namesBy = (ids: Ids, nameOf: (id: string | null) => Named): NamesById =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const name = nameOf(id)
      return id !== null && name ? [[id, name]] : []
    }),
  )

/** Which project, and where it lies: by its place on the list, else by what stands in its way. */
function headOf({ listed, blockers }: Pick<Kept, 'listed' | 'blockers'>) {
  if (listed) return listed
  const [first] = blockers
  return first && { ...first, name_zh: first.project_name }
}

function lineOf(project: string, own: Omit<Kept, 'names'>, closing: Closing): KeptLine[] {
  const head = headOf(own)
  if (!head) return []
  const { unit_id, name_zh, sample } = head
  const names: KeptNames = {
    person: namesBy(peopleIn({ ...own, listed: own.listed ? [own.listed] : [] }), closing.personName),
    organ: namesBy(organsIn(own), closing.organName),
    unit: { [closing.zone]: closing.unitName(closing.zone), [unit_id]: closing.unitName(unit_id) },
  }
  return [{ project, unit_id, name_zh, sample, kept: written({ ...own, names }) }]
}

/** A line for every project that the report of a month names as the month is closed: on the year's list, or with an open blocker. */
export function linesOf(ground: ReportGround, closing: Closing): KeptLine[] {
  const listed = new Map(ground.listed.map((row) => [row.id, row]))
  const months = grouped(ground.months, ({ project }) => project)
  const lamps = grouped(ground.lamps, ({ project }) => project)
  const letters = grouped(ground.letters, ({ blocker }) => blocker)
  const blockers = grouped(
    ground.blockers.filter((row) => isOpenAt(row, closing.asOf)),
    ({ project }) => project,
  )
  return [...new Set([...listed.keys(), ...blockers.keys()])].sort().flatMap((id) => {
    const open = blockers.get(id) ?? []
    const own = {
      listed: listed.get(id) ?? null,
      months: months.get(id) ?? [],
      blockers: open,
      letters: open.flatMap((row) => letters.get(row.id) ?? []),
      lamps: lamps.get(id) ?? [],
    }
    return lineOf(id, own, closing)
  })
}

const inOrder = (a: MonthTold, b: MonthTold) =>
  a.month.localeCompare(b.month) || a.project.localeCompare(b.project)

/** What a report reads, from the lines that were kept. */
export function groundOf(
  lines: readonly Pick<KeptLine, 'project' | 'kept'>[],
): ReportGround & { readonly names: KeptNames } {
  const all = lines.map(read)
  const named = (kind: keyof KeptNames): NamesById =>
    Object.fromEntries(all.flatMap(({ names }) => Object.entries(names[kind])))
  return {
    listed: all.flatMap(({ listed }) => listed ?? []),
    months: all.flatMap(({ months }) => months).sort(inOrder),
    blockers: all.flatMap(({ blockers }) => blockers),
    letters: all.flatMap(({ letters }) => letters),
    lamps: all.flatMap(({ lamps }) => lamps),
    names: { person: named('person'), organ: named('organ'), unit: named('unit') },
  }
}

/** Accepted then, and corrected with a leader's leave since; or being corrected as the month was closed. */
function isCorrected(was: MonthTold, now: MonthTold | undefined, closedAt: string): now is MonthTold {
  if (!now || now.correction_at === null) return false
  if (was.correction_open === true) return true
  return was.state === 'accepted' && Date.parse(now.correction_at) > Date.parse(closedAt)
}

/**
 * The months as they were kept, with the money of those that a leader has allowed to be corrected since: that alone may
 * change what a closed month says, and the report names it. Texts stay as they were.
 */
export function withCorrections(
  kept: readonly MonthTold[],
  corrected: readonly MonthTold[],
  closedAt: string,
): MonthTold[] {
  const key = ({ project, month }: MonthTold) => `${project} ${month}`
  const since = new Map(corrected.map((row) => [key(row), row]))
  return kept.map((was) => {
    const now = since.get(key(was))
    if (!isCorrected(was, now, closedAt)) return was
    return { ...now, next_month: was.next_month, requests: was.requests }
  })
}
