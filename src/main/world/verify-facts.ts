import { indicatorOfFact, publishedFigures, type PublishedFigure } from './facts'
import type { ObservationSeed, SeedRow, World } from './world'

/** One thing in which the world does not say what was published. */
export interface FactDifference {
  readonly fact: string
  readonly what: string
  readonly published: string
  readonly held: string
}

type Compared = readonly [what: string, published: string, held: string]

function compared(
  figure: PublishedFigure,
  held: ObservationSeed,
  indicator: SeedRow | undefined,
): Compared[] {
  return [
    ['value', figure.value, held.value ?? ''],
    ['unit', figure.unit, String(indicator?.unit)],
    ['qualifier', figure.qualifier, held.qualifier],
    ['nature', figure.nature, held.nature],
    ['period', figure.period, held.period],
    ['origin', 'published', held.origin],
    ['sample', 'false', String(held.sample)],
  ]
}

function differencesOf(figure: PublishedFigure, world: World): FactDifference[] {
  const { code } = indicatorOfFact(figure.id)
  const indicator = world.indicators.find((row) => row.id === code)
  const found = world.observations.filter(
    (one) =>
      one.unit_id === figure.unit_code &&
      one.indicator === code &&
      one.period === figure.period &&
      one.nature === figure.nature,
  )
  const [held] = found
  if (!held || found.length > 1)
    return [{ fact: figure.id, what: 'observations', published: '1', held: String(found.length) }]
  return compared(figure, held, indicator)
    .filter(([, published, has]) => published !== has)
    .map(([what, published, has]) => ({ fact: figure.id, what, published, held: has }))
}

/**
 * Compares figures.csv with a world one to one, both ways: every row has exactly one observation of the same value, unit,
 * qualifier, nature and period, and the world holds no published figure that the file does not. Empty when they agree.
 */
export function verifyFacts(figuresCsv: string, world: World): FactDifference[] {
  const figures = publishedFigures(figuresCsv)
  const published = world.observations.filter((one) => one.origin === 'published')
  const count: FactDifference[] =
    published.length === figures.length
      ? []
      : [
          {
            fact: '*',
            what: 'figures',
            published: String(figures.length),
            held: String(published.length),
          },
        ]
  return [...count, ...figures.flatMap((figure) => differencesOf(figure, world))]
}
