import { parseBands } from '#engine/lamps/band-notation'
import { lampTableProblems } from '#engine/lamps/table-problems'
import { type Problem, shown } from '#engine/records/problem'
import { text } from '#engine/result/result'
import type { RuleRow } from './lamp-table-of'

const problem = (given: Omit<Problem, 'code'>): Problem => ({ ...given, code: 'rule' })

/** Everything wrong with one rule as it is written, at the field it stands in: a line that cannot be read, a gap, an overlap. */
export function lampRuleProblems({ dimension, measure, bands, exemptible }: RuleRow): Problem[] {
  const read = parseBands(bands)
  if (!read.ok)
    return read.error.map(({ value, says, mend }) => problem({ field: 'bands', value, says, mend }))
  const rule = { measure, bands: read.value, isExemptible: exemptible === true }
  const found = lampTableProblems({ code: '', name: text('', ''), rules: { [dimension]: rule } })
  return found.map(({ code, value, says, mend }) =>
    problem({
      field: code === 'wrong_measure' || code === 'unknown_measure' ? 'measure' : 'bands',
      value: value === '' ? shown(bands) : value,
      says,
      mend,
    }),
  )
}
