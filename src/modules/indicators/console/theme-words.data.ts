import { text, type Text } from '#engine/result/result'

/** Groups of indicators in English: the indicator list names them in Chinese only. An unknown one is shown as it is. */
export const themeWords: Readonly<Record<string, Text>> = Object.fromEntries(
  [
    text('产业经济', 'Economy'),
    text('项目投资', 'Projects and investment'),
    text('项目调度', 'Project dispatch'),
    text('招商引资', 'Investment promotion'),
    text('科技创新', 'Innovation'),
    text('企业', 'Enterprises'),
    text('企业培育', 'Growing enterprises'),
    text('人才', 'Talent'),
    text('规划治理', 'Planning and governance'),
    text('安全环保', 'Safety and environment'),
    text('绿色安全', 'Environment and safety'),
    text('营商环境', 'Business environment'),
  ].map((word) => [word.zh, word]),
)

/** An indicator's group in both languages; indicators without one stand under “other”. */
export const themeText = (theme: string | null): Text =>
  theme === null ? text('其他', 'Other') : (themeWords[theme] ?? text(theme, theme))
