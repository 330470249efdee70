import type { Text } from '#engine/result/result'
import { text } from '#engine/result/result'
import type { Range } from '#engine/lamps/range'

/** The colours in use, from good to bad. A lamp that cannot be told is `unknown`, which is no colour of a table. */
export const LAMP_COLOURS = ['green', 'blue', 'yellow', 'orange', 'red'] as const

export type LampColour = (typeof LAMP_COLOURS)[number]

/** What a project is judged in; each has its own lamp. */
export type LampDimension = 'progress' | 'start' | 'money' | 'entry' | 'node'

/**
 * What a rule's thresholds are in. `points_behind`: percentage points behind time progress. `pace_ratio`: completion in %
 * of time progress. `paid_ratio`: money paid in % of what is due. `days_late`: days after a node's date.
 * `months_running`: months in a row not started. `months_since`: months since the start, not entered.
 */
export type LampMeasure =
  'points_behind' | 'pace_ratio' | 'paid_ratio' | 'days_late' | 'months_running' | 'months_since'

interface MeasureTraits {
  readonly dimension: LampDimension
  readonly unit: Text
  /** More is worse, as with days late; less is worse with ratios. */
  readonly worse: 'more' | 'less'
  readonly isWhole: boolean
  /** Months and ratios never are; points and days behind are, once a project is ahead. */
  readonly isNeverNegative: boolean
  /** What no more than zero means, what more than zero means, and how a size of the latter is said. */
  readonly zero?: { readonly none: Text; readonly some: Text; readonly sized: (range: Text) => Text }
}

const ratio = { unit: text('%', '%'), worse: 'less', isWhole: false, isNeverNegative: true } as const

export const MEASURES: Readonly<Record<LampMeasure, MeasureTraits>> = {
  points_behind: {
    dimension: 'progress',
    unit: text('个百分点', 'points'),
    worse: 'more',
    isWhole: false,
    isNeverNegative: false,
    zero: {
      none: text('不落后序时进度', 'not behind time progress'),
      some: text('落后序时进度', 'behind time progress'),
      sized: ({ zh, en }) => text(`落后${zh}`, `${en} behind`),
    },
  },
  pace_ratio: { ...ratio, dimension: 'progress' },
  paid_ratio: { ...ratio, dimension: 'money' },
  days_late: {
    dimension: 'node',
    unit: text('天', 'days'),
    worse: 'more',
    isWhole: true,
    isNeverNegative: false,
    zero: {
      none: text('没有延误', 'not late'),
      some: text('有延误', 'late'),
      sized: ({ zh, en }) => text(`延误${zh}`, `${en} late`),
    },
  },
  months_running: {
    dimension: 'start',
    unit: text('个月', 'months'),
    worse: 'more',
    isWhole: true,
    isNeverNegative: true,
    zero: {
      none: text('未到期', 'not due'),
      some: text('到期未开工', 'due and not started'),
      sized: ({ zh, en }) => text(`到期${zh}`, `${en} overdue`),
    },
  },
  months_since: {
    dimension: 'entry',
    unit: text('个月', 'months'),
    worse: 'more',
    isWhole: false,
    isNeverNegative: true,
  },
}

/**
 * One colour and the values it stands for. `note` says what the source leaves open and how it is read here; `followUp`
 * what is done under this lamp, where that is not what the table says for its colour.
 */
export interface LampBand extends Range {
  readonly colour: LampColour
  readonly note?: Text
  readonly followUp?: Text
}

/** The rule of one dimension: bands that cover every value once, from low to high. */
export interface LampRule {
  readonly measure: LampMeasure
  readonly bands: readonly LampBand[]
  /** The colour once there is nothing left to judge: started, entered, finished, nothing due. Green unless said otherwise. */
  readonly settled?: LampColour
  /** May a good reason (正当理由), approved, take the lamp away? */
  readonly isExemptible: boolean
}

/** A zone's lamps as data: at most one rule for each dimension, and what is done after a lamp. */
export interface LampTable {
  readonly code: string
  readonly name: Text
  readonly rules: Readonly<Partial<Record<LampDimension, LampRule>>>
  readonly followUp?: Readonly<Partial<Record<LampColour, Text>>>
}

export const LAMP_DIMENSIONS = [
  'progress',
  'start',
  'money',
  'entry',
  'node',
] as const satisfies readonly LampDimension[]

export const COLOUR_WORDS: Readonly<Record<LampColour, Text>> = {
  green: text('绿灯', 'green'),
  blue: text('蓝灯', 'blue'),
  yellow: text('黄灯', 'yellow'),
  orange: text('橙灯', 'orange'),
  red: text('红灯', 'red'),
}

export const DIMENSION_WORDS: Readonly<Record<LampDimension, Text>> = {
  progress: text('进度', 'progress'),
  start: text('开工', 'start'),
  money: text('资金支付', 'payment of funds'),
  entry: text('入库', 'statistics entry'),
  node: text('节点', 'node'),
}

export const MEASURE_WORDS: Readonly<Record<LampMeasure, Text>> = {
  points_behind: text('落后序时进度（个百分点）', 'Points behind time progress'),
  pace_ratio: text('完成率占序时进度（%）', 'Completion in % of time progress'),
  paid_ratio: text('已支付占应支付（%）', 'Paid in % of what is due'),
  days_late: text('节点延误（天）', 'Days a node is late'),
  months_running: text('到期未开工（连续月数）', 'Months running not started'),
  months_since: text('开工后未入库（月数）', 'Months since the start, not entered'),
}

/** How bad a colour is: 0 green … 4 red. */
export const severity = (colour: LampColour): number => LAMP_COLOURS.indexOf(colour)
