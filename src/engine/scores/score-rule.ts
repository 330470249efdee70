import { evaluate } from '#engine/formula/evaluate'
import { printFormula } from '#engine/formula/print-formula'
import type { Reader } from '#engine/formula/reader'
import { unknownBecause, type Value } from '#engine/formula/value'
import { isInRange, rangeText } from '#engine/lamps/range'
import { compareValues, multiply } from '#engine/quantity/arithmetic'
import { quantityInBase } from '#engine/quantity/convert-quantity'
import { isComplete, oneSource } from '#engine/quantity/coverage'
import { formatQuantity, type Language } from '#engine/quantity/format-quantity'
import { isKnown, quantity, UNKNOWN, type Coverage, type Quantity } from '#engine/quantity/quantity'
import { findUnit } from '#engine/quantity/unit'
import { text, type Text } from '#engine/result/result'
import type { CompiledSheet } from '#engine/scores/compile-sheet'
import type { ScoreFacts } from '#engine/scores/score-facts'
import { ownOf, type Place, type Places } from '#engine/scores/score-places'
import { boundsOfItem, type NumberInput, type ScoreItem, type ScoreRule } from '#engine/scores/score-sheet'

/** Whose item is scored, by which sheet, and the places among all that are scored. */
export interface Scoring {
  readonly compiled: CompiledSheet
  readonly facts: ScoreFacts
  readonly places: ReadonlyMap<string, Places>
}

/** Marks before cap, floor and evidence, with the way they came about in words; `why` when there are none. */
export interface Marked {
  readonly marks: Quantity
  readonly says: Text
  readonly why: Text | null
}

/** The marks that the rule of an item gives. */
export function markedBy(item: ScoreItem, scoring: Scoring): Marked {
  const { by } = item
  switch (by.kind) {
    case 'formula':
      return byFormula(item, scoring)
    case 'bands':
      return byBands(by, scoring)
    case 'choice':
      return byChoice(by, scoring)
    case 'rank':
      return byRank(item, by, scoring)
    case 'count':
      return byCount(by, scoring)
    case 'manual':
      return byHand(item, scoring.facts)
  }
}

type RuleOf<Kind extends ScoreRule['kind']> = Extract<ScoreRule, { kind: Kind }>

function byFormula(item: ScoreItem, { compiled, facts }: Scoring): Marked {
  const formula = compiled.formulas.get(item.code)
  if (!formula) return unmarked(text('公式不可用', 'the formula cannot be used'))
  const reader: Reader<null> = {
    read: (code) => readInput(numberInput(compiled, code), facts),
    step: () => [],
    trait: () => ({ isRate: false, isCumulative: false, isLessBetter: false }),
  }
  const { quantity: marks, why } = evaluate(formula, null, reader)
  const words = (language: Language) =>
    printFormula(formula, (code) => operandText(numberInput(compiled, code), facts, language))
  return { marks, says: text(words('zh'), words('en')), why }
}

function readInput(input: NumberInput | undefined, facts: ScoreFacts): Value {
  const own = input ? numberOf(facts, input) : UNKNOWN
  const unit = input ? findUnit(input.unit) : undefined
  if (!input || !unit || !isKnown(own)) return unknownBecause(unknownText(input?.name), oneSource(false))
  return { quantity: quantityInBase(own, unit), coverage: oneSource(true), why: null }
}

function byBands({ input: code, bands }: RuleOf<'bands'>, { compiled, facts }: Scoring): Marked {
  const input = numberInput(compiled, code)
  const own = input ? numberOf(facts, input) : UNKNOWN
  if (!input || !isKnown(own)) return unmarked(unknownText(input?.name))
  const { value } = own
  const band = bands.find((one) => isInRange(one, value))
  if (!band) return unmarked(text('没有对应的档', 'no band holds it'))
  const unit = findUnit(input.unit)
  const range = rangeText(band, text(unit?.zh ?? '', unit?.en ?? ''))
  const given = (language: Language) => operandText(input, facts, language)
  const says = text(`${given('zh')}，${range.zh}`, `${given('en')}; ${range.en}`)
  return { marks: quantity(band.marks), says, why: null }
}

function byChoice({ input: code, marks }: RuleOf<'choice'>, { compiled, facts }: Scoring): Marked {
  const input = compiled.inputs.get(code)
  const chosen = ownOf(facts.choices, code)
  if (!input || input.kind !== 'choice' || chosen === undefined) return unmarked(unknownText(input?.name))
  const option = input.options.find((one) => one.code === chosen)
  const given = ownOf(marks, chosen)
  if (!option || given === undefined)
    return unmarked(text(`没有选项“${chosen.slice(0, 40)}”`, `there is no option ${chosen.slice(0, 40)}`))
  const says = text(`${input.name.zh}：${option.name.zh}`, `${input.name.en}: ${option.name.en}`)
  return { marks: quantity(given), says, why: null }
}

/** Places are given among those whose number is known; one more known may only push others back: "at most". */
function byRank(item: ScoreItem, rule: RuleOf<'rank'>, { compiled, facts, places }: Scoring): Marked {
  const input = numberInput(compiled, rule.input)
  const own = input ? numberOf(facts, input) : UNKNOWN
  if (!input || !isKnown(own)) return unmarked(unknownText(input?.name))
  const among = places.get(item.code)
  const found = among?.placeOf(own.value)
  if (!among || !found) return unmarked(text('不在排名之列', 'it is not among those that are ranked'))
  const words = placeText(found, among.coverage)
  return {
    marks: quantity(marksAt(found.place, rule), isComplete(among.coverage) ? 'exact' : 'within'),
    says: text(
      `${operandText(input, facts, 'zh')}，${words.zh}`,
      `${operandText(input, facts, 'en')}; ${words.en}`,
    ),
    why: null,
  }
}

const marksAt = (place: number, { marks, rest = '0' }: RuleOf<'rank'>): string => marks[place - 1] ?? rest

function placeText({ place, ties }: Place, coverage: Coverage): Text {
  const { have, of } = coverage
  const tied = ties > 1 ? text('（并列）', ' (tied)') : text('', '')
  const known = isComplete(coverage)
    ? text('', '')
    : text(`，${of} 家中 ${have} 家已知`, `, ${have} of ${of} known`)
  return text(`第 ${place} 位${tied.zh}${known.zh}`, `place ${place}${tied.en}${known.en}`)
}

function byCount({ input: code, each, most }: RuleOf<'count'>, { compiled, facts }: Scoring): Marked {
  const input = numberInput(compiled, code)
  const own = input ? numberOf(facts, input) : UNKNOWN
  if (!input || !isKnown(own)) return unmarked(unknownText(input?.name))
  if (!/^\d+$/.test(own.value))
    return unmarked(
      text(`“${input.name.zh}”不是次数：${own.value}`, `“${input.name.en}” is no count: ${own.value}`),
    )
  const isCut = most !== undefined && compareValues(own.value, String(most)) > 0
  const counted = isCut ? quantity(most) : own
  const [zh, en] = [`每次 ${signed(each)}`, `${signed(each)} each`]
  const limit = isCut ? text(`，最多计 ${most} 次`, `, at most ${most} counted`) : text('', '')
  const says = text(
    `${operandText(input, facts, 'zh')}，${zh}${limit.zh}`,
    `${operandText(input, facts, 'en')}, ${en}${limit.en}`,
  )
  return { marks: multiply(counted, quantity(each)), says, why: null }
}

function byHand(item: ScoreItem, facts: ScoreFacts): Marked {
  const entry = ownOf(facts.entries, item.code) ?? UNKNOWN
  if (!isKnown(entry)) return unmarked(text('尚未打分', 'no marks are given yet'))
  const { cap, floor } = boundsOfItem(item)
  const isAbove = cap !== undefined && compareValues(entry.value, cap) > 0
  const isBelow = floor !== undefined && compareValues(entry.value, floor) < 0
  if (isAbove || isBelow)
    return unmarked(
      text(
        `打分 ${entry.value} 不在 ${floor} 至 ${cap} 之间`,
        `${entry.value} marks are not within ${floor} to ${cap}`,
      ),
    )
  return { marks: entry, says: text('人工打分', 'given by hand'), why: null }
}

function numberInput({ inputs }: CompiledSheet, code: string): NumberInput | undefined {
  const input = inputs.get(code)
  return input?.kind === 'number' ? input : undefined
}

const numberOf = ({ numbers }: ScoreFacts, { code }: NumberInput): Quantity => ownOf(numbers, code) ?? UNKNOWN

function operandText(input: NumberInput | undefined, facts: ScoreFacts, language: Language): string {
  if (!input) return ''
  const unit = findUnit(input.unit)
  const shown = formatQuantity(numberOf(facts, input), { language, ...(unit ? { unit: unit.code } : {}) })
  return `${input.name[language]} ${shown}`
}

const unknownText = (name: Text | undefined): Text =>
  text(`“${name?.zh ?? '?'}”未知`, `“${name?.en ?? '?'}” is unknown`)

const unmarked = (why: Text): Marked => ({ marks: UNKNOWN, says: why, why })

const signed = (marks: string): string => (marks.startsWith('-') ? `−${marks.slice(1)}` : `+${marks}`)
