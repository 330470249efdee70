import { text, type Text } from '#engine/result/result'
import type { Term } from '#glossary/term'
import { figuresTerms } from '#glossary/figures.data'
import { organisationTerms } from '#glossary/organisation.data'
import { recordsTerms } from '#glossary/records.data'
import { clocksTerms } from '#glossary/clocks.data'
import { projectsTerms } from '#glossary/projects.data'
import { casesTerms } from '#glossary/cases.data'
import { enterprisesTerms } from '#glossary/enterprises.data'
import { investmentTerms } from '#glossary/investment.data'
import { spaceTerms } from '#glossary/space.data'
import { talentTerms } from '#glossary/talent.data'
import { innovationTerms } from '#glossary/innovation.data'
import { safetyTerms } from '#glossary/safety.data'
import { governanceTerms } from '#glossary/governance.data'
import { authorityTerms } from '#glossary/authority.data'

const declared = [
  ...figuresTerms,
  ...organisationTerms,
  ...recordsTerms,
  ...clocksTerms,
  ...projectsTerms,
  ...casesTerms,
  ...enterprisesTerms,
  ...investmentTerms,
  ...spaceTerms,
  ...talentTerms,
  ...innovationTerms,
  ...safetyTerms,
  ...governanceTerms,
  ...authorityTerms,
] as const

/** The identifier of a business word: the compiler refuses one that is not in the glossary. */
export type TermId = (typeof declared)[number]['id']

/** Every term, by topic. */
export const terms: readonly Term[] = declared

const byId = new Map<string, Term>(terms.map((term) => [term.id, term]))

/** The term of an identifier. */
export function term(id: TermId): Term {
  const found = byId.get(id)
  // Only a cast can lead here: TermId is the list itself.
  if (found === undefined) throw new Error(`No term "${id}" in the glossary`)
  return found
}

/** The term of a word from outside (a table name, a query), or undefined. */
export function findTerm(id: string): Term | undefined {
  return byId.get(id)
}

/** Chinese and English name of a term, as every label wants it. */
export function termLabel(id: TermId): Text {
  const { zh, en } = term(id)
  return text(zh, en)
}

/** A word to avoid, and the term to use instead. */
export interface AvoidedWord {
  readonly word: string
  readonly instead: Term
}

const avoided = terms.flatMap((instead) =>
  (instead.avoid ?? []).map((word) => ({ word, instead, pattern: wholeWord(word) })),
)

/** The words to avoid that an English text uses, whole words in any case, also in the plural; none is an empty list. */
export function avoidedWordsIn(english: string): AvoidedWord[] {
  return avoided
    .filter(({ pattern }) => pattern.test(english))
    .map(({ word, instead }) => ({ word, instead }))
}

function wholeWord(word: string): RegExp {
  return new RegExp(`\\b${word.replace(/[^\w ]/g, '\\$&')}s?\\b`, 'i')
}
