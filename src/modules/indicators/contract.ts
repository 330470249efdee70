import { text } from '#engine/result/result'

/** Codes of the indicators module: status, what happened, how to mend it. */
export const indicatorErrors = {
  report_not_open: {
    status: 409,
    says: text('报表不在填报状态，不能修改', 'The report is not open for entry'),
    mend: text('请先撤回、退回或发起更正', 'Withdraw it, have it returned, or start a correction first.'),
  },
  report_incomplete: {
    status: 422,
    says: text('报表未通过校验', 'The report does not pass its checks'),
    mend: text('请按各项提示更正或填写说明', 'Correct the figures named, or explain them.'),
  },
  locked_above: {
    status: 409,
    says: text(
      '上级单位本期报表已发布，本级已锁定',
      'The unit above has published this period: this level is locked',
    ),
    mend: text('请先由上级发起更正', 'The level above has to start a correction first.'),
  },
  unknown_figure: {
    status: 404,
    says: text('没有这个数据', 'There is no such figure'),
    mend: text('请核对单位、指标、期间和性质', 'Check unit, indicator, period and nature.'),
  },
  formula_refused: {
    status: 422,
    says: text('指标定义有误', 'The indicator does not work out'),
    mend: text('请按提示修改公式或汇总规则', 'Correct the formula or the roll-up rule.'),
  },
} as const

/** One figure as the API and the command line give it. */
export interface FigureReply {
  readonly unit: string
  readonly indicator: string
  readonly period: string
  readonly nature: string
  readonly value: string | null
  readonly qualifier: string
  readonly measure: string
  readonly origin: string
  readonly sample: boolean
  readonly coverage: { readonly have: number; readonly of: number }
  readonly ambiguity: { readonly zh: string; readonly en: string } | null
  /** What the units below say, where it differs from the unit's own figure. */
  readonly derived: string | null
}

/** What pages need to print an indicator's figures. */
export interface IndicatorReply {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly unit: string
  readonly decimals: number
  readonly direction: 'up' | 'down' | 'none'
  readonly frequency: string
  readonly accumulation: string
  readonly theme: string | null
  readonly of_which: string | null
}

/** `GET /api/figures` */
export interface FiguresReply {
  readonly figures: readonly FigureReply[]
  readonly indicators: Readonly<Record<string, IndicatorReply>>
}

/** One published revision of a figure. */
export interface RevisionReply {
  readonly revision: number
  readonly value: string | null
  readonly qualifier: string
  readonly origin: string
  readonly source: string | null
  readonly note: string | null
  readonly sample: boolean
  readonly report: string | null
  readonly reported_by: string | null
  readonly reported_at: string | null
  readonly verified_by: string | null
  readonly verified_at: string | null
  readonly published_by: string
  readonly published_at: string
}

/** A line of a month's grid: what is entered, beside what it is judged by. */
export interface GridLine {
  readonly indicator: IndicatorReply
  readonly value: string | null
  readonly qualifier: string
  readonly explanation: string | null
  readonly previous: FigureReply | null
  readonly last_year: FigureReply | null
  readonly target: FigureReply | null
}

export interface FindingReply {
  readonly indicator: string
  readonly severity: 'error' | 'warning'
  readonly says: { readonly zh: string; readonly en: string }
  readonly needs_explanation: boolean
}

/** `GET /api/report/{id}/grid` and the reply of saving lines. */
export interface GridReply {
  readonly report: {
    readonly id: string
    readonly version: number
    readonly state: string
    readonly unit_id: string
    readonly period: string
    readonly nature: string
  }
  readonly open: boolean
  readonly lines: readonly GridLine[]
  readonly findings: readonly FindingReply[]
}

/** One line as the grid sends it; absent lines are left as they are. */
export interface LineInput {
  readonly indicator: string
  /** As typed: `1,234.5`, `1.2亿`, `50+`, empty for unknown. */
  readonly value: string | null
  readonly explanation?: string | null
}

/** One node of an explanation: what the cell holds, how it came about, and what it was made of. */
export interface ExplainNode {
  readonly figure: FigureReply
  readonly indicator: { readonly zh: string; readonly en: string }
  readonly unit: { readonly zh: string; readonly en: string }
  readonly period: { readonly zh: string; readonly en: string }
  readonly how: 'reported' | 'formula' | 'rollup' | 'unknown'
  /** The formula or roll-up with the values filled in. */
  readonly calculation: { readonly zh: string; readonly en: string } | null
  readonly note: { readonly zh: string; readonly en: string } | null
  readonly ambiguity: { readonly zh: string; readonly en: string } | null
  readonly inputs: readonly ExplainNode[]
}

/** A figure against its base: growth in % of an amount, points of a rate. */
export interface ChangeReply {
  readonly value: string | null
  readonly qualifier: string
  readonly unit: 'percent' | 'pp'
  readonly base: string | null
  readonly base_period: string
  /** False when the two stand on different coverage (8 parks against 10). */
  readonly like_for_like: boolean
}

export interface CompletionReply {
  readonly target: FigureReply
  readonly pace: 'time' | 'level'
  /** In %. */
  readonly completion: string | null
  readonly expected: string | null
  /** Points ahead; negative: behind. */
  readonly ahead: string | null
  readonly standing: 'on_track' | 'watch' | 'late' | 'unknown'
}

export interface ComparisonReply {
  readonly yoy: ChangeReply
  readonly prev: ChangeReply
  /** Amount since January, where adding up means something. */
  readonly year_to_date: {
    readonly value: string | null
    readonly qualifier: string
    readonly periods: { readonly have: number; readonly of: number }
  } | null
  readonly completion: CompletionReply | null
}

/** `GET /api/figures/explain?unit&indicator&period&nature` */
export interface ExplainReply {
  readonly tree: ExplainNode
  readonly indicator: IndicatorReply & {
    readonly definition: { readonly zh: string; readonly en: string }
    readonly formula: string | null
    readonly rollup: string
  }
  readonly comparison: ComparisonReply | null
  /** Newest first; empty for a computed figure. */
  readonly revisions: readonly RevisionReply[]
  /** Names of the people in `revisions`. */
  readonly people: Readonly<Record<string, { readonly zh: string; readonly en: string }>>
  /** Rows that the figure was counted from; of a share of counts, those on either side and those in between. */
  readonly rows: readonly CountedRowsReply[]
}

/** Rows that a figure was counted from: where their list is, and how many of them the reader sees there. */
export interface CountedRowsReply {
  readonly side: 'counted' | 'numerator' | 'denominator' | 'rest'
  readonly record: string
  readonly label: { readonly zh: string; readonly en: string }
  readonly path: string
  readonly search: Readonly<Record<string, string>>
  readonly count: number
  /** What they add up to, and over how many of them that know it; null for a count. */
  readonly sum: {
    readonly value: string
    /** Unit code. */
    readonly measure: string
    readonly qualifier: string
    readonly known: number
  } | null
}

/** `GET /api/coverage?unit&from&to`: how the units below keep their dates. */
export interface CoverageReply {
  readonly units: readonly {
    readonly unit: string
    readonly due: number
    readonly on_time: number
    readonly late: number
    readonly missing: number
    readonly coverage_rate: string | null
    readonly on_time_rate: string | null
  }[]
}
