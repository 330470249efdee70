import { plainWidth } from '#engine/records/read-value'

/** Words as they are compared: full-width forms plain, no spaces, marks or brackets' content, small letters. */
export const plainWords = (given: string): string =>
  plainWidth(given.normalize('NFC'))
    .replace(/[([{【〔][^)\]}】〕]*[)\]}】〕]/g, '')
    .replace(/[\s*:;,.'"、，。：；/·_\-()（）]/g, '')
    .toLowerCase()

const pairsOf = (word: string): string[] =>
  word.length < 2 ? [word] : [...word].slice(1).map((letter, at) => `${word[at] ?? ''}${letter}`)

/** How alike two words are, from 0 to 1, by the pairs of letters they share (Sørensen–Dice); order of the two is free. */
export function likeness(one: string, other: string): number {
  return likenessOfPlain(plainWords(one), plainWords(other))
}

/** The same of words that are plain already. */
export function likenessOfPlain(a: string, b: string): number {
  if (!a || !b) return 0
  if (a === b) return 1
  // Words that share no letter share no pair: most do not, and need no counting.
  if (![...a].some((letter) => b.includes(letter))) return 0
  const rest = pairsOf(b)
  const first = pairsOf(a)
  const all = first.length + rest.length
  let shared = 0
  for (const pair of first) {
    const at = rest.indexOf(pair)
    if (at < 0) continue
    rest.splice(at, 1)
    shared += 1
  }
  return (2 * shared) / all
}

/** One of two words holds the other whole: 望京 in 望京园. Single letters hold nothing. */
export function holds(one: string, other: string): boolean {
  const [short = '', long = ''] = [plainWords(one), plainWords(other)].sort((a, b) => a.length - b.length)
  return short.length >= 2 && long.includes(short)
}

/** The names most like a word, best first, at most `most`; nothing that shares too little with it. */
export function nearest<T>(
  word: string,
  names: readonly T[],
  { text, most = 3 }: { readonly text: (name: T) => string; readonly most?: number },
): T[] {
  const scored = names.map((name) => {
    const called = text(name)
    return { name, score: Math.max(likeness(word, called), holds(word, called) ? 0.7 : 0) }
  })
  return scored
    .filter(({ score }) => score >= 0.35)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ name }) => name)
}
