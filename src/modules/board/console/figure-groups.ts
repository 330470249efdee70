import { partsAfterWholes } from '#modules/indicators/domain/part-order'
import type { FigureReply, FiguresReply, IndicatorReply } from '#modules/indicators/contract'

export interface FigureEntry {
  readonly figure: FigureReply
  readonly indicator: IndicatorReply
  /** The indicator this one is a part of (其中), when it is known. */
  readonly partOf: IndicatorReply | undefined
}

export interface ThemeGroup {
  /** Null: the indicators name no theme. */
  readonly theme: string | null
  readonly entries: readonly FigureEntry[]
}

export const figureId = ({ unit, indicator, period, nature }: Omit<FigureReply, 'value'>): string =>
  [unit, indicator, period, nature].join(',')

function entriesOf({ figures, indicators }: FiguresReply): FigureEntry[] {
  return figures.flatMap((figure) => {
    const indicator = indicators[figure.indicator]
    if (!indicator) return []
    return [{ figure, indicator, partOf: indicator.of_which ? indicators[indicator.of_which] : undefined }]
  })
}

/** Figures by theme, themes in the order in which they first come; a part follows its whole into the whole's theme. */
export function groupByTheme(reply: FiguresReply): ThemeGroup[] {
  const groups = new Map<string | null, FigureEntry[]>()
  for (const { row, theme } of partsAfterWholes(entriesOf(reply), ({ indicator }) => indicator))
    groups.set(theme, [...(groups.get(theme) ?? []), row])
  return [...groups].map(([name, entries]) => ({ theme: name, entries }))
}

/** The figures of each unit, in the order given; units without figures are kept, to say that they have none. */
export function byUnit(reply: FiguresReply, units: readonly string[]): Map<string, FiguresReply> {
  return new Map(
    units.map((unit) => [
      unit,
      { indicators: reply.indicators, figures: reply.figures.filter((figure) => figure.unit === unit) },
    ]),
  )
}

const isMoney = ({ figure }: FigureEntry) => figure.measure === '亿元' || figure.measure === 'yi_yuan'
const isPast = ({ figure }: FigureEntry) => figure.nature === 'actual' || figure.nature === 'fact'
const weight = (entry: FigureEntry) => (isMoney(entry) ? 2 : 0) + (isPast(entry) ? 1 : 0)

/** What says most of a unit at a glance: an amount of money that happened, any amount, what happened, the rest. */
const byWeight = (reply: FiguresReply): FigureEntry[] =>
  entriesOf(reply)
    .filter(({ figure }) => figure.value !== null)
    .sort((a, b) => weight(b) - weight(a))

/** The one figure that says most of a unit at a glance. */
export const headlineOf = (reply: FiguresReply): FigureEntry | undefined => byWeight(reply)[0]

/** More cards than eight are not read in ten seconds. */
const mostHeads = 8

export interface Headline<Unit> extends FigureEntry {
  readonly whose: Unit
}

/** The units' figures that say most, each unit in turn: one of each where they are many, several where they are few. */
export function headlinesOf<Unit extends { readonly code: string }>(
  units: readonly Unit[],
  figures: ReadonlyMap<string, FiguresReply>,
): Headline<Unit>[] {
  const found = units.flatMap((whose) => {
    const reply = figures.get(whose.code)
    const entries = reply ? byWeight(reply) : []
    return entries.length > 0 ? [{ whose, entries }] : []
  })
  const each = Math.max(1, Math.floor(mostHeads / Math.max(1, found.length)))
  return found.flatMap(({ whose, entries }) => entries.slice(0, each).map((entry) => ({ ...entry, whose })))
}
