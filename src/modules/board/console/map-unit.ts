import type { Language } from '#console/language/format'
import { standings } from '#console/tokens/tokens'
import type { Text } from '#engine/result/result'
import type { FiguresReply, IndicatorReply } from '#modules/indicators/contract'
import type { BoardReply, BoardUnit } from '../contract'
import { boardWords, countWords } from './board-words'
import { headlineOf } from './figure-groups'
import { figureText } from './shown-figure'

/** What the map says of one unit, in the language in use. */
export interface MapUnit {
  readonly code: string
  readonly name: string
  readonly sample: boolean
  readonly standing: BoardUnit['standing']
  readonly word: string
  /** The figure of the ranking, else the one that says most; with its indicator's name. */
  readonly value: string | undefined
  readonly about: string | undefined
  readonly place: number | undefined
  readonly parks: readonly { readonly code: string; readonly name: string }[]
  readonly count: string
}

interface Given {
  readonly board: BoardReply
  readonly figures: ReadonlyMap<string, FiguresReply>
  readonly t: (words: Text) => string
  readonly language: Language
}

interface Shown {
  readonly value: string
  readonly about: string
}

function shownOf(
  unit: BoardUnit,
  by: IndicatorReply | undefined,
  { figures, t, language }: Given,
): Shown | undefined {
  if (unit.figure && by) return { value: figureText(unit.figure, by, language), about: t(by.name) }
  const reply = figures.get(unit.code)
  const headline = reply && headlineOf(reply)
  if (!headline) return undefined
  return {
    value: figureText(headline.figure, headline.indicator, language),
    about: t(headline.indicator.name),
  }
}

/** The units of a board as the map shows them. */
export function mapUnits(given: Given): MapUnit[] {
  const { board, t } = given
  return board.units.map((unit) => {
    const shown = shownOf(unit, board.ranking?.indicator, given)
    return {
      code: unit.code,
      name: t(unit.name),
      sample: unit.sample,
      standing: unit.standing,
      word: t(unit.standing === 'unknown' ? boardWords.notJudged : standings[unit.standing].word),
      value: shown?.value,
      about: shown?.about,
      place: board.ranking?.ranked.find((one) => one.unit === unit.code)?.place,
      parks: unit.parks.map((park) => ({ code: park.code, name: t(park.name) })),
      count: t(countWords(unit.figures)),
    }
  })
}

/** Everything a unit's place on the map says, in one sentence for those who hear it. */
export const spoken = (unit: MapUnit, sample: string): string =>
  [unit.name, unit.sample && sample, unit.word, unit.about && `${unit.about} ${unit.value ?? ''}`, unit.count]
    .filter(Boolean)
    .join('，')
