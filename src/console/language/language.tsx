import { createContext, useContext, useEffect, useMemo, type ReactNode } from 'react'
import type { Text } from '#engine/result/result'
import { usePreference } from '#console/preferences/preferences'
import { instantWords } from '#engine/calendar/instant-words'
import { dateWords, groupDigits, periodWords, type Language } from './format'

interface Speech {
  readonly language: Language
  readonly setLanguage: (language: Language) => void
  /** The text in the language in use; a name that has no English falls back to the Chinese original. */
  readonly t: (text: Text) => string
  readonly date: (date: string) => string
  readonly period: (period: string) => string
  readonly instant: (instant: string) => string
  readonly number: (exact: string | number, decimals?: number) => string
}

const LanguageContext = createContext<Speech | undefined>(undefined)

const speechOf = (language: Language, setLanguage: (language: Language) => void): Speech => ({
  language,
  setLanguage,
  t: (text) => text[language] || text.zh || text.en,
  date: (date) => dateWords(date, language),
  period: (period) => periodWords(period, language),
  instant: instantWords,
  number: (exact, decimals) => groupDigits(String(exact), decimals),
})

const isLanguage = (value: unknown) => value === 'zh' || value === 'en'

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = usePreference<Language>('language', 'zh', isLanguage)
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  const speech = useMemo(() => speechOf(language, setLanguage), [language, setLanguage])
  return <LanguageContext value={speech}>{children}</LanguageContext>
}

/** The language in use and everything that is said differently in it. */
export function useLanguage(): Speech {
  const speech = useContext(LanguageContext)
  if (!speech) throw new Error('useLanguage outside LanguageProvider')
  return speech
}
