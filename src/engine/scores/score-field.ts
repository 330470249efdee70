import { grouped } from '#engine/result/grouped'
import { isComplete } from '#engine/quantity/coverage'
import type { CompiledSheet } from '#engine/scores/compile-sheet'
import type { ScoredSubject, ScoreFacts, ScoreNode } from '#engine/scores/score-facts'
import { placesAmong, placesByItem } from '#engine/scores/score-places'
import { scoredSheet } from '#engine/scores/score-subject'

/**
 * All subjects by one sheet, best first. Equal totals share a place and the next is skipped (1, 2, 2, 4). A subject with
 * an unknown item has no place and comes last: its total is not final, and a wrong place is worse than none.
 */
export function scoredField(compiled: CompiledSheet, field: readonly ScoreFacts[]): ScoredSubject[] {
  const places = placesByItem(compiled.sheet, field)
  const scored = field.map((facts) => {
    const score = scoredSheet({ compiled, facts, places })
    return { subject: facts.subject, score, total: finalTotal(score) }
  })
  const totals = placesAmong(
    scored.map(({ total }) => total),
    false,
  )
  const placed = scored.map(({ subject, score, total }) => ({
    subject,
    score,
    place: total === null ? undefined : totals.placeOf(total)?.place,
  }))
  const sharing = grouped(placed, ({ place }) => place)
  return placed
    .map(({ subject, score, place }): ScoredSubject => {
      if (place === undefined) return { subject, score, tiedWith: [] }
      const others = (sharing.get(place) ?? []).filter((other) => other.subject !== subject)
      return { subject, score, place, tiedWith: others.map((other) => other.subject) }
    })
    .sort((a, b) => (a.place ?? MOST) - (b.place ?? MOST))
}

const MOST = Number.MAX_SAFE_INTEGER

/** The total where every item is known and none is a bound. */
const finalTotal = ({ marks, coverage }: ScoreNode): string | null =>
  isComplete(coverage) && marks.qualifier === 'exact' ? marks.value : null
