import { findUnit } from '#engine/quantity/unit'
import type { Language } from '#console/language/format'
import type { RankingReply } from '../contract'

interface Speech {
  readonly language: Language
  readonly period: (period: string) => string
}

/** What a ranking's numbers are: 规上工业总产值（亿元），2026年10月. */
export function rankedWords(ranking: RankingReply, name: string, { language, period }: Speech): string {
  const unit = findUnit(ranking.indicator.unit)?.[language] ?? ranking.indicator.unit
  const when = period(ranking.period)
  if (language === 'zh') return `${name}（${unit}），${when}`
  return unit ? `${name} (${unit}), ${when}` : `${name}, ${when}`
}
