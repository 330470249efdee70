import { App, ConfigProvider } from 'antd'
import en from 'antd/locale/en_US'
import zh from 'antd/locale/zh_CN'
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useLanguage } from '#console/language/language'
import { usePreference } from '#console/preferences/preferences'
import { antdTheme } from './antd-theme'
import { dark, light, type Palette } from './tokens'

export const themeChoices = ['light', 'dark', 'system'] as const
export type ThemeChoice = (typeof themeChoices)[number]

export const densities = ['roomy', 'compact'] as const
/** How close rows stand: roomy to read, compact to see many at once. */
export type Density = (typeof densities)[number]

const isThemeChoice = (value: unknown) => themeChoices.some((choice) => choice === value)
const isDensity = (value: unknown) => densities.some((density) => density === value)

interface Theme {
  readonly choice: ThemeChoice
  readonly mode: 'light' | 'dark'
  readonly palette: Palette
  readonly setChoice: (choice: ThemeChoice) => void
  readonly density: Density
  readonly setDensity: (density: Density) => void
}

const ThemeContext = createContext<Theme>({
  choice: 'system',
  mode: 'light',
  palette: light,
  setChoice: () => undefined,
  density: 'roomy',
  setDensity: () => undefined,
})

/** The theme in use; charts read colours from `palette`, everything else from CSS variables. */
export const useTheme = (): Theme => useContext(ThemeContext)

/** Follows a media query as it changes. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const list = window.matchMedia(query)
    const follow = () => setMatches(list.matches)
    follow()
    list.addEventListener('change', follow)
    return () => list.removeEventListener('change', follow)
  }, [query])
  return matches
}

export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage()
  const [choice, setChoice] = usePreference<ThemeChoice>('theme', 'system', isThemeChoice)
  const [density, setDensity] = usePreference<Density>('density', 'roomy', isDensity)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const still = useMedia('(prefers-reduced-motion: reduce)')
  const mode = choice === 'system' ? (systemDark ? 'dark' : 'light') : choice
  useEffect(() => {
    document.documentElement.dataset.theme = mode
    document.documentElement.dataset.density = density
  }, [mode, density])
  const value = useMemo<Theme>(
    () => ({
      choice,
      mode,
      palette: mode === 'dark' ? dark : light,
      setChoice,
      density,
      setDensity,
    }),
    [choice, mode, setChoice, density, setDensity],
  )
  const closable = useMemo(() => ({ 'aria-label': language === 'zh' ? '关闭' : 'Close' }), [language])
  const config = useMemo(() => antdTheme(mode, still), [mode, still])
  return (
    <ThemeContext value={value}>
      <ConfigProvider
        theme={config}
        locale={language === 'zh' ? zh : en}
        button={{ autoInsertSpace: false }}
        modal={{ closable }}
        drawer={{ closable }}
      >
        <App component={false}>{children}</App>
      </ConfigProvider>
    </ThemeContext>
  )
}
