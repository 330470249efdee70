import type { Language } from '#console/language/format'
import { figureWords } from '#modules/indicators/console/figure-words'
import type { FigureReply, IndicatorReply } from '#modules/indicators/contract'

/** Computed figures are rounded as their indicator says; published ones stand as they were published. */
export const decimalsShown = (figure: FigureReply, indicator: IndicatorReply): number | undefined =>
  figure.origin === 'published' ? undefined : indicator.decimals

/** A figure as one text, with its unit and qualifier: 约1.76亿元, 50+项, —. */
export function figureText(figure: FigureReply, indicator: IndicatorReply, language: Language): string {
  const decimals = decimalsShown(figure, indicator)
  return figureWords(figure, {
    language,
    measure: figure.measure,
    ...(decimals !== undefined && { decimals }),
  })
}
