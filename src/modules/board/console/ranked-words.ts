import { englishColumn } from '#engine/quantity/english-scale'
import { findUnit } from '#engine/quantity/unit'
import type { Language } from '#console/language/format'
import { figureWords } from '#modules/indicators/console/figure-words'
import type { FigureReply } from '#modules/indicators/contract'
import type { RankingReply } from '../contract'
import { decimalsShown } from './shown-figure'

interface RankedColumn {
  /** What the head of the column, or the map's caption, says of its numbers. */
  readonly unit: string
  /** One of its figures without the unit. */
  readonly words: (figure: FigureReply) => string
}

/** The numbers of a ranking: all at one scale, in English that of its largest, as the cards above speak of it. */
export function rankedColumn({ indicator, ranked }: RankingReply, language: Language): RankedColumn {
  const unit = findUnit(indicator.unit)
  const values = ranked.map(({ figure }) => figure.value)
  const scale = language === 'en' && unit ? englishColumn(values, unit) : undefined
  return {
    unit: scale?.unit ?? unit?.[language] ?? indicator.unit,
    words(figure) {
      const declared = decimalsShown(figure, indicator)
      const decimals = declared === undefined ? undefined : Math.max(0, declared + (scale?.shift ?? 0))
      const value = figure.value === null || !scale ? figure.value : scale.moved(figure.value)
      return figureWords({ ...figure, value }, { language, ...(decimals !== undefined && { decimals }) })
    },
  }
}

interface Speech {
  readonly language: Language
  readonly period: (period: string) => string
}

/** What a ranking's numbers are: 规上工业总产值（亿元），2026年10月. */
export function rankedWords(ranking: RankingReply, name: string, { language, period }: Speech): string {
  const { unit } = rankedColumn(ranking, language)
  const when = period(ranking.period)
  if (language === 'zh') return `${name}（${unit}），${when}`
  return unit ? `${name} (${unit}), ${when}` : `${name}, ${when}`
}
