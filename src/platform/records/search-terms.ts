import { pinyin } from 'pinyin-pro'
import type { RecordType } from '#engine/records/record'

const han = /\p{Script=Han}/u

/** Names repeat (units, choices, people); the dictionary look-up is the slow part of an import. */
const known = new Map<string, { full: string; initials: string }>()

function spelled(text: string): { full: string; initials: string } {
  const before = known.get(text)
  if (before) return before
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  const spelling = {
    full: syllables.join(''),
    initials: syllables.map((syllable) => syllable[0] ?? '').join(''),
  }
  if (known.size > 50_000) known.clear()
  known.set(text, spelling)
  return spelling
}

/** The key that sorts Chinese names by sound, as a name list on paper does; other text sorts by itself. */
export function titleKey(title: unknown): string | null {
  if (typeof title !== 'string' || title === '') return null
  const lower = title.toLowerCase()
  return han.test(lower) ? `${spelled(lower).full} ${lower}`.slice(0, 200) : lower.slice(0, 200)
}

/** The text a search box looks in: what is written, its full pinyin and its initials, one field a line. */
export function searchText(record: RecordType, row: Readonly<Record<string, unknown>>): string {
  return Object.entries(record.fields)
    .filter(([name, field]) => field.search && typeof row[name] === 'string')
    .map(([name]) => (row[name] as string).toLowerCase())
    .map((text) => (han.test(text) ? `${text} ${spelled(text).full} ${spelled(text).initials}` : text))
    .join('\n')
}

/**
 * Single characters and pairs of a text: two Chinese characters are a common search, and trigrams cannot find them. A
 * query's pairs must all be among a row's; LIKE then decides.
 */
export function searchTerms(text: string): string[] {
  const characters = [...text.replace(/\s+/g, ' ')]
  const terms = new Set<string>()
  characters.forEach((character, index) => {
    if (character === ' ') return
    terms.add(character)
    const next = characters[index + 1]
    if (next && next !== ' ') terms.add(character + next)
  })
  return [...terms]
}

/** The terms a row must have for this search: pairs, or the single character when there is only one. */
export function queryTerms(query: string): string[] {
  const terms = searchTerms(query.toLowerCase())
  const pairs = terms.filter((term) => [...term].length === 2)
  return pairs.length > 0 ? pairs : terms
}
