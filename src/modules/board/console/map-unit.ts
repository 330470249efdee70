import type { Language } from '#console/language/format'
import { standings } from '#console/tokens/tokens'
import type { Text } from '#engine/result/result'
import type { FigureReply, FiguresReply } from '#modules/indicators/contract'
import type { BoardReply, BoardUnit } from '../contract'
import { boardWords, countWords } from './board-words'
import { headlineOf } from './figure-groups'
import { rankedColumn } from './ranked-words'
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
  /** Told when the figure is of another period than the ranking's. */
  readonly period: string | undefined
  readonly place: number | undefined
  /** The value is of the ranking's indicator, which the caption names; else it needs its own words. */
  readonly ranked: boolean
  readonly parks: readonly { readonly code: string; readonly name: string }[]
  readonly count: string
}

interface Given {
  readonly board: BoardReply
  readonly figures: ReadonlyMap<string, FiguresReply>
  readonly t: (words: Text) => string
  readonly language: Language
  readonly inWords: (period: string) => string
}

interface Shown {
  readonly value: string
  readonly about: string
  readonly period?: string
}

/** Of the ranking's figure the caption says what it is and in which unit: the cell has room for the number alone. */
function rankedOf(figure: FigureReply, { board, t, language, inWords }: Given): Shown | undefined {
  const { ranking } = board
  if (!ranking) return undefined
  const value = rankedColumn(ranking, language).words(figure)
  const other = figure.period !== ranking.period
  return { value, about: t(ranking.indicator.name), ...(other && { period: inWords(figure.period) }) }
}

function shownOf(unit: BoardUnit, given: Given): Shown | undefined {
  const { figures, t, language } = given
  if (unit.figure && given.board.ranking) return rankedOf(unit.figure, given)
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
    const shown = shownOf(unit, given)
    return {
      code: unit.code,
      name: t(unit.name),
      sample: unit.sample,
      standing: unit.standing,
      word: t(unit.standing === 'unknown' ? boardWords.notJudged : standings[unit.standing].word),
      value: shown?.value,
      about: shown?.about,
      period: shown?.period,
      ranked: board.ranking !== null && unit.figure !== null,
      place: board.ranking?.ranked.find((one) => one.unit === unit.code)?.place,
      parks: unit.parks.map((park) => ({ code: park.code, name: t(park.name) })),
      count: t(countWords(unit.figures)),
    }
  })
}
