/** Width of a text in em: Chinese characters are square, Latin letters about half. */
export const emWidth = (words: string): number =>
  [...words].reduce(
    (sum, letter) => sum + (letter.charCodeAt(0) > 0x2e7f ? 1 : /[A-Z%≈≥×MW—]/.test(letter) ? 0.7 : 0.55),
    0,
  )

/** Pieces between which a line may break: Latin words, single Chinese characters; an opening bracket keeps its word. */
const pieces = (words: string): string[] =>
  words.match(/[（(]?[^\s\u2e80-\uffef（]+\s?|[（(]?[\u2e80-\uffef][）)，、·]*|\s/g) ?? [words]

function cut(words: string, widest: number): string {
  let kept = words.trim()
  while (kept && emWidth(`${kept}…`) > widest) kept = kept.slice(0, -1)
  return `${kept}…`
}

/** A label in at most `most` lines of `widest` em; what does not fit ends in …, the whole name is told elsewhere. */
export function labelLines(words: string, widest: number, most: number): string[] {
  const lines = ['']
  for (const piece of pieces(words)) {
    const line = lines.at(-1) ?? ''
    if (line === '' || emWidth((line + piece).trimEnd()) <= widest) lines[lines.length - 1] = line + piece
    else lines.push(piece)
  }
  const kept = lines.slice(0, most).map((line) => line.trim())
  const isCut = lines.length > most
  return kept.map((line, index) =>
    (isCut && index === most - 1) || emWidth(line) > widest ? cut(isCut ? `${line} ` : line, widest) : line,
  )
}

/** The largest size between two, in px, at which a text fits one line; the smallest where it fits at none. */
export const fitSize = (words: string, room: number, [least, largest]: readonly [number, number]): number =>
  Math.max(least, Math.min(largest, room / Math.max(emWidth(words), 1)))
