import type { Qualifier } from '#engine/quantity/quantity'

type Word = readonly [word: string, qualifier: Qualifier]

/** Words before a number; longer ones first, so that 不超过 is not read as 超过. */
const BEFORE: readonly Word[] = [
  ['more than', 'over'],
  ['at least', 'at_least'],
  ['no less than', 'at_least'],
  ['no more than', 'within'],
  ['up to', 'within'],
  ['within', 'within'],
  ['over', 'over'],
  ['about', 'about'],
  ['around', 'about'],
  ['approx.', 'about'],
  ['不超过', 'within'],
  ['不高于', 'within'],
  ['不少于', 'at_least'],
  ['不低于', 'at_least'],
  ['至少', 'at_least'],
  ['不到', 'within'],
  ['超过', 'over'],
  ['突破', 'over'],
  ['高于', 'over'],
  ['超', 'over'],
  ['逾', 'over'],
  ['大约', 'about'],
  ['约为', 'about'],
  ['约', 'about'],
  ['近', 'about'],
  ['≥', 'at_least'],
  ['>=', 'at_least'],
  ['≤', 'within'],
  ['<=', 'within'],
  ['>', 'over'],
  ['<', 'within'],
  ['≈', 'about'],
  ['~', 'about'],
]

/** Marks and words after a number or its unit. */
const AFTER: readonly Word[] = [
  ['以上', 'at_least'],
  ['以内', 'within'],
  ['以下', 'within'],
  ['左右', 'about'],
  ['上下', 'about'],
  ['+', 'over'],
  ['多', 'over'],
  ['余', 'over'],
]

/** The rest of the text, and the qualifiers that were taken from it. */
export interface Taken {
  readonly rest: string
  readonly found: readonly Qualifier[]
}

/** Takes at most one qualifying word from the front of a lower-cased text. */
export function takeLeading(input: string): Taken {
  const hit = BEFORE.find(([word]) => input.startsWith(word))
  return hit ? { rest: input.slice(hit[0].length).trim(), found: [hit[1]] } : { rest: input, found: [] }
}

/** Takes at most one qualifying word from the end. */
export function takeTrailing(input: string): Taken {
  const hit = AFTER.find(([word]) => input.endsWith(word))
  return hit ? { rest: input.slice(0, -hit[0].length).trim(), found: [hit[1]] } : { rest: input, found: [] }
}
