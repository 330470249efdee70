import { compareValues } from '#engine/quantity/arithmetic'

/** Standard competition place (1, 2, 2, 4) of a value among known values, which include it; equal values tie. */
export function placeAmong(own: string, values: readonly string[], isLessBetter: boolean): number {
  const better = values.filter((value) => {
    const order = compareValues(value, own)
    return isLessBetter ? order < 0 : order > 0
  })
  return better.length + 1
}
