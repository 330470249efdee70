import { text, type Text } from '#engine/result/result'

/** Groups of indicators in English: the indicator list names them in Chinese only. An unknown one is shown as it is. */
export const themeWords: Readonly<Record<string, Text>> = Object.fromEntries(
  [
    text('经济', 'Economy'),
    text('治理', 'Governance'),
    text('目标', 'Targets'),
    text('项目', 'Projects'),
    text('创新', 'Innovation'),
    text('人才', 'Talent'),
    text('招商', 'Investment promotion'),
  ].map((word) => [word.zh, word]),
)
