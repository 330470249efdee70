import type { Text } from '#engine/result/result'
import type {
  CoverageReply,
  ComparisonReply,
  FigureReply,
  IndicatorReply,
} from '#modules/indicators/contract'

/** A key figure: its latest value up to the period, what it is judged by, and two years of months before it. */
export interface KeyFigure {
  readonly indicator: IndicatorReply
  readonly figure: FigureReply
  readonly comparison: ComparisonReply | null
  /** Oldest first; a missing month is null, never zero. */
  readonly trend: readonly { readonly period: string; readonly value: string | null }[]
}

/** A unit's figures are counted so far: how many more there are tells nobody anything. */
export const mostFiguresCounted = 1000

/** A unit directly below the one the board stands at. */
export interface BoardUnit {
  readonly code: string
  readonly name: Text
  readonly kind: string
  readonly sample: boolean
  /** Worst standing of its key figures: what colours the map, always with its mark and word. */
  readonly standing: 'on_track' | 'watch' | 'late' | 'unknown'
  /** Its figure of the ranking's indicator, when known. */
  readonly figure: FigureReply | null
  readonly parks: readonly { readonly code: string; readonly name: Text }[]
  /** Figures the board knows of it, counted to a thousand. */
  readonly figures: number
}

export interface RankingReply {
  readonly indicator: IndicatorReply
  readonly period: string
  readonly ranked: readonly {
    readonly unit: string
    readonly place: number
    readonly figure: FigureReply
    readonly tied_with: readonly string[]
    readonly completion: string | null
  }[]
  /** Without a known figure: listed, not placed. */
  readonly unknown: readonly string[]
  readonly coverage: { readonly have: number; readonly of: number }
}

/** Something with a day it is due: a report, or a record whose limit runs; whose it is and how many days. */
export interface DueItem {
  readonly record: string
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly state: string
  /** Which limit of a record it is; null for a report, whose day is its own. */
  readonly limit: Text | null
  readonly due_on: string
  /** Days past the due day; negative: days still left. */
  readonly days: number
  /** A limit ends at an hour: it can be late on its very day. */
  readonly late: boolean
  readonly owner: Text | null
  readonly sample: boolean
}

export interface BoardChange {
  readonly at: string
  readonly record: string
  readonly id: string
  readonly unit: string
  readonly deed: string
  readonly title: Text
  readonly person: Text
  readonly sample: boolean
}

/** `GET /api/board?unit&period`: the five questions of the board in one answer. */
export interface BoardReply {
  readonly unit: {
    readonly code: string
    readonly name: Text
    readonly kind: string
    readonly sample: boolean
  }
  /** The period shown: the asked one, or the latest with figures. */
  readonly period: string
  /** Months elapsed ÷ 12, in %. */
  readonly time_progress: string
  readonly key_figures: readonly KeyFigure[]
  readonly units: readonly BoardUnit[]
  readonly ranking: RankingReply | null
  /** Indicators the ranking can be asked for (`&ranking=code`). */
  readonly rankings: readonly IndicatorReply[]
  readonly late: readonly DueItem[]
  readonly coming: readonly DueItem[]
  readonly changes: readonly BoardChange[]
  readonly coverage: CoverageReply
  /** Names of every unit mentioned. */
  readonly names: Readonly<Record<string, Text>>
}
