/** Chinese characters and their punctuation are as wide as the type is high; Latin letters and digits a good half. */
const fullWidth = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]/u
const em = 14
const half = 7.9

/** About how many pixels a text takes in a list. */
export const textWidth = (words: string): number =>
  [...words].reduce((sum, letter) => sum + (fullWidth.test(letter) ? em : half), 0)

/** Space at both sides of a cell. */
const padding = 26
/** Room in a head for the arrow of the order and the button of the filter. */
const headRoom = 68

/** A column is never narrower than a date nor wider than a sentence; what is longer takes a second line. */
const narrowest = 84
const widest = 300
const widestTitle = 400

/**
 * The width at which a column's texts stand on one line, within limits: a column cut to a fixed width would wrap the last
 * character of a company's name.
 */
export function fittedWidth(head: string, cells: readonly string[], isTitle: boolean): number {
  const most = isTitle ? widestTitle : widest
  const longest = cells.reduce((width, cell) => Math.max(width, textWidth(cell)), 0) + padding
  return Math.round(Math.max(narrowest, textWidth(head) + headRoom, Math.min(longest, most)))
}
