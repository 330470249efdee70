import { text, type Text } from '#engine/result/result'

/** What a limit is counted in: working days with make-up days, days of the calendar, or hours round the clock. */
export type ClockUnit = 'workday' | 'calendar_day' | 'hour'

/** When the lamp turns yellow: this many units left, or this share (0–1) of the limit left, whichever comes first. */
export interface WatchRule {
  readonly left?: number
  readonly leftShare?: number
}

/** A limit as data: how it is counted, when it warns, how often it may be extended. */
export interface ClockDefinition {
  readonly unit: ClockUnit
  /** The promised limit (承诺时限), in units; whole for days. Passing it turns the lamp red. */
  readonly limit: number
  /** The limit set by law (法定时限), in units, not below the promised one. Passing it escalates. */
  readonly statutoryLimit?: number
  /** `next_day`: the day after acceptance counts first (行政许可法). `same_day`: that day counts. Hours run at once. */
  readonly startRule: 'next_day' | 'same_day'
  /** What starts after this hour of the day counts as the next (working) day: 17 is five o'clock. Days only. */
  readonly cutOffHour?: number
  readonly watch?: WatchRule
  /** 行政许可法 Art. 42 allows one. */
  readonly maxExtensions: number
  /** The longest single extension, in units: 10 under Art. 42, 15 for joint handling. */
  readonly longestExtension?: number
}

/** FACTS §3.9: yellow when a fifth or one unit of the promised limit is left. */
export const DEFAULT_WATCH: WatchRule = { left: 1, leftShare: 0.2 }

/** What is wrong with a definition, each as a sentence with the mend; an empty list means that it can be used. */
export function clockProblems(definition: ClockDefinition): Text[] {
  const { unit, limit, statutoryLimit, maxExtensions } = definition
  const isCount = (n: number) => Number.isFinite(n) && n > 0 && (unit === 'hour' || Number.isInteger(n))
  const checks: [fine: boolean, problem: Text][] = [
    [
      isCount(limit),
      text(
        '承诺时限须为正数，按日计的须为整数',
        'The limit must be positive, and whole when counted in days',
      ),
    ],
    [
      statutoryLimit === undefined || (isCount(statutoryLimit) && statutoryLimit >= limit),
      text('法定时限不得短于承诺时限', 'The statutory limit must not be shorter than the promised one'),
    ],
    [
      Number.isInteger(maxExtensions) && maxExtensions >= 0,
      text('延期次数须为零或正整数', 'The number of extensions must be zero or a positive whole number'),
    ],
    [
      isWithin(definition.watch?.leftShare ?? 0, 1),
      text('预警比例须在0与1之间', 'The share that warns must lie between 0 and 1'),
    ],
    [
      isWithin(definition.cutOffHour ?? 24, 24),
      text('截止钟点须在0与24之间', 'The cut-off hour must lie between 0 and 24'),
    ],
  ]
  return checks.filter(([fine]) => !fine).map(([, problem]) => problem)
}

function isWithin(value: number, most: number): boolean {
  return value >= 0 && value <= most
}
