import type { StateTone } from '#engine/lifecycles/lifecycle'
import type { Text } from '#engine/result/result'
import { useLanguage } from '#console/language/language'
import { standings, type Standing } from '#console/tokens/tokens'
import './marks.css'

interface StateMarkProps {
  readonly standing: Standing
  /** Other words than the standing's own, such as “逾期 3 天”. */
  readonly word?: Text
  /** The shape alone, where a column head already says what it is; the word is still read aloud. */
  readonly bare?: boolean
}

const variable = (name: string) => `var(--${name.replace(/[A-Z]/g, (part) => `-${part.toLowerCase()}`)})`

/** How something stands: colour, shape and word together. */
export function StateMark({ standing, word, bare = false }: StateMarkProps) {
  const { t } = useLanguage()
  const { shape, word: own, colour } = standings[standing]
  return (
    <span className="state-mark" style={{ color: variable(colour) }}>
      <i aria-hidden="true">{shape}</i>
      <span className={bare ? 'visually-hidden' : undefined}>{t(word ?? own)}</span>
    </span>
  )
}

const toneLooks: Readonly<
  Record<StateTone, { readonly shape: string; readonly ink: string; readonly ground: string }>
> = {
  neutral: { shape: '○', ink: 'var(--unknown)', ground: 'var(--unknown-soft)' },
  active: { shape: '◆', ink: 'var(--brand)', ground: 'var(--brand-soft)' },
  good: { shape: '●', ink: 'var(--on-track)', ground: 'var(--on-track-soft)' },
  warning: { shape: '▲', ink: 'var(--watch)', ground: 'var(--watch-soft)' },
  bad: { shape: '■', ink: 'var(--late)', ground: 'var(--late-soft)' },
}

/** A lifecycle state as a small tag; the tone is declared with the state. */
export function StateTag({
  label,
  tone = 'neutral',
}: {
  readonly label: Text
  readonly tone?: StateTone | undefined
}) {
  const { t } = useLanguage()
  const look = toneLooks[tone]
  return (
    <span className="state-tag" style={{ color: look.ink, background: look.ground }}>
      <i aria-hidden="true">{look.shape}</i>
      <span>{t(label)}</span>
    </span>
  )
}
