import type { Language } from '#console/language/format'

/** Names in a row, as each language writes them: 甲、乙 · A, B. */
export const joined = (names: readonly string[], language: Language): string =>
  names.join(language === 'zh' ? '、' : ', ')

/** Between two items of a list that are not plain text. */
export const comma = (language: Language): string => (language === 'zh' ? '、' : ', ')

export const colon = (language: Language): string => (language === 'zh' ? '：' : ': ')
