import type { RangeProblemCode } from '#engine/lamps/range-problems'
import { shown } from '#engine/records/problem'
import { text, type Text } from '#engine/result/result'
import { MOST_ITEMS } from '#engine/scores/score-sheet'

export type SheetProblemCode =
  | RangeProblemCode
  | 'no_items'
  | 'too_many_items'
  | 'duplicate_code'
  | 'unknown_unit'
  | 'unknown_input'
  | 'wrong_input'
  | 'bad_formula'
  | 'reads_elsewhere'
  | 'not_a_number'
  | 'cap_below_floor'
  | 'wrong_sign'
  | 'no_bands'
  | 'unknown_option'
  | 'option_without_marks'
  | 'no_places'
  | 'places_rise'
  | 'bad_count'
  | 'no_limits'
  | 'weights_differ'

/** One thing wrong with a sheet: in which item, group or input (by code), what was given, how to mend it. */
export interface SheetProblem {
  readonly code: SheetProblemCode
  readonly at: string
  readonly value: string
  readonly says: Text
  readonly mend: Text
}

/** Where a problem is, and what was given. */
export interface SheetPlace {
  readonly code: string
  readonly name: Text
}

type Worded = Exclude<SheetProblemCode, RangeProblemCode | 'bad_formula'>

/** A problem in words. */
export function sheetProblem(code: Worded, { code: at, name }: SheetPlace, given: string): SheetProblem {
  const value = shown(given)
  const { says, mend } = WORDS[code]
  return { code, at, value, says: placed(name, says(value)), mend }
}

/** A problem found by another room (ranges, formulas), told with the item's name. */
export function foundProblem(
  code: RangeProblemCode | 'bad_formula',
  { code: at, name }: SheetPlace,
  found: { readonly value: string; readonly says: Text; readonly mend: Text },
): SheetProblem {
  return { code, at, value: shown(found.value), says: placed(name, found.says), mend: found.mend }
}

const placed = (name: Text, says: Text): Text =>
  text(`“${shown(name.zh)}”：${says.zh}`, `“${shown(name.en)}”: ${says.en}`)

interface Wording {
  readonly says: (value: string) => Text
  readonly mend: Text
}

const WORDS: Readonly<Record<Worded, Wording>> = {
  no_items: {
    says: () => text('没有任何评分项', 'there is no item'),
    mend: text('请至少添加一项', 'Add at least one item'),
  },
  too_many_items: {
    says: (value) => text(`有${value}个评分项`, `there are ${value} items`),
    mend: text(`最多${MOST_ITEMS}项，请拆成几张表`, `At most ${MOST_ITEMS}: divide it into several sheets`),
  },
  duplicate_code: {
    says: (value) => text(`编号“${value}”重复`, `the code ${value} is used twice`),
    mend: text('请换一个编号', 'Give it a code of its own'),
  },
  unknown_unit: {
    says: (value) => text(`没有计量单位“${value}”`, `there is no unit ${value}`),
    mend: text('请选用已有的计量单位，如 亿元、%、个', 'Use a known unit, such as 亿元, % or 个'),
  },
  unknown_input: {
    says: (value) => text(`没有输入项“${value}”`, `there is no input ${value}`),
    mend: text('请先在输入项中添加', 'Add it to the inputs first'),
  },
  wrong_input: {
    says: (value) => text(`输入项“${value}”的类型不合`, `the input ${value} is of the wrong kind`),
    mend: text(
      '分档、名次、计次用数值，选项用选择',
      'Bands, places and counts take numbers, options take a choice',
    ),
  },
  reads_elsewhere: {
    says: (value) =>
      text(`公式读取了别处或别期的数：${value}`, `the formula reads another place or time: ${value}`),
    mend: text(
      '评分公式只能用本表的输入项；名次请用“按名次”',
      'A score is made of this sheet’s inputs; for places use the rule by rank',
    ),
  },
  not_a_number: {
    says: (value) => text(`“${value}”不是分数`, `${value} is no number of marks`),
    mend: text('请填数字，如 25 或 -0.5', 'Enter a number such as 25 or -0.5'),
  },
  cap_below_floor: {
    says: (value) => text(`封顶低于保底：${value}`, `the cap is below the floor: ${value}`),
    mend: text('请更正封顶分或保底分', 'Correct the cap or the floor'),
  },
  wrong_sign: {
    says: (value) =>
      text(
        `分数“${value}”的正负与项目类型不符`,
        `the marks ${value} have the wrong sign for this kind of item`,
      ),
    mend: text('扣分填负数，得分和加分填正数', 'Deductions are below zero, scores and bonuses above'),
  },
  no_bands: {
    says: () => text('没有任何一档', 'there is no band'),
    mend: text('请至少设一档', 'Set at least one band'),
  },
  unknown_option: {
    says: (value) => text(`没有选项“${value}”`, `there is no option ${value}`),
    mend: text('请改用输入项已有的选项', 'Use an option of the input'),
  },
  option_without_marks: {
    says: (value) => text(`选项“${value}”没有分数`, `the option ${value} has no marks`),
    mend: text('请为每个选项填写分数（可为0）', 'Give every option its marks (they may be 0)'),
  },
  no_places: {
    says: () => text('没有名次得分', 'no place has marks'),
    mend: text('请按名次列出分数', 'List the marks by place'),
  },
  places_rise: {
    says: (value) => text(`名次靠后得分反而高：${value}`, `a later place gets more: ${value}`),
    mend: text('名次得分须从高到低', 'List the marks from high to low'),
  },
  bad_count: {
    says: (value) =>
      text(`最多次数“${value}”不是正整数`, `at most ${value} times is no whole number above zero`),
    mend: text('请填正整数，如 4', 'Enter a whole number such as 4'),
  },
  no_limits: {
    says: () => text('人工打分没有上下限', 'marks given by hand have no limits'),
    mend: text('请填写满分，扣分项填写最低分', 'Give full marks, or for a deduction a floor'),
  },
  weights_differ: {
    says: (value) =>
      text(`各项满分之和与总分不符：${value}`, `the full marks do not add up to the whole: ${value}`),
    mend: text('请调整各项满分或总分', 'Correct the items or the whole'),
  },
}
