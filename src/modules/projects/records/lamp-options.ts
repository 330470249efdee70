import {
  COLOUR_WORDS,
  DIMENSION_WORDS,
  LAMP_COLOURS,
  LAMP_DIMENSIONS,
  type LampColour,
  type LampDimension,
  type LampMeasure,
  MEASURE_WORDS,
} from '#engine/lamps/lamp-table'
import type { StateTone } from '#engine/lifecycles/lifecycle'
import { text, type Text } from '#engine/result/result'

const optionsOf = <K extends string>(keys: readonly K[], words: Readonly<Record<K, Text>>) =>
  Object.fromEntries(keys.map((key) => [key, words[key]])) as Record<K, Text>

/** A sentence begins small in English; an option of a list does not. */
const capital = ({ zh, en }: Text): Text => text(zh, en.charAt(0).toUpperCase() + en.slice(1))

const capitals = <K extends string>(words: Readonly<Record<K, Text>>) =>
  Object.fromEntries(Object.entries<Text>(words).map(([key, word]) => [key, capital(word)])) as Record<
    K,
    Text
  >

export const dimensionOptions: Record<LampDimension, Text> = optionsOf(
  LAMP_DIMENSIONS,
  capitals(DIMENSION_WORDS),
)

export const measureOptions: Record<LampMeasure, Text> = { ...MEASURE_WORDS }

/** From bad to good, so that a list grouped or filtered by it begins with what matters. */
export const lampOptions: Record<LampColour | 'unknown', Text> = {
  ...optionsOf([...LAMP_COLOURS].reverse(), capitals(COLOUR_WORDS)),
  unknown: text('未知', 'Unknown'),
}

/** The shape beside the word: ● ◆ ▲ ▲ ■, and ○ for what nobody can tell. */
export const lampTones: Record<LampColour | 'unknown', StateTone> = {
  red: 'bad',
  orange: 'warning',
  yellow: 'warning',
  blue: 'active',
  green: 'good',
  unknown: 'neutral',
}
