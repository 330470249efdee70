import type { FormulaError, FormulaErrorCode } from '#engine/formula/expression'
import { UNIT_ROWS } from '#engine/quantity/units.data'
import { fail, ok, text, type Result, type Text } from '#engine/result/result'

/** A word of the formula language. `at` counts characters from 1. */
export interface Token {
  readonly kind: 'number' | 'name' | 'quoted' | 'symbol' | 'end'
  readonly text: string
  /** Code of the unit written at a number (8%, 100亿元), else null. */
  readonly unit: string | null
  readonly at: number
}

/** Long enough for the longest index definition, short enough to check in a moment. */
export const LONGEST_FORMULA = 2000

/** Chinese and typographic forms, one character for one, so that places in the text stay right. */
const PLAIN = new Map(
  Object.entries({
    '（': '(',
    '）': ')',
    '【': '[',
    '】': ']',
    '，': ',',
    '、': ',',
    '＋': '+',
    '－': '-',
    '−': '-',
    '–': '-',
    '＊': '*',
    '×': '*',
    '·': '*',
    '／': '/',
    '÷': '/',
    '＜': '<',
    '＞': '>',
    '＝': '=',
    '％': '%',
    '．': '.',
    '\u3000': ' ',
  }),
)

const SYMBOL = /^(<=|>=|<>|!=|==|[-+*/(),<>=≤≥≠])/
const NUMBER = /^(\d{1,20}(\.\d{1,12})?|\.\d{1,12})/
const NAME = /^[\p{L}_][\p{L}\p{N}_]{0,99}/u
const QUOTED = /^\[(?=\s*[^\s[\]])([^[\]]{1,100})\]/
const SAME = new Map(Object.entries({ '≤': '<=', '≥': '>=', '≠': '<>', '!=': '<>', '==': '=' }))

const UNITS_AT_NUMBERS = [...UNIT_ROWS].sort((a, b) => b.zh.length - a.zh.length)

/** Splits a formula into words; the first character that belongs to none is refused with its place. */
export function tokenize(formula: string): Result<readonly Token[], FormulaError> {
  if (formula.length > LONGEST_FORMULA) return refuse('too_long', 1, tooLong)
  const plain = formula.split('').map(plainForm).join('')
  const tokens: Token[] = []
  let place = 0
  while (place < plain.length) {
    const rest = plain.slice(place)
    const space = /^\s+/.exec(rest)
    const next = space ? null : tokenAt(rest, formula.slice(place), place + 1)
    if (!space && !next) return refuse('unexpected_character', place + 1, unexpected(rest.slice(0, 1)))
    if (next) tokens.push(next.token)
    place += space ? space[0].length : (next?.length ?? 1)
  }
  return ok([...tokens, { kind: 'end', text: '', unit: null, at: plain.length + 1 }])
}

interface Found {
  readonly token: Token
  readonly length: number
}

/** A name in brackets is taken as it was written: its punctuation belongs to the name. */
function tokenAt(rest: string, written: string, at: number): Found | null {
  const number = NUMBER.exec(rest)
  if (number) return numberWithUnit(number[0], rest, at)
  const quoted = QUOTED.exec(rest)
  if (quoted)
    return found('quoted', written.slice(1, quoted[0].length - 1).trim(), { at, length: quoted[0].length })
  const name = NAME.exec(rest)
  if (name) return found('name', name[0], { at, length: name[0].length })
  const symbol = SYMBOL.exec(rest)
  return symbol ? found('symbol', SAME.get(symbol[0]) ?? symbol[0], { at, length: symbol[0].length }) : null
}

const found = (
  kind: Token['kind'],
  word: string,
  place: { readonly at: number; readonly length: number },
): Found => ({
  token: { kind, text: word, unit: null, at: place.at },
  length: place.length,
})

function numberWithUnit(digits: string, rest: string, at: number): Found {
  const after = rest.slice(digits.length)
  const unit = UNITS_AT_NUMBERS.find((row) => after.startsWith(row.zh))
  const length = digits.length + (unit?.zh.length ?? 0)
  return { token: { kind: 'number', text: digits, unit: unit?.code ?? null, at }, length }
}

function plainForm(char: string): string {
  const digit = char.charCodeAt(0) - 0xff10
  return PLAIN.get(char) ?? (digit >= 0 && digit <= 9 ? String(digit) : char)
}

export const refuse = (code: FormulaErrorCode, at: number, message: Text) =>
  fail<FormulaError>({ code, at, message })

const tooLong = text(
  `公式过长（最多 ${LONGEST_FORMULA} 字）`,
  `The formula is too long (at most ${LONGEST_FORMULA} characters)`,
)

const unexpected = (char: string): Text =>
  text(
    `公式里不能用“${char}”；名称含标点时写成 [名称]`,
    `“${char}” has no meaning here; write a name with punctuation as [name]`,
  )
