import { compareValues } from '#engine/quantity/arithmetic'
import { rangeProblems } from '#engine/lamps/range-problems'
import {
  boundsOfItem,
  type ChoiceInput,
  type ScoreInput,
  type ScoreItem,
  type ScoreRule,
} from '#engine/scores/score-sheet'
import { foundProblem, sheetProblem, type SheetProblem } from '#engine/scores/sheet-problem'

/** The inputs of a sheet by their code. */
export type Inputs = ReadonlyMap<string, ScoreInput>

/** What is wrong with the rule of an item, formulas apart. */
export function ruleProblems(item: ScoreItem, inputs: Inputs): SheetProblem[] {
  const { by } = item
  switch (by.kind) {
    case 'formula':
      return []
    case 'manual':
      return manualProblems(item)
    case 'choice':
      return choiceProblems(item, by, inputs)
    case 'bands':
      return bandsProblems(item, by, inputs)
    case 'rank':
      return [...numberInput(item, by.input, inputs), ...rankProblems(item, by)]
    case 'count':
      return [...numberInput(item, by.input, inputs), ...countProblems(item, by)]
  }
}

/** Marks as text: digits only, so that nothing hostile becomes a score. */
export const isMarks = (marks: unknown): marks is string =>
  typeof marks === 'string' && /^-?\d{1,9}(\.\d{1,6})?$/.test(marks)

/** Marks that are no number, or of the wrong sign for the kind of item. */
export function marksProblems(item: ScoreItem, marks: readonly string[]): SheetProblem[] {
  const bad = marks.filter((one) => !isMarks(one))
  if (bad.length > 0) return bad.map((one) => sheetProblem('not_a_number', item, String(one)))
  const isWrong = (one: string) =>
    item.kind === 'deduction'
      ? compareValues(one, '0') > 0
      : item.kind === 'bonus' && compareValues(one, '0') < 0
  return marks.filter(isWrong).map((one) => sheetProblem('wrong_sign', item, one))
}

function numberInput(item: ScoreItem, code: string, inputs: Inputs): SheetProblem[] {
  const input = inputs.get(code)
  if (!input) return [sheetProblem('unknown_input', item, code)]
  return input.kind === 'number' ? [] : [sheetProblem('wrong_input', item, code)]
}

/** The assessor must be told how far the marks may go. */
function manualProblems(item: ScoreItem): SheetProblem[] {
  const { cap, floor } = boundsOfItem(item)
  return cap === undefined || floor === undefined ? [sheetProblem('no_limits', item, '')] : []
}

type RuleOf<Kind extends ScoreRule['kind']> = Extract<ScoreRule, { kind: Kind }>

function choiceProblems(item: ScoreItem, { input, marks }: RuleOf<'choice'>, inputs: Inputs): SheetProblem[] {
  const found = inputs.get(input)
  if (!found) return [sheetProblem('unknown_input', item, input)]
  if (found.kind !== 'choice') return [sheetProblem('wrong_input', item, input)]
  return [...optionProblems(item, marks, found), ...marksProblems(item, Object.values(marks))]
}

function optionProblems(
  item: ScoreItem,
  marks: Readonly<Record<string, string>>,
  { options }: ChoiceInput,
): SheetProblem[] {
  const strangers = Object.keys(marks).filter((code) => !options.some((option) => option.code === code))
  const forgotten = options.filter(({ code }) => !Object.hasOwn(marks, code))
  return [
    ...strangers.map((code) => sheetProblem('unknown_option', item, code)),
    ...forgotten.map(({ code }) => sheetProblem('option_without_marks', item, code)),
  ]
}

function bandsProblems(item: ScoreItem, { input, bands }: RuleOf<'bands'>, inputs: Inputs): SheetProblem[] {
  if (bands.length === 0) return [sheetProblem('no_bands', item, '')]
  return [
    ...numberInput(item, input, inputs),
    ...rangeProblems(bands, { isWhole: false }).map((found) => foundProblem(found.code, item, found)),
    ...marksProblems(
      item,
      bands.map(({ marks }) => marks),
    ),
  ]
}

function rankProblems(item: ScoreItem, { marks, rest = '0' }: RuleOf<'rank'>): SheetProblem[] {
  if (marks.length === 0) return [sheetProblem('no_places', item, '')]
  const all = [...marks, rest]
  const problems = marksProblems(item, all)
  if (problems.length > 0) return problems
  const rising = all.findIndex((one, place) => place > 0 && compareValues(one, all[place - 1] ?? one) > 0)
  return rising < 0 ? [] : [sheetProblem('places_rise', item, `${all[rising - 1]}, ${all[rising]}`)]
}

function countProblems(item: ScoreItem, { each, most }: RuleOf<'count'>): SheetProblem[] {
  const isCount = most === undefined || (Number.isSafeInteger(most) && most > 0)
  const problems = marksProblems(item, [each])
  return isCount ? problems : [...problems, sheetProblem('bad_count', item, String(most))]
}
