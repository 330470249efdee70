import { DIMENSION_WORDS, type LampDimension } from '#engine/lamps/lamp-table'
import { text, type Text } from '#engine/result/result'
import type {
  BlockerRow,
  LampLine,
  LetterNumber,
  ListedRow,
  MonthTold,
  ReportGround,
} from '#modules/projects/domain/dispatch/dispatch-rows'
import { linesOf } from '#modules/projects/domain/dispatch/kept-lines'
import { beforeCorrection } from './sample-dispatch'
import type { ProjectParts } from './sample-project-parts'
import { sampleZone } from './sample-zone.data'
import type { SeedRow } from './world'

interface Ground {
  readonly projects: readonly SeedRow[]
  readonly parts: Pick<ProjectParts, 'project_year' | 'project_month' | 'project_lamp' | 'blocker' | 'letter'>
  /** What people, organs and units are called. */
  readonly named: Readonly<Record<'people' | 'organs' | 'units', readonly SeedRow[]>>
}

/** A closed month of the sample. */
interface Closed {
  readonly month: string
  readonly at: string
  /** The day on which it was closed. */
  readonly on: string
}

/** Comes before every day, as what is not known. */
const dayOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const orNull = (row: SeedRow, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]))

const days = ['started_on', 'entered_on', 'completed_on', 'produced_on']
const ofProject = [
  'id',
  'name_zh',
  'unit_id',
  'sample',
  'state',
  'category',
  'investment',
  'officer',
  'leader',
]
const ofYear = ['project_class', 'annual_plan', 'planned_start', 'listed_on', 'left_on', 'left_reason']

/** A project on the year's list as it was known then: what came later had not come. */
function listedThen(project: SeedRow, year: SeedRow, { month, on }: Closed): ListedRow {
  const happened = orNull(project, [...days, 'started_in'])
  const isKnown = (name: string) => dayOf(happened[name]) <= (name === 'started_in' ? month : on)
  const known = Object.fromEntries(
    Object.entries(happened).map(([name, value]) => [name, isKnown(name) ? value : null]),
  )
  const has = typeof year.left_on === 'string' && year.left_on <= on
  return {
    ...orNull(project, ofProject),
    ...known,
    ...orNull(year, ofYear),
    ...(!has && { left_on: null, left_reason: null }),
  } as unknown as ListedRow
}

function listedIn({ projects, parts }: Ground, closed: Closed): ListedRow[] {
  const byId = new Map(projects.map((row) => [row.id, row]))
  return parts.project_year.flatMap((year) => {
    const project = byId.get(String(year.project))
    const isOn = year.year === closed.month.slice(0, 4) && dayOf(year.listed_on) <= closed.on
    return project && isOn ? [listedThen(project, year, closed)] : []
  })
}

const ofMonth = [
  'project',
  'month',
  'state',
  'invested',
  'correction_open',
  'correction_by',
  'correction_at',
  'correction_reason',
  'invested_before',
]

/** Long texts are read of the month itself alone. */
const ofItself = ['next_month', 'requests']

const monthsUntil = ({ parts }: Ground, { month, at }: Closed): MonthTold[] =>
  parts.project_month
    .filter((row) => String(row.month).startsWith(month.slice(0, 4)) && String(row.month) <= month)
    .map((row) => beforeCorrection(row, at))
    .map(
      (row) =>
        ({
          ...orNull(row, ofMonth),
          ...(row.month === month ? orNull(row, ofItself) : {}),
        }) as unknown as MonthTold,
    )

const lampsIn = ({ parts }: Ground, { month }: Closed): LampLine[] =>
  parts.project_lamp
    .filter((row) => row.month === month && ['red', 'yellow'].includes(String(row.colour)))
    .map((row) => ({
      project: String(row.project),
      colour: String(row.colour),
      dimension: DIMENSION_WORDS[row.dimension as LampDimension],
      says: text(String(row.says_zh), String(row.says_en)),
    }))

const ofBlocker = ['id', 'subject', 'project', 'unit_id', 'category', 'level', 'details', 'organ', 'handler']

function blockersIn({ projects, parts }: Ground): BlockerRow[] {
  const nameOf = new Map(projects.map((row) => [row.id, row.name_zh]))
  return parts.blocker.map((row) => {
    const clock = (row.settlement_clock ?? {}) as Readonly<Record<string, unknown>>
    return {
      ...orNull(row, [...ofBlocker, 'state', 'sample', 'created_at']),
      version: 1,
      project_name: nameOf.get(String(row.project)) ?? '',
      watch_at: clock.watch_at ?? null,
      due_at: clock.due_at ?? null,
      ended_at: clock.ended_at ?? null,
    } as unknown as BlockerRow
  })
}

const lettersUntil = ({ parts }: Ground, { on }: Closed): LetterNumber[] =>
  parts.letter
    .filter(({ issued_on }) => String(issued_on) <= on)
    .map((row) => ({ blocker: String(row.blocker), number: String(row.number) }))

const groundThen = (ground: Ground, closed: Closed): ReportGround => ({
  listed: listedIn(ground, closed),
  months: monthsUntil(ground, closed),
  blockers: blockersIn(ground),
  letters: lettersUntil(ground, closed),
  lamps: lampsIn(ground, closed),
})

function namesOf(rows: readonly SeedRow[]): (id: string | null) => Text | null {
  const names = new Map(
    rows.map((row) => [row.id, text(String(row.name_zh), String(row.name_en ?? row.name_zh))]),
  )
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

function linesThen(dispatch: SeedRow, ground: Ground): SeedRow[] {
  const { people, organs, units } = ground.named
  const [month, at] = [String(dispatch.month), String(dispatch.closed_at)]
  const unitName = namesOf(units)
  const closing = {
    zone: sampleZone.code,
    asOf: at,
    personName: namesOf(people),
    organName: namesOf(organs),
    unitName: (code: string) => unitName(code) ?? text(code, code),
  }
  return linesOf(groundThen(ground, { month, at, on: at.slice(0, 10) }), closing).map((line) => ({
    ...line,
    id: `${line.project}-line-${month}`,
    created_at: at,
    created_by: String(dispatch.closed_by),
    dispatch: dispatch.id,
    month,
  }))
}

/** The months of dispatch, each closed one with what was kept of it: by what keeps it of real ones. */
export function keptDispatches(
  dispatches: readonly SeedRow[],
  ground: Ground,
): Pick<ProjectParts, 'dispatch' | 'dispatch_line'> {
  const kept = dispatches.map((row) => (row.state === 'closed' ? linesThen(row, ground) : undefined))
  return {
    dispatch: dispatches.map((row, index) => {
      const lines = kept[index]
      return lines ? { ...row, closed_kept: lines.length } : row
    }),
    dispatch_line: kept.flatMap((lines) => lines ?? []),
  }
}
