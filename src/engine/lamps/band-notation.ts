import { canonical } from '#engine/quantity/decimal'
import { shown } from '#engine/records/problem'
import { fail, ok, text, type Result, type Text } from '#engine/result/result'
import { COLOUR_WORDS, LAMP_COLOURS, type LampBand, type LampColour } from '#engine/lamps/lamp-table'
import type { Range } from '#engine/lamps/range'

/** One line that cannot be read, counted from 1: what stands there and how to write it. */
export interface BandProblem {
  readonly line: number
  readonly value: string
  readonly says: Text
  readonly mend: Text
}

const signs = [
  ['atLeast', '≥'],
  ['above', '>'],
  ['atMost', '≤'],
  ['below', '<'],
] as const satisfies readonly (readonly [keyof Range, string])[]

function rangeNotation(range: Range): string {
  if (range.atLeast !== undefined && range.atLeast === range.atMost) return `=${range.atLeast}`
  const ends = signs.flatMap(([end, sign]) => (range[end] === undefined ? [] : [`${sign}${range[end]}`]))
  return ends.length === 0 ? 'any' : ends.join(' ')
}

const behind = (sign: string, words: Text | undefined): string => {
  if (!words) return ''
  const { zh, en } = words
  return ` ${sign} ${zh === en ? zh : `${zh} | ${en}`}`
}

/**
 * Bands as a person writes them and a cell of a sheet holds them, one a line from low to high: `黄灯 ≥10 ≤30`, `红灯 >30`,
 * `黄灯 =1`; what is done under the lamp stands behind `→`, a note behind `#`, the English of either behind `|`.
 * `parseBands` reads back the same.
 */
export const printBands = (bands: readonly LampBand[], language: keyof Text = 'zh'): string =>
  bands
    .map((band) => {
      const line = `${COLOUR_WORDS[band.colour][language]} ${rangeNotation(band)}`
      return line + behind('→', band.followUp) + behind('#', band.note)
    })
    .join('\n')

/** Reads `printBands`, and what people write instead: 黄：10 至 30、red > 30、黄灯 ≥10，<15. All lines that cannot be read are named. */
export function parseBands(given: string): Result<LampBand[], BandProblem[]> {
  const lines = given.split(/\r?\n/).flatMap((line, index) => (line.trim() === '' ? [] : [{ line, index }]))
  const read = lines.map(({ line, index }) => bandIn(line, index + 1))
  const problems = read.flatMap((one) => ('problem' in one ? [one.problem] : []))
  return problems.length > 0 ? fail(problems) : ok(read.flatMap((one) => ('band' in one ? [one.band] : [])))
}

type Read = { readonly band: LampBand } | { readonly problem: BandProblem }

function bandIn(written: string, line: number): Read {
  const [said = '', ...rest] = written.split(/[#＃]/)
  const [rule = '', ...then] = said.split(/→|->/)
  const [, word = '', ends = ''] = /^\s*(\p{L}+)\s*:?\s*(.*)$/u.exec(rule.normalize('NFKC')) ?? []
  const colour = colourIn(word)
  if (!colour) return refused(line, written, NO_COLOUR)
  const range = rangeIn(ends)
  if (!range) return refused(line, written, NO_RANGE)
  const [followUp, note] = [wordsIn(then.join('→')), wordsIn(rest.join('#'))]
  return { band: { colour, ...range, ...(followUp && { followUp }), ...(note && { note }) } }
}

const colourIn = (word: string): LampColour | undefined =>
  LAMP_COLOURS.find((colour) => {
    const { zh } = COLOUR_WORDS[colour]
    return [colour, zh, zh.slice(0, 1), `${zh.slice(0, 1)}色`].includes(word.toLowerCase())
  })

const number = String.raw`-?\d{1,12}(?:\.\d{1,12})?`
const between = new RegExp(`^(${number})\\s*(?:至|到|~|–|to)\\s*(${number})$`)
const bound = new RegExp(`^(>=|<=|≥|≤|>|<|=)\\s*(${number})$`)
const anyValue = /^(any|任何|任何数值)$/

const endOf: Readonly<Partial<Record<string, readonly (keyof Range)[]>>> = {
  '>=': ['atLeast'],
  '≥': ['atLeast'],
  '<=': ['atMost'],
  '≤': ['atMost'],
  '>': ['above'],
  '<': ['below'],
  '=': ['atLeast', 'atMost'],
}

/** The range, or nothing where it cannot be read: an end said twice is none either. */
function rangeIn(written: string): Range | undefined {
  const ends = written
    .trim()
    .replace(/[%个百分点月天]+$/, '')
    .trim()
  if (anyValue.test(ends)) return {}
  const [, from, to] = between.exec(ends) ?? []
  if (from !== undefined && to !== undefined) return { atLeast: canonical(from), atMost: canonical(to) }
  return boundsIn(ends.split(/(?:\s*[,、且]\s*|\s+(?=[<>=≥≤]))/).filter((part) => part !== ''))
}

function boundsIn(parts: readonly string[]): Range | undefined {
  const range: { -readonly [K in keyof Range]: string } = {}
  for (const part of parts) {
    const [, sign = '', value = ''] = bound.exec(part) ?? []
    const named = endOf[sign]
    if (!named || named.some((end) => range[end] !== undefined)) return undefined
    for (const end of named) range[end] = canonical(value)
  }
  return parts.length === 0 || isTwice(range) ? undefined : range
}

/** Two lower or two upper ends say two things at once. */
const isTwice = ({ atLeast, above, atMost, below }: Range): boolean =>
  (atLeast !== undefined && above !== undefined) || (atMost !== undefined && below !== undefined)

function wordsIn(written: string): Text | undefined {
  const [zh = '', en = zh] = written.split(/[|｜]/).map((part) => part.trim())
  return zh === '' ? undefined : text(zh, en)
}

const refused = (line: number, written: string, why: Pick<BandProblem, 'says' | 'mend'>): Read => {
  const says = text(`第 ${line} 行${why.says.zh}`, `Line ${line} ${why.says.en}`)
  return { problem: { line, value: shown(written.trim()), says, mend: why.mend } }
}

const NO_COLOUR = {
  says: text('没有写明灯色', 'names no colour'),
  mend: text(
    '每行先写灯色：绿灯、蓝灯、黄灯、橙灯、红灯',
    'Begin each line with green, blue, yellow, orange or red',
  ),
}

const NO_RANGE = {
  says: text('的范围无法理解', 'has a range that cannot be read'),
  mend: text(
    '范围写成 ≥10 ≤30、>30、=1，两端是否含本数看符号',
    'Write a range like ≥10 ≤30, >30 or =1; the sign says whether the end is included',
  ),
}
