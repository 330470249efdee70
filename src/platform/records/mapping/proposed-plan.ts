import type { MappedField } from '#engine/mapping/fit-head'
import { captionYear } from '#engine/mapping/heads'
import { cellKey } from '#engine/mapping/doubt'
import type { Answer, ColumnPlan, MappingPlan } from '#engine/mapping/plan'
import { type Proposal, propose } from '#engine/mapping/propose'
import type { Remembered } from '#engine/mapping/remembered'
import type { KnownNames } from './known-names'
import type { OpenedSheet } from './opened-sheets'
import type { Profile, Stray } from './profile'

export interface PlanGround {
  readonly sheets: readonly OpenedSheet[]
  readonly profile: Profile
  readonly fields: readonly MappedField[]
  /** The field that says where a row lies. */
  readonly place: MappedField
  readonly names: KnownNames
  /** This year, for days that name none. */
  readonly year: number
}

/** What every column is thought to hold, by its head. */
export function proposalsOf({ sheets, profile, fields }: PlanGround, remembered?: Remembered): Proposal[] {
  const heads = new Map(
    sheets.filter(({ use }) => use).flatMap((sheet) => sheet.heads.map((head) => [head.name, head] as const)),
  )
  const columns = [...heads.values()].map((head) => ({
    head,
    values: profile.columns.get(head.name)?.values ?? [],
  }))
  return propose(columns, fields, remembered?.columns)
}

/** Columns as proposed, or as the plan has them already; each with the middle of its numbers. */
function columnPlans(
  ground: PlanGround,
  proposals: readonly Proposal[],
  given: Readonly<Record<string, ColumnPlan>>,
) {
  return Object.fromEntries(
    proposals.map(({ head, field }) => {
      const seen = ground.profile.columns.get(head)
      const planned = (Object.hasOwn(given, head) ? given[head] : undefined) ?? {
        field,
        unit: seen?.unit ?? null,
      }
      const typical = seen?.typical.middle
      return [head, { field: planned.field, unit: planned.unit, ...(typical !== undefined && { typical }) }]
    }),
  )
}

const target = ({ field }: MappedField): string | undefined => ('to' in field ? field.to : undefined)

/** Whether most of these names are names of places. */
async function namePlaces({ names, place }: PlanGround, given: readonly string[]): Promise<boolean> {
  const type = target(place)
  if (!type || given.length === 0) return false
  let near = 0
  for (const name of given.slice(0, 50)) if ((await names.readings(type, name)).readings.length > 0) near += 1
  return near * 2 >= Math.min(given.length, 50)
}

/** Where rows lie, when no column says it: sections, or the names of the sheets. */
async function placesFrom(ground: PlanGround): Promise<Pick<MappingPlan, 'sections' | 'sheet_name'>> {
  const { profile, place, sheets } = ground
  const strays = await placeStrays(ground)
  const levels = profile.sections.map((names) => [...names.keys()])
  if (levels.length === 0 && strays.length > 0) return { sections: [place.name], sheet_name: null }
  for (const [level, names] of levels.entries())
    if (names && (await namePlaces(ground, names)))
      return { sections: levels.map((_, at) => (at === level ? place.name : null)), sheet_name: null }
  const used = sheets.filter(({ use }) => use).map(({ name }) => name)
  const bySheet = await namePlaces(ground, used)
  return { sections: Array.from(levels, () => null), sheet_name: bySheet ? place.name : null }
}

/** Words alone in a row that are the name of a place: its section, as if it were numbered. */
async function placeStrays({ profile, place, names }: PlanGround): Promise<Stray[]> {
  const type = target(place)
  const found: Stray[] = []
  for (const stray of profile.strays.slice(0, 200))
    if (type && (await names.isKnown(type, stray.name))) found.push(stray)
  return found
}

const asSection = ({ isWide }: Stray): Answer => ({ do: 'take', reading: isWide ? 0 : 1 })

async function firstPlaces(ground: PlanGround, proposals: readonly Proposal[]) {
  const hasPlace = proposals.some(({ field }) => field === ground.place.name)
  return hasPlace
    ? { sections: ground.profile.sections.map(() => null), sheet_name: null }
    : placesFrom(ground)
}

const nothingKept: Remembered = { columns: {}, sections: [], sheet_name: null, constants: {}, answers: {} }

async function firstPlan(
  ground: PlanGround,
  proposals: readonly Proposal[],
  kept: Remembered | undefined,
): Promise<MappingPlan> {
  const places = kept ?? (await firstPlaces(ground, proposals))
  const strays = places.sections[0] === ground.place.name ? await placeStrays(ground) : []
  const titles = strays.map((stray) => [cellKey(stray.sheet, stray.cell), asSection(stray)] as const)
  const { columns, constants, answers } = kept ?? nothingKept
  return {
    sheets: [],
    columns,
    sections: places.sections,
    sheet_name: places.sheet_name,
    constants,
    answers: { ...answers, ...Object.fromEntries(titles) },
    year: yearOf(ground),
  }
}

function yearOf({ sheets, year }: PlanGround): number {
  const first = sheets.find(({ use }) => use)
  return (first && captionYear(first.first, first.head)) ?? year
}

/**
 * The plan to read by: the one that was sent, completed for heads that it does not know yet; else the one kept from an
 * earlier file with the same heads; else what is proposed.
 */
export async function planFor(
  ground: PlanGround,
  proposals: readonly Proposal[],
  given: { readonly plan?: MappingPlan | undefined; readonly kept?: Remembered | undefined },
): Promise<MappingPlan> {
  const plan = given.plan ?? (await firstPlan(ground, proposals, given.kept))
  return {
    ...plan,
    sheets: ground.sheets.map(({ name, use, head }) => ({ name, use, ...head })),
    columns: columnPlans(ground, proposals, plan.columns),
  }
}
