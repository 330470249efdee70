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

/** One or two characters as a number: sixteen bits each, which every character of Chinese fits. */
function term(character: string, next?: string): number {
  const code = (one: string) => (one.codePointAt(0) ?? 0) & 0xffff
  return next === undefined ? code(character) : (code(character) << 16) | code(next)
}

/**
 * Single characters and pairs of a text, as numbers: two Chinese characters are a common search, and trigrams cannot find
 * them. As texts a row's hundred terms took four fifths of the time it takes to store it. A query's pairs must all be
 * among a row's; the text itself then decides, so that two characters with one number do no harm.
 */
export function searchTerms(text: string): number[] {
  const characters = [...text.replace(/\s+/g, ' ')]
  const terms = new Set<number>()
  characters.forEach((character, index) => {
    if (character === ' ') return
    terms.add(term(character))
    const next = characters[index + 1]
    if (next && next !== ' ') terms.add(term(character, next))
  })
  return [...terms]
}

/** The terms a row must have for this search: pairs, or the single character when there is only one. */
export function queryTerms(query: string): number[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const pairs = words.flatMap((word) => {
    const characters = [...word]
    return characters.slice(1).map((next, index) => term(characters[index] ?? '', next))
  })
  return pairs.length > 0 ? [...new Set(pairs)] : words.map((word) => term([...word][0] ?? ''))
}
