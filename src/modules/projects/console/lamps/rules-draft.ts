import { parseBands, printBands } from '#engine/lamps/band-notation'
import { LAMP_PRESETS } from '#engine/lamps/lamp-presets.data'
import { bandAndFollowUp } from '#engine/lamps/band-text'
import {
  LAMP_DIMENSIONS,
  type LampBand,
  type LampDimension,
  type LampMeasure,
  type LampTable,
  MEASURES,
} from '#engine/lamps/lamp-table'
import type { Problem } from '#engine/records/problem'
import { text, type Text } from '#engine/result/result'
import type { LampRuleInput } from '../../lamps-contract'
import { lampRuleProblems } from '../../domain/lamp-rule-problems'

/** Rules while they are written; a dimension without one has no lamp. */
export type RulesDraft = Readonly<Partial<Record<LampDimension, LampRuleInput>>>

const byDimension = (rules: readonly LampRuleInput[]): RulesDraft =>
  Object.fromEntries(rules.map((rule) => [rule.dimension, rule]))

/** The rules as they stand, their bands in the reader's language: what is the same in other words is not a change. */
export const draftOf = (rules: readonly LampRuleInput[], language: keyof Text): RulesDraft =>
  byDimension(
    rules.map((rule) => {
      const read = parseBands(rule.bands)
      return read.ok ? { ...rule, bands: printBands(read.value, language) } : rule
    }),
  )

export const rulesOf = (draft: RulesDraft): LampRuleInput[] =>
  LAMP_DIMENSIONS.flatMap((dimension) => draft[dimension] ?? [])

/** A shipped table laid over a draft: dimensions it does not speak of stay as they are. */
export function withTable(draft: RulesDraft, table: LampTable, language: keyof Text): RulesDraft {
  const taken = LAMP_DIMENSIONS.flatMap((dimension): LampRuleInput[] => {
    const rule = table.rules[dimension]
    if (!rule) return []
    const { measure, isExemptible: exemptible } = rule
    return [
      {
        dimension,
        measure,
        exemptible,
        bands: printBands(rule.bands, language),
        source: table.name[language],
      },
    ]
  })
  return { ...draft, ...byDimension(taken) }
}

const plain = (bands: readonly LampBand[]): string =>
  printBands(bands.map(({ note: _note, followUp: _then, ...band }) => band))

/** As the table has it, notes and what is done aside; bands that cannot be read yet are not. */
function isOfTable({ dimension, measure, bands }: LampRuleInput, { rules }: LampTable): boolean {
  const [read, rule] = [parseBands(bands), rules[dimension]]
  return read.ok && rule?.measure === measure && plain(read.value) === plain(rule.bands)
}

const changedSource = ({ name }: LampTable): Text =>
  text(`参照${name.zh}，有改动`, `After ${name.en}, changed`)

const saysOneOf = (source: string | null, { zh, en }: Text): boolean => source === zh || source === en

/** What was taken from a shipped table and then changed is that table's no more, and its source must not say so. */
export function withSource(rule: LampRuleInput, language: keyof Text): LampRuleInput {
  const table = LAMP_PRESETS.find(
    (one) => saysOneOf(rule.source, one.name) || saysOneOf(rule.source, changedSource(one)),
  )
  if (!table) return rule
  return { ...rule, source: (isOfTable(rule, table) ? table.name : changedSource(table))[language] }
}

/** The measures by which a dimension can be judged. */
export const measuresOf = (dimension: LampDimension): LampMeasure[] =>
  (Object.keys(MEASURES) as LampMeasure[]).filter((measure) => MEASURES[measure].dimension === dimension)

export const blankRule = (dimension: LampDimension): LampRuleInput => ({
  dimension,
  measure: measuresOf(dimension)[0] ?? 'points_behind',
  bands: '',
  exemptible: false,
  source: null,
})

/** What is wrong with a draft, by dimension: the same check as the server's. */
export function draftProblems(draft: RulesDraft): Partial<Record<LampDimension, readonly Problem[]>> {
  return Object.fromEntries(
    rulesOf(draft).flatMap((rule) => {
      const problems = lampRuleProblems(rule)
      return problems.length > 0 ? [[rule.dimension, problems] as const] : []
    }),
  )
}

/** The bands of a rule in words, as far as they can be read. */
export function bandWords({ bands, measure }: Pick<LampRuleInput, 'bands' | 'measure'>): readonly Text[] {
  const read = parseBands(bands)
  return read.ok ? read.value.map((band) => bandAndFollowUp(band, { measure })) : []
}

export const isSame = (a: RulesDraft, b: RulesDraft): boolean =>
  JSON.stringify(rulesOf(a)) === JSON.stringify(rulesOf(b))
