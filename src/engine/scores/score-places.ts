import { compareValues } from '#engine/quantity/arithmetic'
import { canonical } from '#engine/quantity/decimal'
import type { Coverage } from '#engine/quantity/quantity'
import type { ScoreFacts } from '#engine/scores/score-facts'
import type { ScoreSheet } from '#engine/scores/score-sheet'

/** A place and how many share it, the one asked for counted. */
export interface Place {
  readonly place: number
  readonly ties: number
}

/** Standard competition places (1, 2, 2, 4) of known values; equal values tie however they are written. */
export interface Places {
  /** Values known of values asked. */
  readonly coverage: Coverage
  readonly placeOf: (value: string) => Place | undefined
}

/** Places of values, null where unknown; sorted once, so that a field of thousands costs no more than its sorting. */
export function placesAmong(values: readonly (string | null)[], isLessBetter: boolean): Places {
  const known = values.filter((value) => value !== null).map((value) => canonical(value))
  const sign = isLessBetter ? 1 : -1
  const byValue = new Map<string, { place: number; ties: number }>()
  for (const [index, value] of known.sort((a, b) => sign * compareValues(a, b)).entries()) {
    const found = byValue.get(value)
    if (found) found.ties += 1
    else byValue.set(value, { place: index + 1, ties: 1 })
  }
  return {
    coverage: { have: known.length, of: values.length },
    placeOf: (value) => byValue.get(canonical(value)),
  }
}

/** The places that the items of a sheet give by rank, by item. */
export function placesByItem(
  { groups }: ScoreSheet,
  field: readonly ScoreFacts[],
): ReadonlyMap<string, Places> {
  const items = groups.flatMap((group) => group.items)
  return new Map(
    items.flatMap(({ code, by }) => {
      if (by.kind !== 'rank') return []
      const values = field.map(({ numbers }) => ownOf(numbers, by.input)?.value ?? null)
      return [[code, placesAmong(values, by.isLessBetter ?? false)] as const]
    }),
  )
}

/** Only what a record holds itself: a code such as "constructor" must not find what every object has. */
export function ownOf<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}
