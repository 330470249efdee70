import { compareValues, sum } from '#engine/quantity/arithmetic'
import { addCoverage, NO_PARTS, oneSource } from '#engine/quantity/coverage'
import { formatQuantity, type Language } from '#engine/quantity/format-quantity'
import { isKnown, quantity, UNKNOWN, type Qualifier, type Quantity } from '#engine/quantity/quantity'
import { text, type Text } from '#engine/result/result'
import type { ScoreNode } from '#engine/scores/score-facts'
import { ownOf } from '#engine/scores/score-places'
import { markedBy, type Marked, type Scoring } from '#engine/scores/score-rule'
import { boundsOfItem, DEFAULT_DECIMALS, type ScoreGroup, type ScoreItem } from '#engine/scores/score-sheet'

/** One subject's sheet filled in, as a tree: the whole, its groups, their items, each with how it came about. */
export function scoredSheet(scoring: Scoring): ScoreNode {
  const { sheet } = scoring.compiled
  const parts = sheet.groups.map((group) => scoredGroup(group, scoring))
  return totalled({ part: sheet, kind: 'sheet', parts }, scoring)
}

function scoredGroup(group: ScoreGroup, scoring: Scoring): ScoreNode {
  const parts = group.items.map((item) => scoredItem(item, scoring))
  return totalled({ part: group, kind: 'group', parts }, scoring)
}

interface Limits {
  readonly cap?: string | undefined
  readonly floor?: string | undefined
}

interface Total {
  readonly part: Limits & { readonly code: string; readonly name: Text; readonly full?: string }
  readonly kind: 'sheet' | 'group'
  readonly parts: readonly ScoreNode[]
}

/** The sum of what is known, within its cap and floor; how many items are known is said beside it. */
function totalled({ part, kind, parts }: Total, scoring: Scoring): ScoreNode {
  const { quantity: total } = sum(parts.map(({ marks }) => marks))
  const { marks, limit } = limited(total, part)
  const coverage = parts.map((one) => one.coverage).reduce(addCoverage, NO_PARTS)
  const isWhole = coverage.have === coverage.of
  const missing = isWhole
    ? text('', '')
    : text(`（已知 ${coverage.have}/${coverage.of} 项）`, ` (${coverage.have} of ${coverage.of} items known)`)
  const line = (language: Language) => {
    const terms = parts
      .map((one) => shownMarks(one.marks, scoring, { language }))
      .join(' + ')
      .replaceAll('+ −', '− ')
    return limit === null ? terms : `${terms} = ${shownMarks(total, scoring, { language })}`
  }
  const result = equals(marks, limit, scoring)
  return {
    code: part.code,
    name: part.name,
    kind,
    marks,
    ...(part.full === undefined ? {} : { full: part.full }),
    coverage,
    says: text(`${line('zh')}${result.zh}${missing.zh}`, `${line('en')}${result.en}${missing.en}`),
    why: isKnown(marks) ? null : text('没有已知的项', 'no item is known'),
    parts,
  }
}

function scoredItem(item: ScoreItem, scoring: Scoring): ScoreNode {
  const marked = proven(markedBy(item, scoring), item, scoring)
  const { marks, limit } = limited(marked.marks, boundsOfItem(item))
  const result = equals(marks, limit, scoring)
  const says = marked.why
    ? text(`未知：${marked.why.zh}`, `unknown: ${marked.why.en}`)
    : text(`${marked.says.zh}${result.zh}`, `${marked.says.en}${result.en}`)
  return {
    code: item.code,
    name: item.name,
    kind: item.kind,
    marks,
    ...(item.full === undefined ? {} : { full: item.full }),
    coverage: oneSource(isKnown(marks)),
    says,
    why: marked.why,
    parts: [],
  }
}

/** Marks that want evidence and have none are not known: neither given nor refused. */
function proven(marked: Marked, { code, evidence }: ScoreItem, { facts }: Scoring): Marked {
  const { marks } = marked
  if (evidence === undefined || marks.value === null || marks.value === '0') return marked
  if ((ownOf(facts.evidence, code) ?? 0) > 0) return marked
  const why = text(`缺少佐证：${evidence.zh}`, `evidence is missing: ${evidence.en}`)
  return { marks: UNKNOWN, says: why, why }
}

type Limit = { readonly kind: 'cap' | 'floor'; readonly at: string } | null

/** Within cap and floor. A bound on the far side of a limit becomes exact there: "over 12" capped at 10 is 10. */
function limited(
  marks: Quantity,
  { cap, floor }: Limits,
): { readonly marks: Quantity; readonly limit: Limit } {
  if (!isKnown(marks)) return { marks, limit: null }
  if (cap !== undefined && compareValues(marks.value, cap) > 0)
    return { marks: quantity(cap, AT_CAP[marks.qualifier]), limit: { kind: 'cap', at: cap } }
  if (floor !== undefined && compareValues(marks.value, floor) < 0)
    return { marks: quantity(floor, AT_FLOOR[marks.qualifier]), limit: { kind: 'floor', at: floor } }
  return { marks, limit: null }
}

const AT_CAP = {
  exact: 'exact',
  over: 'exact',
  at_least: 'exact',
  within: 'within',
  about: 'about',
} as const satisfies Record<Qualifier, Qualifier>

const AT_FLOOR = {
  exact: 'exact',
  within: 'exact',
  over: 'at_least',
  at_least: 'at_least',
  about: 'about',
} as const satisfies Record<Qualifier, Qualifier>

function equals(marks: Quantity, limit: Limit, scoring: Scoring): Text {
  const points = (language: Language) => shownMarks(marks, scoring, { language, unit: 'fen' })
  if (limit === null) return text(` = ${points('zh')}`, ` = ${points('en')}`)
  return limit.kind === 'cap'
    ? text(`，封顶 ${limit.at}，得 ${points('zh')}`, `, capped at ${limit.at}: ${points('en')}`)
    : text(`，保底 ${limit.at}，得 ${points('zh')}`, `, no less than ${limit.at}: ${points('en')}`)
}

/** Rounded for the eye; no zeros at the end: 45.84, 5, −3. */
function shownMarks(
  marks: Quantity,
  { compiled }: Scoring,
  format: { readonly language: Language; readonly unit?: string },
): string {
  const decimals = compiled.sheet.decimals ?? DEFAULT_DECIMALS
  const shown = formatQuantity(marks, { ...format, decimals })
  return shown.replace(/(\.\d*?)0+(?=\D*$)/, '$1').replace(/\.(?=\D*$)/, '')
}
